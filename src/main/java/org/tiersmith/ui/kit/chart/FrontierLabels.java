package org.tiersmith.ui.kit.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.tiersmith.ui.kit.chart.FrontierChart.Point;
import org.tiersmith.ui.kit.chart.LabelPlacer.Box;

/** Places the labels of a frontier: none lies on another, on a dot or outside the plot. */
final class FrontierLabels {
  /** Left free above the plot for a label over the curve's highest part. */
  static final double HEADROOM = 16;

  private static final double HIGH = 14;
  private static final double SPOT_EVERY = 4;
  private static final double WIDEST = 0.55;

  private final Pen pen;
  private final Plot plot;
  private final FrontierChart.Model shown;
  private final LabelPlacer placer;

  private FrontierLabels(Pen pen, Plot plot, FrontierChart.Model shown) {
    this.pen = pen;
    this.plot = plot;
    this.shown = shown;
    placer =
        new LabelPlacer(
            new Box(plot.left() + 2, plot.top() - HEADROOM, plot.right(), plot.bottom() - 1));
  }

  /** Draws what finds room; the current scenario asks first, then what it leaves on the table. */
  static void draw(Pen pen, Plot plot, FrontierChart.Model shown) {
    FrontierLabels labels = new FrontierLabels(pen, plot, shown);
    labels.keepOffLines();
    shown.points().stream()
        .sorted(Comparator.comparing(Point::standing))
        .limit(1)
        .forEach(labels::name);
    labels.tellLeft();
    labels.tellCertificate();
    shown.points().stream()
        .sorted(Comparator.comparing(Point::standing))
        .skip(1)
        .forEach(labels::name);
  }

  private void keepOffLines() {
    if (shown.curve().size() > 0) {
      for (double x = plot.left(); x <= plot.right(); x += SPOT_EVERY) {
        double cost = plot.x().valueAt((x - plot.left()) / plot.width());
        if (cost >= shown.curve().x()[0]) {
          placer.shun(x, plot.atY(shown.best(cost)));
        }
      }
    }
    for (Point point : shown.points()) {
      double radius = FrontierChart.radius(point.standing()) + 1;
      double x = plot.atX(point.cost());
      placer.avoid(LabelPlacer.around(x, plot.atY(point.profit()), 2 * radius, 2 * radius));
    }
    Point current = shown.current();
    if (current != null && !shown.left().isEmpty()) {
      shunUpright(current.cost(), plot.atY(shown.best(current.cost())), plot.atY(current.profit()));
    }
    if (shown.budget() != null) {
      shunUpright(shown.budget().amount(), plot.top() - HEADROOM, plot.bottom());
    }
  }

  private void shunUpright(double cost, double from, double to) {
    for (double y = from; y < to; y += SPOT_EVERY) {
      placer.shun(plot.atX(cost), y);
    }
  }

  /** Another scenario's name is told where the mouse is, so it need not lie on a line. */
  private void name(Point point) {
    double x = plot.atX(point.cost());
    double y = plot.atY(point.profit());
    double gap = FrontierChart.radius(point.standing()) + 4;
    if (point.standing() == FrontierChart.Standing.OTHER) {
      String name = fitted(point.name());
      draw(
          name,
          placer.clearBeside(x, y, gap, Pen.widthOf(name), HIGH),
          pen.colour(ChartColours.Role.QUIET));
    } else {
      beside(point.name(), x, y, gap, FrontierChart.colour(pen, point.standing()));
    }
  }

  private void tellLeft() {
    Point current = shown.current();
    if (current != null && !shown.left().isEmpty()) {
      double up = plot.atY(shown.best(current.cost()));
      double middle = (up + plot.atY(current.profit())) / 2;
      boolean roomy = Math.abs(middle - up) > HIGH;
      beside(
          shown.left(),
          plot.atX(current.cost()),
          roomy ? middle : up,
          5,
          pen.colour(ChartColours.Role.GOOD));
    }
  }

  /** Above the curve, where nothing else ever is; if it is too wide for that, wherever it fits. */
  private void tellCertificate() {
    if (shown.certificate().isEmpty() || shown.curve().size() == 0) {
      return;
    }
    double width = Pen.widthOf(shown.certificate());
    List<Box> places = new ArrayList<>();
    for (double share : new double[] {0.62, 0.5, 0.75, 0.38, 0.9, 0.25}) {
      double x = plot.left() + share * plot.width();
      double best = shown.best(plot.x().valueAt(share));
      for (double away : new double[] {12, 20}) {
        places.add(LabelPlacer.around(x, plot.atY(best) - away, width, HIGH));
      }
    }
    for (double y = plot.top() - HEADROOM; y < plot.bottom(); y += HIGH) {
      places.add(new Box(plot.right() - width, y, plot.right(), y + HIGH));
      places.add(new Box(plot.left() + 6, y, plot.left() + 6 + width, y + HIGH));
    }
    draw(shown.certificate(), placer.best(places), pen.colour(ChartColours.Role.GOOD));
  }

  private void beside(String text, double x, double y, double gap, Color colour) {
    String fitted = fitted(text);
    draw(fitted, placer.beside(x, y, gap, Pen.widthOf(fitted), HIGH), colour);
  }

  private String fitted(String text) {
    return Pen.fitted(text, plot.width() * WIDEST);
  }

  private void draw(String text, @Nullable Box place, Color colour) {
    if (place != null) {
      pen.text(text, place.left(), place.middleY(), TextAlignment.LEFT, colour);
    }
  }
}
