package org.tiersmith.ui.kit.chart;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.ValueTable;

/** Lines over a common axis, with a legend and vertical marks such as the ends of epochs. */
public final class LineChart extends CanvasChart<LineChart.Model> {

  private static final double LEGEND_ROOM = 22;

  /** A vertical line with a few words at its top. */
  public record Mark(double x, String label) {}

  /**
   * What is shown.
   *
   * @param lines drawn in order; {@code faint} ones thin and pale, in the colour of the next line
   */
  public record Model(Axis x, Axis y, List<Line> lines, List<Mark> marks) {}

  /**
   * A line and how it is drawn.
   *
   * @param colour number of the series colour, from 0
   */
  public record Line(Series series, int colour, boolean faint) {}

  @Override
  protected String describe(Model shown) {
    return shown.lines().stream()
        .filter(line -> !line.faint() && line.series().size() > 0)
        .map(
            line ->
                line.series().name()
                    + " "
                    + shown.y().label().apply(line.series().y()[line.series().size() - 1]))
        .collect(Collectors.joining(", "));
  }

  @Override
  protected ValueTable values(Model shown, Texts texts) {
    ValueTable table =
        new ValueTable(
            texts.get("values.series"),
            shown.x().titleOr(texts.get("values.from")),
            shown.y().titleOr(texts.get("values.value")));
    for (Line line : shown.lines()) {
      for (int i = 0; i < line.series().size(); i++) {
        table.row(line.series().name(), line.series().x()[i], line.series().y()[i]);
      }
    }
    return table;
  }

  @Override
  protected void draw(Pen pen, Model shown, double width, double height) {
    Plot plot = Plot.within(shown.x(), shown.y(), width, height, LEGEND_ROOM);
    plot.drawFrame(pen);
    for (Mark mark : shown.marks()) {
      double x = plot.atX(mark.x());
      pen.line(x, plot.top(), x, plot.bottom(), pen.colour(ChartColours.Role.GRID), 1);
      pen.text(
          mark.label(),
          x + 5,
          plot.top() + 6,
          TextAlignment.LEFT,
          pen.colour(ChartColours.Role.QUIET));
    }
    for (Line line : shown.lines()) {
      draw(pen, plot, line);
    }
    drawLegend(pen, plot, shown);
  }

  private static void draw(Pen pen, Plot plot, Line line) {
    GraphicsContext g = pen.graphics();
    Color colour = pen.colours().series(line.colour());
    Color ink = line.faint() ? colour.deriveColor(0, 1, 1, 0.4) : colour;
    Decimation points = Decimation.of(line.series(), plot);
    g.save();
    g.beginPath();
    g.rect(plot.left(), plot.top() - 2, plot.width(), plot.bottom() - plot.top() + 3);
    g.clip();
    g.setStroke(ink);
    g.setLineWidth(line.faint() ? 1 : 2);
    pen.stroke(points);
    g.restore();
    if (line.series().marked()) {
      g.setFill(colour);
      for (int i = 0; i < points.size(); i++) {
        g.fillOval(points.x(i) - 3.5, points.y(i) - 3.5, 7, 7);
      }
    }
  }

  private static void drawLegend(Pen pen, Plot plot, Model shown) {
    double x = plot.right();
    for (Line line : shown.lines().reversed()) {
      if (!line.faint()) {
        Color colour = pen.colours().series(line.colour());
        pen.text(line.series().name(), x, 7, TextAlignment.RIGHT, colour);
        x -= Pen.widthOf(line.series().name()) + 5;
        pen.line(x - 12, 7, x, 7, colour, 2);
        x -= 26;
      }
    }
  }
}
