package org.tiersmith.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.ValueTable;

/** What was, what would have been expected, and what is to come with its interval. */
public final class ForecastChart extends CanvasChart<ForecastChart.Model> {
  private static final double LEGEND_LINE = 18;
  private static final double MARK_ROOM = 14;
  private static final double AIR = 5;
  private static final double BAND = 0.28;

  /**
   * A forecast with the interval around it; all of one length, x rising.
   *
   * @param middle the forecast
   */
  public record Band(double[] x, double[] low, double[] middle, double[] high) {
    int lastUpTo(double at) {
      return new Series("", x, middle, false).lastUpTo(at);
    }
  }

  /** A day that matters, with its name. */
  public record Mark(double x, String name) {}

  /** The words of the legend. */
  public record Words(String forecast, String interval, String heldOut) {}

  /**
   * What is shown.
   *
   * @param actual what was
   * @param fitted what would have been expected
   * @param heldOut the last known weeks as forecast without knowledge of them
   * @param ahead what is to come
   * @param marks in rising x
   * @param reading how x is told under the mouse
   */
  public record Model(
      Axis x,
      Axis y,
      Series actual,
      Series fitted,
      Band heldOut,
      Band ahead,
      List<Mark> marks,
      Words words,
      DoubleFunction<String> reading) {}

  private @Nullable Plot plot;

  public ForecastChart() {
    followMouse();
  }

  @Override
  protected String describe(Model shown) {
    double[] ahead = shown.ahead().middle();
    return ahead.length == 0
        ? shown.actual().name()
        : shown.words().forecast() + " " + shown.y().label().apply(ahead[ahead.length - 1]);
  }

  @Override
  protected ValueTable values(Model shown, Texts texts) {
    ValueTable table =
        new ValueTable(
            texts.get("values.series"), texts.get("values.from"), texts.get("values.value"));
    for (Series series : List.of(shown.actual(), shown.fitted())) {
      for (int i = 0; i < series.size(); i++) {
        table.row(series.name(), shown.reading().apply(series.x()[i]), series.y()[i]);
      }
    }
    add(table, shown.words().heldOut(), shown, shown.heldOut());
    add(table, shown.words().forecast(), shown, shown.ahead());
    return table;
  }

  private static void add(ValueTable table, String name, Model shown, Band band) {
    for (int i = 0; i < band.x().length; i++) {
      table.row(name, shown.reading().apply(band.x()[i]), band.middle()[i]);
    }
  }

  @Override
  protected void draw(Pen pen, Model shown, double width, double height) {
    ChartLegend legend = legend(pen, shown, width);
    Plot area =
        Plot.within(
            shown.x(), shown.y(), width, height, legend.lines() * LEGEND_LINE + MARK_ROOM + AIR);
    plot = area;
    drawMarks(pen, area, shown.marks());
    area.drawFrame(pen);
    band(pen, area, shown.heldOut(), pen.colours().series(1));
    band(pen, area, shown.ahead(), pen.colours().series(0));
    line(pen, area, shown.fitted(), pen.colour(ChartColours.Role.QUIET), 1, 3, 3);
    line(pen, area, shown.actual(), pen.colour(ChartColours.Role.INK), 1.5);
    line(pen, area, middle(shown.heldOut()), pen.colours().series(1), 2, 4, 3);
    line(pen, area, middle(shown.ahead()), pen.colours().series(0), 2);
    legend.draw(width, LEGEND_LINE);
  }

  private static ChartLegend legend(Pen pen, Model shown, double width) {
    ChartLegend legend = new ChartLegend(pen, width);
    legend.line(shown.actual().name(), pen.colour(ChartColours.Role.INK), 1.5);
    legend.line(shown.fitted().name(), pen.colour(ChartColours.Role.QUIET), 1, 3, 3);
    if (shown.heldOut().x().length > 0) {
      legend.line(shown.words().heldOut(), pen.colours().series(1), 2, 4, 3);
    }
    if (shown.ahead().x().length > 0) {
      legend.line(shown.words().forecast(), pen.colours().series(0), 2);
      legend.square(shown.words().interval(), faint(pen.colours().series(0)));
    }
    return legend;
  }

