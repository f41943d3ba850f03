package org.tiersmith.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The tick and the band behind a slider that show what the data suggest. */
final class EstimateMark extends Region {
  private static final double THUMB_RADIUS = 7;

  private final Slider slider;
  private final ObservableValue<LabelledSlider.@Nullable Estimate> estimate;
  private final Region band = part("ts-estimate-band");
  private final Region tick = part("ts-estimate-tick");

  EstimateMark(Slider slider, ObservableValue<LabelledSlider.@Nullable Estimate> estimate) {
    this.slider = slider;
    this.estimate = estimate;
    setMouseTransparent(true);
    getChildren().addAll(band, tick);
    estimate.subscribe(this::requestLayout);
    slider.minProperty().subscribe(this::requestLayout);
    slider.maxProperty().subscribe(this::requestLayout);
  }

  @Override
  protected void layoutChildren() {
    LabelledSlider.Estimate shown = estimate.getValue();
    band.setVisible(shown != null);
    tick.setVisible(shown != null);
    if (shown != null) {
      double low = at(shown.low());
      band.resizeRelocate(low, getHeight() / 2 - 4, Math.max(2, at(shown.high()) - low), 8);
      tick.resizeRelocate(at(shown.value()) - 1, getHeight() / 2 - 8, 2, 16);
    }
  }

  private double at(double value) {
    double share = (value - slider.getMin()) / (slider.getMax() - slider.getMin());
    double length = getWidth() - 2 * THUMB_RADIUS;
    return THUMB_RADIUS + Math.clamp(share, 0, 1) * length;
  }

  private static Region part(String styleClass) {
    Region region = new Region();
    region.setManaged(false);
    region.getStyleClass().add(styleClass);
    return region;
  }
}
