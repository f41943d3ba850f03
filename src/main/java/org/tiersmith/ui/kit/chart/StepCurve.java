package org.tiersmith.ui.kit.chart;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Step curves over a soft silhouette of how many there are, with a dotted mark: discount by p. */
public final class StepCurve extends CanvasChart<StepCurve.Model> {

  /**
   * A step curve: from {@code x[i]} to {@code x[i+1]} it has the value {@code y[i]}.
   *
   * @param raw the same curve before it was snapped, drawn dashed; null for none
   */
  public record Curve(String name, double[] x, double[] y, int colour, @Nullable Series raw) {}

  /**
   * What is shown.
   *
   * @param silhouette heights over equal parts of the x axis, any unit; empty for none
   * @param markX where the dotted line stands; NaN for none
   */
  public record Model(
      Axis x, Axis y, List<Curve> curves, double[] silhouette, double markX, String markLabel) {}

  @Override
  protected String describe(Model shown) {
    return shown.curves().stream().map(Curve::name).collect(Collectors.joining(", "));
  }

  @Override
  protected void draw(Pen pen, Model shown, double width, double height) {
    Plot plot = Plot.within(shown.x(), shown.y(), width, height);
    drawSilhouette(pen, plot, shown.silhouette());
    plot.drawFrame(pen);
    if (!Double.isNaN(shown.markX())) {
      GraphicsContext g = pen.graphics();
      double x = plot.atX(shown.markX());
      g.setLineDashes(2, 3);
      pen.line(x, plot.top(), x, plot.bottom(), pen.colour(ChartColours.Role.GOOD), 1.4);
      g.setLineDashes();
      boolean leftSide = x > plot.left() + plot.width() * 0.7;
      pen.text(
          shown.markLabel(),
          x + (leftSide ? -5 : 5),
          plot.top() + 7,
          leftSide ? TextAlignment.RIGHT : TextAlignment.LEFT,
          pen.colour(ChartColours.Role.GOOD));
    }
    for (Curve curve : shown.curves().reversed()) {
      draw(pen, plot, curve);
    }
  }

  private static void draw(Pen pen, Plot plot, Curve curve) {
    GraphicsContext g = pen.graphics();
    g.setStroke(pen.colours().series(curve.colour()));
    if (curve.raw() != null) {
      g.setLineDashes(4, 3);
      g.setLineWidth(1);
      g.setGlobalAlpha(0.6);
      g.strokePolyline(
          java.util.Arrays.stream(curve.raw().x()).map(plot::atX).toArray(),
          java.util.Arrays.stream(curve.raw().y()).map(plot::atY).toArray(),
          curve.raw().size());
      g.setGlobalAlpha(1);
      g.setLineDashes();
    }
    g.setLineWidth(2);
    g.beginPath();
    for (int i = 0; i < curve.y().length; i++) {
      double y = plot.atY(curve.y()[i]);
      if (i == 0) {
        g.moveTo(plot.atX(curve.x()[0]), y);
      } else {
        g.lineTo(plot.atX(curve.x()[i]), y);
      }
      g.lineTo(plot.atX(curve.x()[i + 1]), y);
    }
    g.stroke();
  }

  private static void drawSilhouette(Pen pen, Plot plot, double[] heights) {
    double top = java.util.Arrays.stream(heights).max().orElse(0);
    if (top <= 0) {
      return;
    }
    double step = plot.width() / heights.length;
    double room = (plot.bottom() - plot.top()) * 0.4;
    GraphicsContext g = pen.graphics();
    g.setFill(pen.colour(ChartColours.Role.TIER_NONE));
    g.beginPath();
    g.moveTo(plot.left(), plot.bottom());
    for (int i = 0; i < heights.length; i++) {
      g.lineTo(plot.left() + (i + 0.5) * step, plot.bottom() - heights[i] / top * room);
    }
    g.lineTo(plot.right(), plot.bottom());
    g.closePath();
    g.fill();
  }
}
