package org.tiersmith.ui.kit.chart;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * A vertical line of a chart that follows the mouse while it is held, whether or not the model
 * already does, and the keys while the chart has the focus.
 */
final class DraggedLine {
  private static final AtomicLong DRAGS = new AtomicLong();
  private static final double CLOSE = 6;
  private static final double THUMB = 7;
  private static final double LABEL_AT = 7;
  private static final int KEY_STEPS = 100;
  private static final int MANY = 10;

  private final CanvasChart<?> chart;
  private final Supplier<@Nullable Plot> plot;
  private final DoubleSupplier shown;
  private @Nullable LineMoved moved;
  private double held = Double.NaN;
  private long drag;

  /**
   * @param plot where the chart has drawn last; null before
   * @param shown the value in the model; NaN for none
   */
  DraggedLine(CanvasChart<?> chart, Supplier<@Nullable Plot> plot, DoubleSupplier shown) {
    this.chart = chart;
    this.plot = plot;
    this.shown = shown;
  }

  void moves(LineMoved listener) {
    moved = listener;
    chart.setFocusTraversable(true);
    chart.addEventHandler(MouseEvent.MOUSE_MOVED, e -> chart.setCursor(cursor(e.getX())));
    chart.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    chart.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> release());
    chart.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    chart.focusedProperty().subscribe(chart::redrawOver);
  }

  boolean isHeld() {
    return !Double.isNaN(held);
  }

  boolean isNear(double x) {
    Plot at = plot.get();
    return moved != null
        && at != null
        && !Double.isNaN(shown.getAsDouble())
        && Math.abs(at.atX(value()) - x) <= CLOSE;
  }

  /** Where the line stands: under the mouse while it is held. */
  double value() {
    return isHeld() ? held : shown.getAsDouble();
  }

  /**
   * Draws the line with its label at the chart's upper edge.
   *
   * @param width the chart's
   */
  void draw(Pen pen, Plot at, String label, double width) {
    Color ink = pen.colour(ChartColours.Role.INK);
    double x = Math.floor(Math.clamp(at.atX(value()), at.left(), at.right()));
    pen.graphics().setGlobalAlpha(isHeld() ? 1 : 0.6);
    pen.line(x, LABEL_AT + 8, x, at.bottom(), isHeld() ? pen.colours().series(0) : ink, 1);
    pen.graphics().setGlobalAlpha(1);
    double half = Pen.widthOf(label) / 2;
    double middle = Math.clamp(x, Math.min(half, width / 2), Math.max(width - half, width / 2));
    pen.text(label, middle, LABEL_AT, TextAlignment.CENTER, ink);
    if (moved != null && !pen.isForPicture()) {
      drawThumb(pen, x + 0.5, at.bottom());
    }
  }

  /** The thumb of a slider, for it is one. */
  private void drawThumb(Pen pen, double x, double y) {
    GraphicsContext g = pen.graphics();
    g.setFill(pen.colours().series(0));
    if (chart.isFocused()) {
      g.setGlobalAlpha(0.3);
      g.fillOval(x - THUMB - 3, y - THUMB - 3, 2 * THUMB + 6, 2 * THUMB + 6);
      g.setGlobalAlpha(1);
    }
    g.fillOval(x - THUMB, y - THUMB, 2 * THUMB, 2 * THUMB);
    g.setFill(pen.colour(ChartColours.Role.CARD));
    g.fillOval(x - THUMB + 3, y - THUMB + 3, 2 * THUMB - 6, 2 * THUMB - 6);
  }

  private Cursor cursor(double x) {
    return isNear(x) ? Cursor.H_RESIZE : Cursor.DEFAULT;
  }

  private void press(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && isNear(event.getX())) {
      chart.requestFocus();
      held = shown.getAsDouble();
      drag = DRAGS.incrementAndGet();
      chart.redrawOver();
      event.consume();
    }
  }

  private void drag(MouseEvent event) {
    Plot at = plot.get();
    if (isHeld() && at != null) {
      double wanted = at.x().valueAt((event.getX() - at.left()) / at.width());
      double step = Ticks.step(at.x().max() - at.x().min(), (int) Math.max(1, at.width()));
      held = rounded(wanted, step, at.x());
      chart.redrawOver();
      tell("drag " + drag, held);
      event.consume();
    }
  }

  private void release() {
    if (isHeld()) {
      held = Double.NaN;
      chart.redrawOver();
    }
  }

  private void key(KeyEvent event) {
    Plot at = plot.get();
    double now = shown.getAsDouble();
    if (at == null || Double.isNaN(now) || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    double step = Ticks.step(at.x().max() - at.x().min(), KEY_STEPS);
    double wanted =
        switch (event.getCode()) {
          case LEFT, DOWN -> now - step;
          case RIGHT, UP -> now + step;
          case PAGE_DOWN -> now - MANY * step;
          case PAGE_UP -> now + MANY * step;
          case HOME -> at.x().min();
          case END -> at.x().max();
          default -> Double.NaN;
        };
    if (!Double.isNaN(wanted)) {
      tell("", rounded(wanted, step, at.x()));
      event.consume();
    }
  }

  private void tell(String gesture, double value) {
    if (moved != null) {
      moved.moved(gesture, value);
      chart.notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }
  }

  private static double rounded(double value, double step, Axis axis) {
    return Math.clamp(Math.round(value / step) * step, axis.min(), axis.max());
  }
}
