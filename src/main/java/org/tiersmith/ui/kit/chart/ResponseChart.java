package org.tiersmith.ui.kit.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.ValueTable;

/**
 * How purchases answer discounts: what was observed at each rate, with its interval, and the curves
 * fitted to it, the chosen one before the others.
 */
public final class ResponseChart extends CanvasChart<ResponseChart.Model> {
  private static final double LARGEST = 8;
  private static final double SMALLEST = 2.5;
  private static final double CAP = 3;
  private static final double NEAR = 12;
  private static final double LEGEND_LINE = 16;

  /**
   * What was observed at a discount rate.
   *
   * @param share of the exposures that ended in a purchase, with an interval around it
   * @param exposures how many there were; the dot's area grows with them
   * @param note what is read while the mouse is there, a line each
   */
  public record Observed(
      double rate, double share, double low, double high, long exposures, List<String> note) {}

  /**
   * A fitted curve.
   *
   * @param steps whether it holds each value until the next point, as an isotonic fit does
   * @param chosen whether it is the one in use
   */
  public record Fit(String name, Series line, boolean steps, boolean chosen) {}

  /**
   * What is shown.
   *
   * @param observedName what the dots are called in the legend
   */
  public record Model(
      Axis rate, Axis share, String observedName, List<Observed> observed, List<Fit> fits) {}

  private @Nullable Plot plot;

  public ResponseChart() {
    followMouse();
  }

  @Override
  protected String describe(Model shown) {
    return shown.observed().stream()
        .map(
            dot ->
                shown.rate().label().apply(dot.rate())
                    + " → "
                    + shown.share().label().apply(dot.share()))
        .collect(Collectors.joining(", "));
  }

  @Override
  protected ValueTable values(Model shown, Texts texts) {
    ValueTable table =
        new ValueTable(
            texts.get("values.series"),
            shown.rate().titleOr(texts.get("values.from")),
            texts.get("values.value"),
            texts.get("values.low"),
            texts.get("values.high"),
            texts.get("values.count"));
    for (Observed dot : shown.observed()) {
      table.row(
          shown.observedName(), dot.rate(), dot.share(), dot.low(), dot.high(), dot.exposures());
    }
    for (Fit fit : shown.fits()) {
      for (int i = 0; i < fit.line().size(); i++) {
        table.row(fit.name(), fit.line().x()[i], fit.line().y()[i], "", "", "");
      }
    }
    return table;
  }

  @Override
  protected void draw(Pen pen, Model shown, double width, double height) {
    ChartLegend legend = new ChartLegend(pen, width);
    legend.dot(shown.observedName(), pen.colour(ChartColours.Role.INK));
    for (int i = 0; i < shown.fits().size(); i++) {
      Fit fit = shown.fits().get(i);
      legend.line(fit.name(), colour(pen, fit, i), fit.chosen() ? 2.5 : 1.5, dashes(fit, i));
    }
    double top = legend.lines() * LEGEND_LINE + 8;
    Plot drawn = Plot.within(shown.rate(), shown.share(), width, height, top);
    plot = drawn;
    drawn.drawFrame(pen);
    legend.draw(drawn.left(), LEGEND_LINE);
    List<Fit> order = shown.fits().stream().sorted(Comparator.comparing(Fit::chosen)).toList();
    for (Fit fit : order) {
      drawFit(pen, drawn, fit, shown.fits().indexOf(fit));
    }
    drawObserved(pen, drawn, shown);
  }

  private static Color colour(Pen pen, Fit fit, int index) {
    return fit.chosen()
        ? pen.colours().series(0)
        : pen.colours().series(1 + index).deriveColor(0, 1, 1, 0.65);
  }

  private static double[] dashes(Fit fit, int index) {
    return fit.chosen() || index == 0 ? new double[0] : new double[] {2.0 + 3 * index, 3};
  }

  private static void drawFit(Pen pen, Plot plot, Fit fit, int index) {
    GraphicsContext g = pen.graphics();
    g.save();
    g.beginPath();
    g.rect(plot.left(), plot.top() - 2, plot.width(), plot.bottom() - plot.top() + 3);
    g.clip();
    g.setStroke(colour(pen, fit, index));
    g.setLineWidth(fit.chosen() ? 2.5 : 1.5);
    g.setLineDashes(dashes(fit, index));
    if (fit.steps()) {
      strokeSteps(g, plot, fit.line());
    } else {
      pen.stroke(Decimation.of(fit.line(), plot));
    }
    g.restore();
  }

  private static void strokeSteps(GraphicsContext g, Plot plot, Series line) {
    g.beginPath();
    for (int i = 0; i < line.size(); i++) {
      double x = plot.atX(line.x()[i]);
      double y = plot.atY(line.y()[i]);
      if (i == 0) {
        g.moveTo(x, y);
      } else {
        g.lineTo(x, y);
      }
      g.lineTo(i + 1 < line.size() ? plot.atX(line.x()[i + 1]) : plot.right(), y);
    }
    g.stroke();
  }

  private static void drawObserved(Pen pen, Plot plot, Model shown) {
    long most = shown.observed().stream().mapToLong(Observed::exposures).max().orElse(1);
    Color ink = pen.colour(ChartColours.Role.INK);
    for (Observed dot : shown.observed()) {
      double x = Math.rint(plot.atX(dot.rate()));
      double low = Math.min(plot.bottom(), plot.atY(dot.low()));
      double high = Math.max(plot.top(), plot.atY(dot.high()));
      pen.line(x, low, x, high, ink, 1);
      pen.line(x - CAP, low, x + CAP, low, ink, 1);
      pen.line(x - CAP, high, x + CAP, high, ink, 1);
      double radius = LARGEST * Math.sqrt((double) dot.exposures() / Math.max(1, most));
      pen.dot(x + 0.5, plot.atY(dot.share()), Math.max(SMALLEST, radius), ink);
    }
  }

  @Override
  protected void drawOver(Pen pen, Model shown, double width, double height) {
    Plot at = plot;
    if (at == null || !isMouseOver()) {
      return;
    }
    shown.observed().stream()
        .filter(dot -> Math.abs(at.atX(dot.rate()) - mouseX()) < NEAR)
        .min(Comparator.comparingDouble(dot -> Math.abs(at.atX(dot.rate()) - mouseX())))
        .ifPresent(
            dot -> {
              Color ink = pen.colour(ChartColours.Role.INK);
              List<ReadOut.Line> lines =
                  dot.note().stream().map(text -> new ReadOut.Line(text, ink)).toList();
              ReadOut.draw(pen, lines, at.atX(dot.rate()), at.atY(dot.share()), width, height);
            });
  }
}
