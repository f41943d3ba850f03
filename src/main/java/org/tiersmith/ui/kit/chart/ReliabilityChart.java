package org.tiersmith.ui.kit.chart;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.ValueTable;

/** What happened over what was predicted: a well calibrated model lies on the diagonal. */
public final class ReliabilityChart extends CanvasChart<ReliabilityChart.Model> {

  private static final double TITLE_ROOM = 22;

  /** Predictions of about the same size: their mean, what share came true, how many. */
  public record Bin(double predicted, double observed, long count) {}

  /** What is shown; both axes run from 0 to the same end. */
  public record Model(Axis predicted, Axis observed, List<Bin> bins) {}

  @Override
  protected String describe(Model shown) {
    return shown.bins().stream()
        .map(
            bin ->
                shown.predicted().label().apply(bin.predicted())
                    + " → "
                    + shown.observed().label().apply(bin.observed()))
        .collect(Collectors.joining(", "));
  }

  @Override
  protected ValueTable values(Model shown, Texts texts) {
    ValueTable table =
        new ValueTable(
            texts.get("values.predicted"), texts.get("values.observed"), texts.get("values.count"));
    shown.bins().forEach(bin -> table.row(bin.predicted(), bin.observed(), bin.count()));
    return table;
  }

  @Override
  protected void draw(Pen pen, Model shown, double width, double height) {
    Plot plot = Plot.within(shown.predicted(), shown.observed(), width, height, TITLE_ROOM);
    plot.drawFrame(pen);
    GraphicsContext g = pen.graphics();
    g.setStroke(pen.colour(ChartColours.Role.QUIET));
    g.setLineWidth(1);
    g.setLineDashes(3, 3);
    double end = Math.min(plot.x().max(), plot.y().max());
    g.strokeLine(plot.atX(0), plot.atY(0), plot.atX(end), plot.atY(end));
    g.setLineDashes();
    g.setStroke(pen.colours().series(0));
    g.setFill(pen.colours().series(0));
    g.strokePolyline(
        shown.bins().stream().mapToDouble(bin -> plot.atX(bin.predicted())).toArray(),
        shown.bins().stream().mapToDouble(bin -> plot.atY(bin.observed())).toArray(),
        shown.bins().size());
    double most = shown.bins().stream().mapToLong(Bin::count).max().orElse(1);
    for (Bin bin : shown.bins()) {
      double radius = 2 + 4 * Math.sqrt(bin.count() / most);
      g.fillOval(
          plot.atX(bin.predicted()) - radius,
          plot.atY(bin.observed()) - radius,
          2 * radius,
          2 * radius);
    }
    pen.text(
        shown.observed().title(),
        plot.left(),
        6,
        TextAlignment.LEFT,
        pen.colour(ChartColours.Role.QUIET));
  }
}
