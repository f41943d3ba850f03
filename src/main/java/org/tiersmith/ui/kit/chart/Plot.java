package org.tiersmith.ui.kit.chart;

import java.util.Arrays;
import javafx.scene.text.TextAlignment;

/** The rectangle in which values are drawn, with the grid and the axes around it. */
record Plot(Axis x, Axis y, double left, double top, double right, double bottom) {
  private static final double TICK_ROOM = 20;
  private static final double TITLE_ROOM = 16;

  /** Lays out the rectangle so that all tick labels fit around it. */
  static Plot within(Axis x, Axis y, double width, double height) {
    return within(x, y, width, height, 8);
  }

  /** The same with more room above, for a legend. */
  static Plot within(Axis x, Axis y, double width, double height, double top) {
    double bottom = height - TICK_ROOM - (x.title().isEmpty() ? 0 : TITLE_ROOM);
    double labels =
        Arrays.stream(Ticks.of(y.min(), y.max(), yTicks(bottom - top)))
            .mapToObj(y.label())
            .mapToDouble(Pen::widthOf)
            .max()
            .orElse(0);
    double lastLabel = Pen.widthOf(x.label().apply(x.max()));
    return new Plot(x, y, Math.ceil(labels) + 8, top, width - Math.max(6, lastLabel / 2), bottom);
  }

  double atX(double value) {
    return left + x.share(value) * (right - left);
  }

  double atY(double value) {
    return bottom - y.share(value) * (bottom - top);
  }

  double width() {
    return right - left;
  }

  boolean holds(double atX, double atY) {
    return atX >= left && atX <= right && atY >= top && atY <= bottom;
  }

  /** Draws grid lines, tick labels and the x axis's title. */
  void drawFrame(Pen pen) {
    var quiet = pen.colour(ChartColours.Role.QUIET);
    for (double tick : Ticks.of(y.min(), y.max(), yTicks(bottom - top))) {
      pen.line(left, atY(tick), right, atY(tick), pen.colour(ChartColours.Role.GRID), 1);
      pen.text(y.label().apply(tick), left - 6, atY(tick), TextAlignment.RIGHT, quiet);
    }
    drawXTicks(pen);
    if (!x.title().isEmpty()) {
      pen.text(x.title(), (left + right) / 2, bottom + 27, TextAlignment.CENTER, quiet);
    }
  }

  void drawXTicks(Pen pen) {
    var quiet = pen.colour(ChartColours.Role.QUIET);
    double widest = Math.max(Pen.widthOf(x.label().apply(x.max())), 20);
    int wanted = (int) Math.clamp((right - left) / (widest + 24), 1, 10);
    for (double tick : Ticks.of(x.min(), x.max(), wanted)) {
      pen.text(x.label().apply(tick), atX(tick), bottom + 11, TextAlignment.CENTER, quiet);
    }
  }

  private static int yTicks(double height) {
    return (int) Math.clamp(height / 30, 3, 6);
  }
}
