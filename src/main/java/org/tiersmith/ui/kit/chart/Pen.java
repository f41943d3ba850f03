package org.tiersmith.ui.kit.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.tiersmith.ui.kit.Fonts;

/** Draws lines on pixel centres and texts in the font that has their signs. */
final class Pen {
  static final double SMALL = 11;

  private final GraphicsContext graphics;
  private final ChartColours colours;

  Pen(GraphicsContext graphics, ChartColours colours) {
    this.graphics = graphics;
    this.colours = colours;
    graphics.setLineDashes();
    graphics.setGlobalAlpha(1);
    graphics.setLineWidth(1);
  }

  GraphicsContext graphics() {
    return graphics;
  }

  Color colour(ChartColours.Role role) {
    return colours.of(role);
  }

  ChartColours colours() {
    return colours;
  }

  /** A straight line, horizontal and vertical ones crisp. */
  void line(double x1, double y1, double x2, double y2, Color colour, double width) {
    graphics.setStroke(colour);
    graphics.setLineWidth(width);
    double shift = Math.rint(width) % 2 != 0 ? 0.5 : 0;
    graphics.strokeLine(
        Math.floor(x1) + shift,
        Math.floor(y1) + shift,
        Math.floor(x2) + shift,
        Math.floor(y2) + shift);
  }

  /** Text at a point: aligned horizontally as told, vertically centred on {@code y}. */
  void text(String text, double x, double y, TextAlignment alignment, Color colour) {
    text(text, x, y, alignment, colour, FontWeight.NORMAL);
  }

  void text(
      String text, double x, double y, TextAlignment alignment, Color colour, FontWeight weight) {
    graphics.setFont(Fonts.forText(text, weight, SMALL));
    graphics.setFill(colour);
    graphics.setTextAlign(alignment);
    graphics.setTextBaseline(VPos.CENTER);
    graphics.fillText(text, Math.rint(x), Math.rint(y));
  }

  /** Text cut at its end with an ellipsis when it is wider than the room. */
  void fittedText(String text, double x, double y, double room, TextAlignment align, Color colour) {
    String shown = text;
    int kept = text.length();
    while (kept > 1 && widthOf(shown) > room) {
      kept--;
      shown = text.substring(0, kept).stripTrailing() + "…";
    }
    text(shown, x, y, align, colour);
  }

  static double widthOf(String text) {
    Text node = new Text(text);
    node.setFont(Fonts.forText(text, FontWeight.NORMAL, SMALL));
    return node.getLayoutBounds().getWidth();
  }
}
