package org.tiersmith.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The kinds of button there are; none of them ever cuts off its text. */
public final class Buttons {
  private Buttons() {}

  /** An ordinary button. */
  public static Button plain(ObservableValue<String> text, Runnable action) {
    Button button = new Button();
    button.textProperty().bind(text);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** The one button that matters most on a screen. */
  public static Button accent(ObservableValue<String> text, Runnable action) {
    Button button = plain(text, action);
    button.getStyleClass().add(Styles.ACCENT);
    return button;
  }

  /** A button that looks like a link, for lesser actions beside text. */
  public static Button link(ObservableValue<String> text, Runnable action) {
    Button button = plain(text, action);
    button.getStyleClass().add("ts-link");
    return button;
  }

  /** A button with an icon alone; its name is its tooltip and is read aloud. */
  public static Button icon(Feather icon, ObservableValue<String> name, Runnable action) {
    Button button = new Button(null, Icons.of(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setAccessibleRole(AccessibleRole.BUTTON);
    button.accessibleTextProperty().bind(name);
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(name);
    button.setTooltip(tooltip);
    button.setOnAction(event -> action.run());
    return button;
  }
}
