package org.tiersmith.ui.kit.chart;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * A chart that draws an immutable model on a canvas. It draws when the model, its size or its
 * colours have changed, at most once per pulse; the colours come from the style sheet (class {@code
 * ts-chart}), so a change of theme redraws it.
 *
 * @param <M> what is shown; its text fields are already in the person's language
 */
public abstract class CanvasChart<M> extends Region {
  private final Canvas canvas = new Canvas();
  private final ChartColours colours = new ChartColours(this);
  private final ObjectProperty<@Nullable M> model = new SimpleObjectProperty<>(this, "model");

  protected CanvasChart() {
    getStyleClass().add("ts-chart");
    getChildren().add(canvas);
    canvas.setManaged(false);
    setMinSize(80, 60);
    setPrefSize(320, 200);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    model.subscribe(
        shown -> {
          setAccessibleText(shown == null ? "" : describe(shown));
          requestLayout();
        });
  }

  /** What is shown; null draws nothing. */
  public final ObjectProperty<@Nullable M> modelProperty() {
    return model;
  }

  /** Shows another model; cheap, may be called for every value of a slider. */
  public final void show(@Nullable M shown) {
    model.set(shown);
  }

  /** The chart in a sentence, for those who hear it. */
  protected abstract String describe(M shown);

  /** Draws the model on a cleared canvas of that size. */
  protected abstract void draw(Pen pen, M shown, double width, double height);

  final ChartColours colours() {
    return colours;
  }

  @Override
  protected final void layoutChildren() {
    double width = Math.max(1, snapSizeX(getWidth()));
    double height = Math.max(1, snapSizeY(getHeight()));
    canvas.setWidth(width);
    canvas.setHeight(height);
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, width, height);
    M shown = model.get();
    if (shown != null && width > 40 && height > 30) {
      draw(new Pen(graphics, colours), shown, width, height);
    }
  }

  @Override
  public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return ChartColours.metaData();
  }

  /** The colour of the n-th series, counted from 0. */
  public final Color seriesColour(int index) {
    return colours.series(index);
  }
}
