package org.tiersmith.ui.kit.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.ValueTable;

/** Step curves over a soft silhouette of how many there are, with a dotted mark: discount by p. */
public final class StepCurve extends CanvasChart<StepCurve.Model> {

  /**
   * A step curve: from {@code x[i]} to {@code x[i+1]} it has the value {@code y[i]}.
   *
   * @param raw the same curve before it was snapped, drawn dashed; null for none
   */
  public record Curve(String name, double[] x, double[] y, int colour, @Nullable Series raw) {

    /** The value of the step that holds at {@code x}; NaN outside. */
    double at(double at) {
      int found = Arrays.binarySearch(x, at);
      int step = found >= 0 ? found : -found - 2;
      return step < 0 || step > y.length || at > x[x.length - 1]
          ? Double.NaN
          : y[Math.min(step, y.length - 1)];
    }
  }

  /**
   * What is shown.
   *
   * @param silhouette heights over equal parts of the x axis, any unit; empty for none
   * @param markX where the dotted line stands; NaN for none
   * @param counted how a height of the silhouette is told where the mouse is; null for not at all
   */
  public record Model(
      Axis x,
      Axis y,
      List<Curve> curves,
      double[] silhouette,
      double markX,
      String markLabel,
      @Nullable DoubleFunction<String> counted) {

    /** A model whose silhouette is only seen. */
    public Model(
        Axis x, Axis y, List<Curve> curves, double[] silhouette, double markX, String markLabel) {
      this(x, y, curves, silhouette, markX, markLabel, null);
    }
  }

  private @Nullable Plot plot;

  public StepCurve() {
    followMouse();
  }

  @Override
  protected String describe(Model shown) {
    return shown.curves().stream().map(Curve::name).collect(Collectors.joining(", "));
  }

  @Override
  protected ValueTable values(Model shown, Texts texts) {
    ValueTable table =
        new ValueTable(
            texts.get("values.series"),
            texts.get("values.from"),
            texts.get("values.to"),
            texts.get("values.value"));
    for (Curve curve : shown.curves()) {
      for (int i = 0; i < curve.y().length; i++) {
        table.row(curve.name(), curve.x()[i], curve.x()[i + 1], curve.y()[i]);
      }
      Series raw = curve.raw();
      for (int i = 0; raw != null && i < raw.size(); i++) {
        table.row(texts.get("values.raw", curve.name()), raw.x()[i], raw.x()[i], raw.y()[i]);
      }
    }
    double part = (shown.x().max() - shown.x().min()) / Math.max(1, shown.silhouette().length);
    for (int i = 0; i < shown.silhouette().length; i++) {
      double from = shown.x().min() + i * part;
      table.row(texts.get("values.distribution"), from, from + part, shown.silhouette()[i]);
    }
    return table;
  }

  @Override
  protected void draw(Pen pen, Model shown, double width, double height) {
    Plot plot = Plot.within(shown.x(), shown.y(), width, height);
    this.plot = plot;
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

  @Override
  protected void drawOver(Pen pen, Model shown, double width, double height) {
    Plot at = plot;
    if (at == null || !at.holds(mouseX(), mouseY())) {
      return;
    }
    double value = at.x().valueAt((mouseX() - at.left()) / at.width());
    Color quiet = pen.colour(ChartColours.Role.QUIET);
    pen.line(mouseX(), at.top(), mouseX(), at.bottom(), pen.colour(ChartColours.Role.LINE), 1);
    List<ReadOut.Line> lines = new ArrayList<>();
    lines.add(new ReadOut.Line(shown.x().label().apply(value), pen.colour(ChartColours.Role.INK)));
    for (Curve curve : shown.curves()) {
      double rate = curve.at(value);
      if (!Double.isNaN(rate)) {
        Color colour = pen.colours().series(curve.colour());
        pen.dot(Math.floor(mouseX()) + 0.5, at.atY(rate), 3.5, colour);
        lines.add(new ReadOut.Line(curve.name() + " " + shown.y().label().apply(rate), colour));
      }
    }
    if (shown.counted() != null && shown.silhouette().length > 0) {
      int last = shown.silhouette().length - 1;
      int part = (int) Math.clamp(at.x().share(value) * (last + 1), 0, last);
      lines.add(new ReadOut.Line(shown.counted().apply(shown.silhouette()[part]), quiet));
    }
    ReadOut.draw(pen, lines, mouseX(), mouseY(), width, height);
  }

  private static void draw(Pen pen, Plot plot, Curve curve) {
    GraphicsContext g = pen.graphics();
    g.setStroke(pen.colours().series(curve.colour()));
    if (curve.raw() != null) {
      g.setLineDashes(4, 3);
      g.setLineWidth(1);
      g.setGlobalAlpha(0.6);
      g.strokePolyline(
          Arrays.stream(curve.raw().x()).map(plot::atX).toArray(),
          Arrays.stream(curve.raw().y()).map(plot::atY).toArray(),
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
    double top = Arrays.stream(heights).max().orElse(0);
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
