package org.tiersmith.ui.kit.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.ValueTable;

/**
 * One hill a segment: how its values are spread, with the median written beside its line and the
 * number of values at the right.
 */
public final class Ridgeline extends CanvasChart<Ridgeline.Model> {
  private static final double TICKS_ROOM = 36;

  /**
   * A hill.
   *
   * @param density heights over equal parts of the axis; each row is scaled to its own greatest
   * @param median on the axis
   * @param count already formatted
   */
  public record Row(
      String name, double[] density, double median, String medianLabel, String count) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Row row
          && name.equals(row.name)
          && Arrays.equals(density, row.density)
          && median == row.median
          && count.equals(row.count);
    }

    @Override
    public int hashCode() {
      return name.hashCode() * 31 + Arrays.hashCode(density);
    }
  }

  /** What is shown, from top to bottom. */
  public record Model(Axis axis, List<Row> rows) {}

  @Override
  protected String describe(Model shown) {
    return shown.rows().stream()
        .map(row -> row.name() + " " + row.medianLabel())
        .collect(Collectors.joining(", "));
  }

  @Override
  protected ValueTable values(Model shown, Texts texts) {
    ValueTable table =
        new ValueTable(
            texts.get("values.name"),
            texts.get("values.median"),
            texts.get("values.from"),
            texts.get("values.to"),
            texts.get("values.share"));
    for (Row row : shown.rows()) {
      double[] density = row.density();
      double sum = Arrays.stream(density).sum();
      double part = (shown.axis().max() - shown.axis().min()) / Math.max(1, density.length);
      for (int i = 0; i < density.length; i++) {
        double from = shown.axis().min() + i * part;
        table.row(row.name(), row.median(), from, from + part, sum > 0 ? density[i] / sum : 0);
      }
    }
    return table;
  }

  @Override
  protected void draw(Pen pen, Model shown, double width, double height) {
    double names =
        Math.min(
            width * 0.35,
            shown.rows().stream().mapToDouble(row -> Pen.widthOf(row.name())).max().orElse(0));
    double counts = shown.rows().stream().mapToDouble(r -> Pen.widthOf(r.count())).max().orElse(0);
    Plot plot =
        new Plot(
            shown.axis(),
            new Axis(0, 1, v -> "", ""),
            Math.ceil(names) + 14,
            4,
            width - Math.ceil(counts) - 14,
            height - TICKS_ROOM);
    double step = Math.min(96, (plot.bottom() - plot.top()) / Math.max(1, shown.rows().size()));
    for (int i = 0; i < shown.rows().size(); i++) {
      draw(pen, plot, shown.rows().get(i), plot.top() + (i + 1) * step, step * 0.86, names);
    }
    drawAxis(pen, plot, plot.top() + shown.rows().size() * step);
  }

  private static void drawAxis(Pen pen, Plot plot, double base) {
    Plot ticks = new Plot(plot.x(), plot.y(), plot.left(), 0, plot.right(), base + 4);
    ticks.drawXTicks(pen);
    if (!plot.x().title().isEmpty()) {
      pen.text(
          plot.x().title(),
          (plot.left() + plot.right()) / 2,
          base + 29,
          TextAlignment.CENTER,
          pen.colour(ChartColours.Role.QUIET));
    }
  }

  private static void draw(Pen pen, Plot plot, Row row, double base, double high, double names) {
    GraphicsContext g = pen.graphics();
    double top = Arrays.stream(row.density()).max().orElse(0);
    double step = plot.width() / Math.max(1, row.density().length);
    g.setFill(pen.colour(ChartColours.Role.FILL).deriveColor(0, 1, 1, 0.75));
    g.setStroke(pen.colours().series(0));
    g.setLineWidth(1);
    g.beginPath();
    g.moveTo(plot.left(), base);
    for (int i = 0; i < row.density().length && top > 0; i++) {
      g.lineTo(plot.left() + (i + 0.5) * step, base - row.density()[i] / top * high);
    }
    g.lineTo(plot.right(), base);
    g.closePath();
    g.fill();
    g.stroke();
    pen.fittedText(
        row.name(),
        plot.left() - 8,
        base - 8,
        names,
        TextAlignment.RIGHT,
        pen.colour(ChartColours.Role.INK));
    pen.text(
        row.count(),
        plot.right() + 8,
        base - 8,
        TextAlignment.LEFT,
        pen.colour(ChartColours.Role.QUIET));
    drawMedian(pen, plot, row, base, high);
  }

  private static void drawMedian(Pen pen, Plot plot, Row row, double base, double high) {
    double x = plot.atX(Math.clamp(row.median(), plot.x().min(), plot.x().max()));
    pen.line(x, base - high, x, base, pen.colours().series(0), 2);
    boolean leftSide = x > plot.left() + plot.width() * 0.85;
    pen.text(
        row.medianLabel(),
        x + (leftSide ? -5 : 5),
        base - high + 6,
        leftSide ? TextAlignment.RIGHT : TextAlignment.LEFT,
        pen.colour(ChartColours.Role.INK),
        FontWeight.BOLD);
  }
}