  private static void drawMarks(Pen pen, Plot plot, List<Mark> marks) {
    double free = plot.left();
    Color quiet = pen.colour(ChartColours.Role.QUIET);
    for (Mark mark : marks) {
      double x = plot.atX(mark.x());
      if (x >= plot.left() && x <= plot.right()) {
        pen.line(x, plot.top() - 3, x, plot.bottom(), pen.colour(ChartColours.Role.GRID), 1);
        double half = Pen.widthOf(mark.name()) / 2;
        if (x - half >= free && x + half <= plot.right()) {
          pen.text(mark.name(), x, plot.top() - MARK_ROOM / 2 - 3, TextAlignment.CENTER, quiet);
          free = x + half + 2 * AIR;
        }
      }
    }
  }

  private static Color faint(Color colour) {
    return colour.deriveColor(0, 1, 1, BAND);
  }

  private static void band(Pen pen, Plot plot, Band band, Color colour) {
    int n = band.x().length;
    if (n < 2) {
      return;
    }
    GraphicsContext g = pen.graphics();
    g.setFill(faint(colour));
    g.beginPath();
    g.moveTo(plot.atX(band.x()[0]), plot.atY(band.low()[0]));
    for (int i = 1; i < n; i++) {
      g.lineTo(plot.atX(band.x()[i]), plot.atY(band.low()[i]));
    }
    for (int i = n - 1; i >= 0; i--) {
      g.lineTo(plot.atX(band.x()[i]), plot.atY(band.high()[i]));
    }
    g.closePath();
    g.fill();
  }

  private static Series middle(Band band) {
    return new Series("", band.x(), band.middle(), false);
  }

  private static void line(
      Pen pen, Plot plot, Series series, Color colour, double width, double... dashes) {
    GraphicsContext g = pen.graphics();
    g.setStroke(colour);
    g.setLineWidth(width);
    g.setLineDashes(dashes);
    pen.stroke(Decimation.of(series, plot));
    g.setLineDashes();
  }

  @Override
  protected void drawOver(Pen pen, Model shown, double width, double height) {
    Plot at = plot;
    if (at == null || !at.holds(mouseX(), mouseY())) {
      return;
    }
    double x = at.x().valueAt((mouseX() - at.left()) / at.width());
    pen.line(mouseX(), at.top(), mouseX(), at.bottom(), pen.colour(ChartColours.Role.LINE), 1);
    List<ReadOut.Line> said = new ArrayList<>();
    Color ink = pen.colour(ChartColours.Role.INK);
    said.add(new ReadOut.Line(shown.reading().apply(x), ink));
    Series actual = shown.actual();
    boolean known = actual.size() > 0 && x < actual.x()[actual.size() - 1] + 0.25;
    if (known) {
      say(said, shown, actual, x, ink);
      say(said, shown, shown.fitted(), x, pen.colour(ChartColours.Role.QUIET));
      say(said, shown, shown.heldOut(), shown.words().heldOut(), x, pen.colours().series(1));
    } else {
      say(said, shown, shown.ahead(), shown.words().forecast(), x, pen.colours().series(0));
    }
    ReadOut.draw(pen, said, mouseX(), mouseY(), width, height);
  }

  private static void say(
      List<ReadOut.Line> said, Model shown, Series series, double x, Color colour) {
    int i = series.lastUpTo(x);
    if (i >= 0 && !Double.isNaN(series.y()[i])) {
      String value = shown.y().label().apply(series.y()[i]);
      said.add(new ReadOut.Line(series.name() + "  " + value, colour));
    }
  }

  private static void say(
      List<ReadOut.Line> said, Model shown, Band band, String name, double x, Color colour) {
    int i = band.lastUpTo(x);
    if (i >= 0) {
      DoubleFunction<String> label = shown.y().label();
      String value =
          String.format(
              "%s  %s (%s – %s)",
              name,
              label.apply(band.middle()[i]),
              label.apply(band.low()[i]),
              label.apply(band.high()[i]));
      said.add(new ReadOut.Line(value, colour));
    }
  }
}
