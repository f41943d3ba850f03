package org.tiersmith.ui.kit;

import atlantafx.base.controls.ProgressSliderSkin;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A name, a slider and the number, which can also be typed; on the track, if there is one, the
 * value that the data suggest, with its interval: a double click or the Backspace key takes it.
 */
public final class LabelledSlider extends VBox {
  /** Name above the slider with the number at the right, or all three in one row. */
  public enum Layout {
    STACKED,
    INLINE
  }

  /** A value with its interval, low ≤ value ≤ high, in the slider's units. */
  public record Estimate(double value, double low, double high) {}

  /** What the slider may show: {@code min ≤ value ≤ max}, arrow keys move by {@code step}. */
  public record Range(double min, double max, double step) {}

  private static final int MANY = 10;

  private final Slider slider = new Slider();
  private final NumberBox box;
  private final ObjectProperty<@Nullable Estimate> estimate =
      new SimpleObjectProperty<>(this, "estimate");

  public LabelledSlider(
      Layout layout,
      ObservableValue<String> name,
      Range range,
      ValueFormat format,
      Formats formats,
      Language language) {
    getStyleClass().add("ts-slider");
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.setMin(range.min());
    slider.setMax(range.max());
    slider.setBlockIncrement(range.step());
    slider.setMinWidth(60);
    slider.accessibleTextProperty().bind(name);
    box = new NumberBox(name, range.min(), range.max(), range.step(), format, formats, language);
    box.valueProperty().bindBidirectional(slider.valueProperty());
    Label label = Labels.plain(name);
    label.setLabelFor(slider);
    slider.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    slider.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    StackPane track = new StackPane(new EstimateMark(slider, estimate), slider);
    HBox.setHgrow(track, Priority.ALWAYS);
    if (layout == Layout.INLINE) {
      label.getStyleClass().add("ts-slider-name");
      getChildren().add(row(label, track, box));
    } else {
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      getChildren().addAll(row(label, gap, box), track);
    }
  }

  /** Adds a muted line below, for example what the data suggest. */
  public LabelledSlider captioned(ObservableValue<String> caption) {
    Label label = Labels.muted(caption);
    label.setWrapText(true);
    getChildren().add(label);
    return this;
  }

  /** A double click takes the estimate, as the key does. */
  private void pressed(MouseEvent event) {
    if (event.getClickCount() == 2 && estimate.get() != null) {
      takeEstimate();
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case PAGE_UP -> box.move(MANY);
      case PAGE_DOWN -> box.move(-MANY);
      case BACK_SPACE, DELETE -> takeEstimate();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void takeEstimate() {
    Estimate suggested = estimate.get();
    if (suggested != null) {
      box.take(suggested.value());
    }
  }

  public DoubleProperty valueProperty() {
    return slider.valueProperty();
  }

  /** True while the thumb is held: a change is finished, for undo, when it turns false. */
  public ReadOnlyBooleanProperty adjustingProperty() {
    return slider.valueChangingProperty();
  }

  public ObjectProperty<@Nullable Estimate> estimateProperty() {
    return estimate;
  }

  private static HBox row(Region... nodes) {
    HBox row = new HBox(8, nodes);
    row.getStyleClass().add("ts-slider-row");
    return row;
  }
}
