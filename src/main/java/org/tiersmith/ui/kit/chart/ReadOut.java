package org.tiersmith.ui.kit.chart;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** A small box with what is under the mouse, beside it and never outside the chart. */
final class ReadOut {
  private static final double LINE = 15;
  private static final double AIR = 7;
  private static final double AWAY = 12;

  /** A line of the box and its colour. */
  record Line(String text, Color colour) {}

  private ReadOut() {}

  /** Draws the box beside a point of a chart of that size. */
  static void draw(Pen pen, List<Line> lines, double x, double y, double width, double height) {
    double wide = lines.stream().mapToDouble(l -> Pen.widthOf(l.text())).max().orElse(0) + 2 * AIR;
    double high = lines.size() * LINE + AIR;
    boolean onLeft = x + AWAY + wide > width;
    double left =
        Math.rint(Math.clamp(onLeft ? x - AWAY - wide : x + AWAY, 0, Math.max(0, width - wide)));
    double top = Math.rint(Math.clamp(y - high / 2, 0, Math.max(0, height - high)));
    GraphicsContext g = pen.graphics();
    g.setFill(pen.colour(ChartColours.Role.CARD));
    g.fillRoundRect(left, top, wide, high, 8, 8);
    g.setStroke(pen.colour(ChartColours.Role.LINE));
    g.setLineWidth(1);
    g.strokeRoundRect(left + 0.5, top + 0.5, wide - 1, high - 1, 8, 8);
    double at = top + AIR / 2 + LINE / 2;
    for (Line line : lines) {
      pen.text(line.text(), left + AIR, at, TextAlignment.LEFT, line.colour());
      at += LINE;
    }
  }
}
