package org.tiersmith.ui.kit.chart;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** One horizontal bar a row, divided by shares from grey over pale to strong: the tier mix. */
public final class StackedBars extends CanvasChart<StackedBars.Model> {
  private static final double LEGEND_ROOM = 26;

  /** A bar: its name and the sizes of its parts, any unit; they are shown as shares. */
  public record Row(String name, double[] parts) {}

  /** What is shown; {@code partNames} has a name for each part of every row. */
  public record Model(List<String> partNames, List<Row> rows) {}

  @Override
  protected String describe(Model shown) {
    return shown.rows().stream().map(Row::name).collect(Collectors.joining(", "));
  }

  @Override
  protected void draw(Pen pen, Model shown, double width, double height) {
    double names =
        Math.min(
            width * 0.4,
            shown.rows().stream().mapToDouble(row -> Pen.widthOf(row.name())).max().orElse(0));
    double left = Math.ceil(names) + 10;
    double step = Math.min(64, (height - LEGEND_ROOM) / Math.max(1, shown.rows().size()));
    double thick = Math.clamp(step * 0.58, 3, 30);
    for (int i = 0; i < shown.rows().size(); i++) {
      Row row = shown.rows().get(i);
      double middle = (i + 0.5) * step;
      pen.fittedText(
          row.name(),
          left - 8,
          middle,
          names,
          TextAlignment.RIGHT,
          pen.colour(ChartColours.Role.INK));
      drawBar(pen, row.parts(), left, Math.rint(middle - thick / 2), width - left - 2, thick);
    }
    drawLegend(pen, shown.partNames(), left, width, height);
  }

  private static void drawBar(
      Pen pen, double[] parts, double x, double y, double width, double high) {
    double sum = java.util.Arrays.stream(parts).sum();
    double from = 0;
    for (int i = 0; i < parts.length && sum > 0; i++) {
      double to = from + parts[i];
      double left = Math.rint(x + from / sum * width);
      double right = Math.rint(x + to / sum * width);
      if (right > left) {
        pen.graphics().setFill(pen.colours().tier(i, parts.length));
        double gap = right - left > 3 && i < parts.length - 1 ? 1 : 0;
        pen.graphics().fillRect(left, y, right - left - gap, Math.rint(high));
      }
      from = to;
    }
  }

  private static void drawLegend(
      Pen pen, List<String> names, double left, double width, double height) {
    double total = names.stream().mapToDouble(name -> Pen.widthOf(name) + 13).sum();
    double start = Math.min(left, Math.max(0, width - total - 8 * (names.size() - 1)));
    double gap = Math.clamp((width - start - total) / Math.max(1, names.size() - 1), 2, 14);
    double x = start;
    double y = height - 9;
    for (int i = 0; i < names.size(); i++) {
      Color colour = pen.colours().tier(i, names.size());
      pen.graphics().setFill(colour);
      pen.graphics().fillRect(Math.rint(x), Math.rint(y) - 4, 9, 9);
      pen.text(names.get(i), x + 12, y, TextAlignment.LEFT, pen.colour(ChartColours.Role.QUIET));
      x += 13 + Pen.widthOf(names.get(i)) + gap;
    }
  }
}
