package org.tiersmith.ui.kit.chart;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.ValueTable;

/**
 * The most profit that any plan can earn at each discount cost, and where scenarios lie below: the
 * distance of the current one up to the curve is the money that it leaves on the table. The budget
 * is a line that can be dragged, or moved with the keys while the chart has the focus.
 */
public final class FrontierChart extends CanvasChart<FrontierChart.Model> {
  private static final double TOP = 10;
  private static final double TOP_WITH_BUDGET = 24;
  private static final double NEAR = 9;

  /** What a scenario is to the person. */
  public enum Standing {
    CURRENT,
    COMPARED,
    OTHER
  }

  /** A scenario: what its discounts cost and what they earn, both as money. */
  public record Point(String name, double cost, double profit, Standing standing) {}

  /**
   * The budget's line.
   *
   * @param amount as money
   * @param label how an amount is written above the line
   */
  public record Budget(double amount, DoubleFunction<String> label) {}

  /**
   * What is shown.
   *
   * @param curve the frontier: rising cost, highest profit, within both axes; beyond its last point
   *     no budget earns more, so the last profit is held
   * @param points scenarios; at most one is the current one
   * @param left what the current scenario leaves on the table, written at its distance to the
   *     curve; empty where there is none
   * @param certificate written at the curve, for example how close to the best it is proven to be;
   *     may be empty
   * @param budget null for none
   */
  public record Model(
      Axis cost,
      Axis profit,
      Series curve,
      List<Point> points,
      String left,
      String certificate,
      @Nullable Budget budget) {

    public Model {
      points = List.copyOf(points);
    }

    /**
     * The frontier's profit at a cost, between its points on the straight line; NaN without any.
     */
    double best(double at) {
      double[] x = curve.x();
      double[] y = curve.y();
      if (x.length == 0) {
        return Double.NaN;
      }
      int found = Arrays.binarySearch(x, at);
      int next = found >= 0 ? found : -found - 1;
      if (next == 0 || next == x.length || found >= 0) {
        return y[Math.min(next, x.length - 1)];
      }
      double share = (at - x[next - 1]) / (x[next] - x[next - 1]);
      return y[next - 1] + share * (y[next] - y[next - 1]);
    }

    @Nullable Point current() {
      return points.stream()
          .filter(point -> point.standing() == Standing.CURRENT)
          .findFirst()
          .orElse(null);
    }
  }

  private final DraggedLine line = new DraggedLine(this, this::plotShown, this::budgetShown);
  private @Nullable Plot plot;

  public FrontierChart() {
    getStyleClass().add("ts-frontier");
    followMouse();
  }

