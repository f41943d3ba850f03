package org.tiersmith.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands where nothing is yet: an icon, what is missing, and what to do next. */
public final class EmptyState extends VBox {

  public EmptyState(
      Feather icon,
      ObservableValue<String> sentence,
      ObservableValue<String> next,
      Node... actions) {
    getStyleClass().add("ts-empty");
    getChildren().addAll(Icons.large(icon), Labels.section(sentence), Labels.paragraph(next));
    VBox buttons = new VBox(8, actions);
    buttons.getStyleClass().add("ts-empty-actions");
    if (actions.length > 0) {
      getChildren().add(buttons);
    }
  }

  /** The button of the step that comes next. */
  public static Button action(ObservableValue<String> text, Runnable step) {
    Button button = Buttons.accent(text, step);
    button.setDefaultButton(false);
    return button;
  }
}
