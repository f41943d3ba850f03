package org.tiersmith.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.ValueTable;

/**
 * Lines over a common axis, with a legend, vertical marks such as the ends of epochs, and what
 * every line says under the mouse.
 */
public final class LineChart extends CanvasChart<LineChart.Model> {

  private static final double LEGEND_LINE = 18;
  private static final double MARK_AIR = 5;

  /** A vertical line with a few words at its top. */
  public record Mark(double x, String label) {}

  /** How a line is drawn. */
  public enum Style {
    /** In full. */
    SOLID,
    /** Thin and pale, without an entry in the legend: what a smoothed line was made from. */
    FAINT,
    /** Interrupted; in the legend only where no line in full has its colour. */
    DASHED,
    /** Grey and interrupted: what the other lines are compared with. */
    REFERENCE
  }

  /**
   * A line and how it is drawn.
   *
   * @param colour number of the series colour, from 0
   */
  public record Line(Series series, int colour, Style style) {}

  /**
   * How values under the mouse are written, more exactly than on the axes.
   *
   * @param x with what it is a value of, for example "step 1,290"
   */
  public record Reading(DoubleFunction<String> x, DoubleFunction<String> y) {}

  /**
   * What is shown.
   *
   * @param lines drawn in order
   * @param reading null if nothing is read off under the mouse
   */
  public record Model(
      Axis x, Axis y, List<Line> lines, List<Mark> marks, @Nullable Reading reading) {

    public Model(Axis x, Axis y, List<Line> lines, List<Mark> marks) {
      this(x, y, lines, marks, null);
    }
  }

  private @Nullable Plot plot;

  public LineChart() {
    followMouse();
  }

  @Override
  protected String describe(Model shown) {
    return shown.lines().stream()
        .filter(line -> line.style() != Style.FAINT && line.series().size() > 0)
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
    ChartLegend legend = legend(pen, shown, width);
    double top = legend.lines() * LEGEND_LINE + MARK_AIR;
    Plot area = Plot.within(shown.x(), shown.y(), width, height, top);
    plot = area;
    area.drawFrame(pen);
    if (!shown.y().title().isEmpty()) {
      Color quiet = pen.colour(ChartColours.Role.QUIET);
      pen.text(shown.y().title(), 0, LEGEND_LINE / 2, TextAlignment.LEFT, quiet);
    }
    drawMarks(pen, area, shown.marks());
    for (Line line : shown.lines()) {
      draw(pen, area, line);
    }
    legend.draw(width, LEGEND_LINE);
  }

  private static void drawMarks(Pen pen, Plot plot, List<Mark> marks) {
    double free = plot.left();
    for (Mark mark : marks) {
      double x = plot.atX(mark.x());
      pen.line(x, plot.top(), x, plot.bottom(), pen.colour(ChartColours.Role.GRID), 1);
      double width = Pen.widthOf(mark.label()) + 2 * MARK_AIR;
      if (x >= free && x + width <= plot.right()) {
        Color quiet = pen.colour(ChartColours.Role.QUIET);
        pen.text(mark.label(), x + MARK_AIR, plot.top() + 6, TextAlignment.LEFT, quiet);
        free = x + width;
      }
    }
  }

  private static void draw(Pen pen, Plot plot, Line line) {
    GraphicsContext g = pen.graphics();
    Color colour = colour(pen, line);
    Decimation points = Decimation.of(line.series(), plot);
    g.save();
    g.beginPath();
    g.rect(plot.left(), plot.top() - 2, plot.width() + 1, plot.bottom() - plot.top() + 3);
    g.clip();
    g.setStroke(line.style() == Style.FAINT ? colour.deriveColor(0, 1, 1, 0.4) : colour);
    g.setLineWidth(strong(line) ? 2 : 1);
    g.setLineDashes(dashes(line));
    pen.stroke(points);
    g.restore();
    if (line.series().marked()) {
      g.setFill(colour);
      for (int i = 0; i < points.size(); i++) {
        g.fillOval(points.x(i) - 3.5, points.y(i) - 3.5, 7, 7);
      }
    }
  }

  private static Color colour(Pen pen, Line line) {
    return line.style() == Style.REFERENCE
        ? pen.colour(ChartColours.Role.QUIET)
        : pen.colours().series(line.colour());
  }

  private static boolean strong(Line line) {
    return line.style() == Style.SOLID || line.style() == Style.DASHED;
  }

  private static double[] dashes(Line line) {
    return switch (line.style()) {
      case SOLID, FAINT -> new double[0];
      case DASHED -> new double[] {5, 4};
      case REFERENCE -> new double[] {3, 3};
    };
  }

  private static ChartLegend legend(Pen pen, Model shown, double width) {
    double left = shown.y().title().isEmpty() ? 0 : Pen.widthOf(shown.y().title()) + 12;
    ChartLegend legend = new ChartLegend(pen, width - left, left);
    for (Line line : shown.lines()) {
      if (named(line, shown.lines())) {
        legend.line(line.series().name(), colour(pen, line), strong(line) ? 2 : 1, dashes(line));
      }
    }
    return legend;
  }

  private static boolean named(Line line, List<Line> all) {
    return switch (line.style()) {
      case FAINT -> false;
      case SOLID, REFERENCE -> !line.series().name().isEmpty();
      case DASHED ->
          all.stream().noneMatch(o -> o.style() == Style.SOLID && o.colour() == line.colour());
    };
  }

  @Override
  protected void drawOver(Pen pen, Model shown, double width, double height) {
    Plot at = plot;
    Reading reading = shown.reading();
    if (at == null || reading == null || !at.holds(mouseX(), mouseY())) {
      return;
    }
    double x = at.x().valueAt((mouseX() - at.left()) / at.width());
    pen.line(mouseX(), at.top(), mouseX(), at.bottom(), pen.colour(ChartColours.Role.LINE), 1);
    List<ReadOut.Line> said = new ArrayList<>();
    said.add(new ReadOut.Line(reading.x().apply(x), pen.colour(ChartColours.Role.INK)));
    for (Line line : shown.lines()) {
      int i = line.style() == Style.FAINT ? -1 : line.series().lastUpTo(x);
      if (i >= 0 && !line.series().name().isEmpty()) {
        double y = line.series().y()[i];
        pen.dot(at.atX(line.series().x()[i]), at.atY(y), 3, colour(pen, line));
        said.add(
            new ReadOut.Line(
                line.series().name() + "  " + reading.y().apply(y), colour(pen, line)));
      }
    }
    ReadOut.draw(pen, said, mouseX(), mouseY(), width, height);
  }
}
