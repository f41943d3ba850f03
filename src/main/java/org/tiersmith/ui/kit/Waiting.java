package org.tiersmith.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;

/** What stands where something is being prepared; how far it is, the task bar says. */
public final class Waiting extends VBox {
  public Waiting(ObservableValue<String> sentence) {
    getStyleClass().add("ts-empty");
    ProgressIndicator turning = new ProgressIndicator();
    turning.setMaxSize(36, 36);
    turning.accessibleTextProperty().bind(sentence);
    getChildren().addAll(turning, Labels.paragraph(sentence));
  }
}
