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
  private static final double TITLE = 13;

  private final GraphicsContext graphics;
  private final ChartColours colours;
  private final boolean picture;

  Pen(GraphicsContext graphics, ChartColours colours) {
    this(graphics, colours, false);
  }

  private Pen(GraphicsContext graphics, ChartColours colours, boolean picture) {
    this.picture = picture;
    this.graphics = graphics;
    this.colours = colours;
    graphics.setLineDashes();
    graphics.setGlobalAlpha(1);
    graphics.setLineWidth(1);
  }

  /** A pen for a picture to keep, on which nothing can be taken hold of. */
  static Pen forPicture(GraphicsContext graphics, ChartColours colours) {
    return new Pen(graphics, colours, true);
  }

  boolean isForPicture() {
    return picture;
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

  /** Strokes a thinned line with the present stroke; NaN breaks it. */
  void stroke(Decimation points) {
    graphics.beginPath();
    boolean broken = true;
    for (int i = 0; i < points.size(); i++) {
      if (Double.isNaN(points.y(i))) {
        broken = true;
      } else if (broken) {
        graphics.moveTo(points.x(i), points.y(i));
        broken = false;
      } else {
        graphics.lineTo(points.x(i), points.y(i));
      }
    }
    graphics.stroke();
  }

  /** A filled dot with a thin rim in the card's colour, so that dots stand off what is below. */
  void dot(double x, double y, double radius, Color colour) {
    graphics.setFill(colour(ChartColours.Role.CARD));
    graphics.fillOval(x - radius - 1.5, y - radius - 1.5, 2 * radius + 3, 2 * radius + 3);
    graphics.setFill(colour);
    graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
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

  void title(String text, double x, double y) {
    graphics.setFont(Fonts.forText(text, FontWeight.BOLD, TITLE));
    graphics.setFill(colour(ChartColours.Role.INK));
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.setTextBaseline(VPos.CENTER);
    graphics.fillText(text, x, y);
  }

  /** Text cut at its end with an ellipsis when it is wider than the room. */
  void fittedText(String text, double x, double y, double room, TextAlignment align, Color colour) {
    text(fitted(text, room), x, y, align, colour);
  }

  /** A text that is no wider than the room, ending with an ellipsis where it was cut. */
  static String fitted(String text, double room) {
    String shown = text;
    int kept = text.length();
    while (kept > 1 && widthOf(shown) > room) {
      kept--;
      shown = text.substring(0, kept).stripTrailing() + "…";
    }
    return shown;
  }

  static double widthOf(String text) {
    Text node = new Text(text);
    node.setFont(Fonts.forText(text, FontWeight.NORMAL, SMALL));
    return node.getLayoutBounds().getWidth();
  }
}
