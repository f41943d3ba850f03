package org.tiersmith.ui.kit;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** A few values side by side of which one is chosen. */
public final class ChoiceBar<T> extends HBox {
  /** One of the values, with its name and an id for finding its button. */
  public record Choice<T>(T value, String id, ObservableValue<String> name) {}

  public ChoiceBar(Property<T> chosen, List<Choice<T>> choices) {
    getStyleClass().add("ts-choices");
    for (Choice<T> choice : choices) {
      ToggleButton button = new ToggleButton();
      boolean first = choice.equals(choices.getFirst());
      boolean last = choice.equals(choices.getLast());
      button
          .getStyleClass()
          .add(first ? Styles.LEFT_PILL : last ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
      button.setId(choice.id());
      button.textProperty().bind(choice.name());
      button.setMinWidth(USE_PREF_SIZE);
      chosen.subscribe(value -> button.setSelected(Objects.equals(choice.value(), value)));
      button.setOnAction(
          event -> {
            chosen.setValue(choice.value());
            button.setSelected(true);
          });
      getChildren().add(button);
    }
  }
}
