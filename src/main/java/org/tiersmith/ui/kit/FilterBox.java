package org.tiersmith.ui.kit;

import atlantafx.base.controls.CustomTextField;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * A field to filter a table by. What is typed becomes the filter when the person pauses, or at once
 * with the Enter key; Escape or the cross clears it.
 */
public final class FilterBox extends CustomTextField {
  private final ReadOnlyStringWrapper filter = new ReadOnlyStringWrapper(this, "filter", "");
  private final PauseTransition pause;

  public FilterBox(ObservableValue<String> prompt) {
    this(prompt, Duration.millis(200));
  }

  /**
   * @param patience how long nothing must be typed
   */
  FilterBox(ObservableValue<String> prompt, Duration patience) {
    getStyleClass().add("ts-filter");
    promptTextProperty().bind(prompt);
    accessibleTextProperty().bind(prompt);
    setLeft(Icons.of(Feather.SEARCH));
    StackPane cross = new StackPane(Icons.of(Feather.X));
    cross.getStyleClass().add("ts-filter-clear");
    cross.setOnMouseClicked(event -> clear());
    cross.visibleProperty().bind(textProperty().isNotEmpty());
    setRight(cross);
    pause = new PauseTransition(patience);
    pause.setOnFinished(event -> take());
    textProperty().subscribe((before, after) -> pause.playFromStart());
    setOnAction(event -> take());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /** What to filter by, without spaces around; empty for everything. */
  public ReadOnlyStringProperty filterProperty() {
    return filter.getReadOnlyProperty();
  }

  /** Filters by nothing, at once. */
  @Override
  public void clear() {
    super.clear();
    take();
  }

  private void take() {
    pause.stop();
    filter.set(getText() == null ? "" : getText().strip());
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && getText() != null && !getText().isEmpty()) {
      clear();
      event.consume();
    }
  }
}
