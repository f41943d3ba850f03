package org.tiersmith.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Chips with names, on as many lines as they need. */
final class ChartLegend {
  private static final double SIGN = 14;
  private static final double GAP = 5;
  private static final double BETWEEN = 14;

  /** Draws a chip's sign, 14 wide, around a middle height. */
  private interface Sign {
    void draw(GraphicsContext g, double x, double y);
  }

  private record Chip(String name, Sign sign, double width) {}

  private final Pen pen;
  private final double room;
  private final double shift;
  private final List<List<Chip>> lines = new ArrayList<>();
  private double used;

  /**
   * @param room the width that there is
   */
  ChartLegend(Pen pen, double room) {
    this(pen, room, 0);
  }

  /**
   * @param room the width that there is
   * @param shift how far right of the chart's edge it begins
   */
  ChartLegend(Pen pen, double room, double shift) {
    this.pen = pen;
    this.room = room;
    this.shift = shift;
  }

  int lines() {
    return lines.size();
  }

  void dot(String name, Color colour) {
    add(
        name,
        (g, x, y) -> {
          g.setFill(colour);
          g.fillOval(x + SIGN / 2 - 4, y - 4, 8, 8);
        });
  }

  void square(String name, Color colour) {
    add(
        name,
        (g, x, y) -> {
          g.setFill(colour);
          g.fillRect(Math.rint(x + SIGN - 9), Math.rint(y) - 4, 9, 9);
        });
  }

  void line(String name, Color colour, double width, double... dashes) {
    add(
        name,
        (g, x, y) -> {
          g.setStroke(colour);
          g.setLineWidth(width);
          g.setLineDashes(dashes);
          g.strokeLine(x, Math.rint(y) + 0.5, x + SIGN, Math.rint(y) + 0.5);
          g.setLineDashes();
        });
  }

  private void add(String name, Sign sign) {
    String fitted = Pen.fitted(name, Math.max(20, room - SIGN - GAP));
    double width = SIGN + GAP + Pen.widthOf(fitted);
    if (lines.isEmpty() || used + width > room) {
      lines.add(new ArrayList<>());
      used = 0;
    }
    lines.getLast().add(new Chip(fitted, sign, width));
    used += width + BETWEEN;
  }

  /** Draws the lines so that the first has its middle half a line below {@code top}. */
  void draw(double left, double top, double lineHeight) {
    double y = top + lineHeight / 2;
    for (List<Chip> line : lines) {
      double width = line.stream().mapToDouble(chip -> chip.width() + BETWEEN).sum() - BETWEEN;
      double x = shift + Math.max(0, Math.min(left, room - width));
      for (Chip chip : line) {
        chip.sign().draw(pen.graphics(), x, y);
        pen.text(
            chip.name(),
            x + SIGN + GAP,
            y,
            TextAlignment.LEFT,
            pen.colour(ChartColours.Role.QUIET));
        x += chip.width() + BETWEEN;
      }
      y += lineHeight;
    }
  }

  /** The same at the chart's upper edge. */
  void draw(double left, double lineHeight) {
    draw(left, 0, lineHeight);
  }
}