  /**
   * Lets the budget be moved.
   *
   * @param moved given each budget while it moves; the model should be shown anew with it
   */
  public void onBudget(LineMoved moved) {
    line.moves(moved);
    setAccessibleRole(AccessibleRole.SLIDER);
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    Model shown = modelProperty().get();
    if (shown == null || shown.budget() == null) {
      return super.queryAccessibleAttribute(attribute, parameters);
    }
    return switch (attribute) {
      case VALUE -> line.value();
      case MIN_VALUE -> shown.cost().min();
      case MAX_VALUE -> shown.cost().max();
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  private @Nullable Plot plotShown() {
    return plot;
  }

  private double budgetShown() {
    Model shown = modelProperty().get();
    return shown == null || shown.budget() == null ? Double.NaN : shown.budget().amount();
  }

  @Override
  protected String describe(Model shown) {
    String points =
        shown.points().stream()
            .map(
                point ->
                    point.name()
                        + ": "
                        + shown.cost().label().apply(point.cost())
                        + " → "
                        + shown.profit().label().apply(point.profit()))
            .collect(Collectors.joining(", "));
    return Stream.of(points, shown.left(), shown.certificate())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(". "));
  }

  @Override
  protected ValueTable values(Model shown, Texts texts) {
    ValueTable table =
        new ValueTable(
            texts.get("values.series"), texts.get("values.cost"), texts.get("values.profit"));
    for (Point point : shown.points()) {
      table.row(point.name(), point.cost(), point.profit());
    }
    if (shown.budget() != null) {
      double amount = shown.budget().amount();
      table.row(texts.get("values.budget"), amount, shown.best(amount));
    }
    for (int i = 0; i < shown.curve().size(); i++) {
      table.row(texts.get("values.frontier"), shown.curve().x()[i], shown.curve().y()[i]);
    }
    return table;
  }

  @Override
  protected void draw(Pen pen, Model shown, double width, double height) {
    double top =
        (shown.budget() == null ? TOP : TOP_WITH_BUDGET)
            + (shown.certificate().isEmpty() ? 0 : FrontierLabels.HEADROOM);
    Plot drawn = Plot.within(shown.cost(), shown.profit(), width, height, top);
    plot = drawn;
    drawn.drawFrame(pen);
    drawCurve(pen, drawn, shown);
    drawRiser(pen, drawn, shown);
    for (Point point : shown.points().reversed()) {
      pen.dot(
          drawn.atX(point.cost()),
          drawn.atY(point.profit()),
          radius(point.standing()),
          colour(pen, point.standing()));
    }
    FrontierLabels.draw(pen, drawn, shown);
  }

  private static void drawCurve(Pen pen, Plot plot, Model shown) {
    int size = shown.curve().size();
    if (size == 0) {
      return;
    }
    GraphicsContext g = pen.graphics();
    g.setStroke(pen.colour(ChartColours.Role.GOOD));
    g.setLineWidth(2);
    pen.stroke(Decimation.of(shown.curve(), plot));
    double end = shown.curve().x()[size - 1];
    if (end < shown.cost().max()) {
      double y = plot.atY(shown.curve().y()[size - 1]);
      g.setLineDashes(1, 4);
      g.setLineWidth(1.4);
      g.strokeLine(plot.atX(end) + 3, y, plot.right(), y);
      g.setLineDashes();
    }
  }

  /** A dotted line from the current scenario up to the best that its cost could earn. */
  private static void drawRiser(Pen pen, Plot plot, Model shown) {
    Point current = shown.current();
    if (current == null || shown.left().isEmpty()) {
      return;
    }
    double x = plot.atX(current.cost());
    double up = plot.atY(shown.best(current.cost()));
    Color good = pen.colour(ChartColours.Role.GOOD);
    GraphicsContext g = pen.graphics();
    g.setLineDashes(2, 3);
    g.setStroke(good);
    g.setLineWidth(1.4);
    g.strokeLine(x, plot.atY(current.profit()), x, up);
    g.setLineDashes();
    pen.dot(x, up, 3, good);
  }

  static double radius(Standing standing) {
    return switch (standing) {
      case CURRENT -> 5.5;
      case COMPARED -> 4.5;
      case OTHER -> 4;
    };
  }

  static Color colour(Pen pen, Standing standing) {
    return switch (standing) {
      case CURRENT -> pen.colours().series(0);
      case COMPARED -> pen.colours().series(2);
      case OTHER -> pen.colours().series(4);
    };
  }

  @Override
  protected void drawOver(Pen pen, Model shown, double width, double height) {
    Plot at = plot;
    if (at == null) {
      return;
    }
    if (shown.budget() != null) {
      double amount = line.value();
      line.draw(pen, at, shown.budget().label().apply(amount), width);
    }
    if (isMouseOver() && !line.isHeld()) {
      drawReadOut(pen, at, shown, width, height);
    }
  }

  private void drawReadOut(Pen pen, Plot at, Model shown, double width, double height) {
    Point near = near(at, shown);
    if (near != null) {
      double x = at.atX(near.cost());
      double y = at.atY(near.profit());
      ReadOut.draw(
          pen,
          List.of(
              new ReadOut.Line(near.name(), pen.colour(ChartColours.Role.INK)),
              values(pen, shown, near.cost(), near.profit())),
          x,
          y,
          width,
          height);
    } else if (at.holds(mouseX(), mouseY()) && shown.curve().size() > 0 && !line.isNear(mouseX())) {
      double cost = at.x().valueAt((mouseX() - at.left()) / at.width());
      double best = shown.best(cost);
      pen.dot(mouseX(), at.atY(best), 3, pen.colour(ChartColours.Role.GOOD));
      ReadOut.draw(
          pen, List.of(values(pen, shown, cost, best)), mouseX(), at.atY(best) + 18, width, height);
    }
  }

  private static ReadOut.Line values(Pen pen, Model shown, double cost, double profit) {
    String text = shown.cost().label().apply(cost) + " → " + shown.profit().label().apply(profit);
    return new ReadOut.Line(text, pen.colour(ChartColours.Role.QUIET));
  }

  private @Nullable Point near(Plot at, Model shown) {
    return shown.points().stream()
        .filter(p -> Math.hypot(at.atX(p.cost()) - mouseX(), at.atY(p.profit()) - mouseY()) < NEAR)
        .findFirst()
        .orElse(null);
  }
}
