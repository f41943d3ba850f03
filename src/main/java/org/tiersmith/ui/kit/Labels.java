package org.tiersmith.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** The few kinds of label there are; each follows its text. */
public final class Labels {
  private Labels() {}

  /** Plain text. */
  public static Label plain(ObservableValue<String> text) {
    return styled(text, "ts-plain");
  }

  /** A screen's title. */
  public static Label title(ObservableValue<String> text) {
    return styled(text, "ts-title");
  }

  /** A card's or a group's title. */
  public static Label section(ObservableValue<String> text) {
    Label label = styled(text, "ts-section");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  /** What explains: smaller and grey. */
  public static Label muted(ObservableValue<String> text) {
    return styled(text, "ts-muted");
  }

  /** A muted text over several lines. */
  public static Label paragraph(ObservableValue<String> text) {
    Label label = styled(text, "ts-paragraph");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private static final double USE_PREF_SIZE = javafx.scene.layout.Region.USE_PREF_SIZE;

  private static Label styled(ObservableValue<String> text, String styleClass) {
    Label label = new Label();
    label.textProperty().bind(text);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
