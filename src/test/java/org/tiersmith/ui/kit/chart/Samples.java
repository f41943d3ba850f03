package org.tiersmith.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tiersmith.ui.kit.Comparison;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.chart.FrontierChart.Budget;
import org.tiersmith.ui.kit.chart.FrontierChart.Point;
import org.tiersmith.ui.kit.chart.FrontierChart.Standing;

/** Models with invented numbers, to test and to look at. */
public final class Samples {
  private Samples() {}

  /** A frontier of that many points that reaches 184,000 at a cost of 300,000. */
  public static Series frontier(int points) {
    double[] x = new double[points];
    double[] y = new double[points];
    for (int i = 0; i < points; i++) {
      double share = i / (points - 1.0);
      x[i] = 300_000 * share;
      y[i] = 184_000 * (1 - Math.pow(1 - share, 2.4));
    }
    return new Series("", x, y, false);
  }

  /** The frontier with a current, a compared and some other scenarios below. */
  public static FrontierChart.Model frontier(Formats formats, boolean chinese, int others) {
    List<Point> points = new ArrayList<>();
    points.add(new Point(chinese ? "春季目标" : "Spring target", 238_900, 171_000, Standing.CURRENT));
    points.add(new Point(chinese ? "经典规则" : "Classic rule", 218_000, 132_000, Standing.COMPARED));
    for (int i = 0; i < others; i++) {
      points.add(
          new Point(
              (chinese ? "统一 " : "Flat ") + (10 + i) + " %",
              262_000 - 21_000 * (i % 7) + 700 * i,
              100_000 - 11_000 * (i % 5) - 2_000 * i,
              Standing.OTHER));
    }
    Series curve = frontier(1_000);
    return new FrontierChart.Model(
        new Axis(0, 400_000, formats::compact, chinese ? "折扣成本，¥" : "discount cost, ¥"),
        Axis.around(0, 200_000, formats::compact, ""),
        curve,
        points,
        (chinese ? "还差 " : "") + formats.money(9_800) + (chinese ? "" : " left"),
        chinese ? "已是最优，差距 < 0.0001 %" : "best possible, gap < 0.0001 %",
        new Budget(240_000, amount -> formats.money(amount, 0)));
  }

  /** A ladder with tiers 2 % apart, snapped down. */
  public static LadderTrack.Ladder ladder(int tiers) {
    double[] values = range(tiers, i -> i * 0.02);
    double[] boundaries = values.clone();
    boundaries[0] = Double.NEGATIVE_INFINITY;
    return new LadderTrack.Ladder(values, boundaries, false);
  }

  /** Purchase rates at six discounts with three fits, the hazard chosen. */
  public static ResponseChart.Model response(Formats formats, boolean chinese) {
    double[] rates = {0, 0.05, 0.1, 0.15, 0.2, 0.3};
    double[] shares = {0.041, 0.058, 0.066, 0.087, 0.094, 0.128};
    long[] exposures = {52_000, 18_000, 14_000, 6_200, 3_100, 900};
    List<ResponseChart.Observed> observed = new ArrayList<>();
    for (int i = 0; i < rates.length; i++) {
      double error = 2 * Math.sqrt(shares[i] * (1 - shares[i]) / exposures[i]);
      observed.add(
          new ResponseChart.Observed(
              rates[i],
              shares[i],
              shares[i] - error,
              shares[i] + error,
              exposures[i],
              List.of(formats.percent(shares[i], 1), formats.count(exposures[i]))));
    }
    double[] x = range(100, i -> i * 0.35 / 99);
    Series hazard =
        new Series("", x, range(100, i -> 1 - (1 - 0.042) * Math.exp(-0.32 * x[i])), false);
    Series logit = new Series("", x, range(100, i -> 1 / (1 + Math.exp(3.08 - 4.1 * x[i]))), false);
    return new ResponseChart.Model(
        new Axis(0, 0.35, share -> formats.percent(share, 0), chinese ? "折扣率" : "discount rate"),
        Axis.around(0, 0.16, share -> formats.percent(share, 0), ""),
        chinese ? "实际购买率" : "observed",
        observed,
        List.of(
            new ResponseChart.Fit(chinese ? "可加风险" : "additive hazard", hazard, false, true),
            new ResponseChart.Fit("logit", logit, false, false),
            new ResponseChart.Fit(
                chinese ? "保序" : "isotonic", new Series("", rates, shares, false), true, false)));
  }

  /** Six figures of that many scenarios. */
  public static Comparison comparison(Formats formats, boolean chinese, int scenarios) {
    List<String> names =
        IntStream.range(0, scenarios)
            .mapToObj(i -> (chinese ? "方案 " : "Scenario ") + (i + 1))
            .toList();
    String[] figures =
        chinese
            ? new String[] {"增量利润", "折扣成本", "浪费", "销量", "触达客户", "平均折扣"}
            : new String[] {
              "Incremental profit", "Discount cost", "Waste", "Units", "Reached", "Mean discount"
            };
    List<Comparison.Figure> rows = new ArrayList<>();
    for (int row = 0; row < figures.length; row++) {
      boolean share = row == 2 || row >= 4;
      double size = share ? 0.3 : 180_000;
      int shift = row;
      rows.add(
          new Comparison.Figure(
              figures[row],
              row == 1 || row == 2 ? Comparison.Better.LOWER : Comparison.Better.HIGHER,
              range(scenarios, i -> size * (1 + 0.13 * Math.sin(i * 1.7 + shift))),
              value -> share ? formats.percent(value, 0) : formats.money(value, 0),
              share ? value -> formats.number(value * 100, 1) + (chinese ? " 点" : " pp") : null));
    }
    return new Comparison(names, rows, 1);
  }

  /** The tier mix of that many segments. */
  public static StackedBars.Model tiers(
      int rows, int tiers, boolean compared, IntFunction<String> more) {
    List<StackedBars.Row> mixes = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      int shift = row;
      double[] parts = range(tiers, i -> Math.exp(-i / (1.2 + shift % 5)));
      double[] other = range(tiers, i -> 1 + (i + shift) % 3);
      String name = row % 3 == 2 ? "价格敏感客户 " + (row + 1) : "Segment " + (row + 1);
      mixes.add(new StackedBars.Row(name, parts, compared ? other : null));
    }
    List<String> names =
        IntStream.range(0, tiers).mapToObj(i -> (tiers > 9 ? 2 : 5) * i + " %").toList();
    return new StackedBars.Model(names, mixes, more);
  }

  /** Rules over that many tiers; {@code drawn} is called when the y axis begins. */
  public static StepCurve.Model steps(Formats formats, boolean chinese, int tiers, Runnable drawn) {
    double[] edges = range(tiers + 1, i -> (double) i / tiers);
    Axis rate = new Axis(0, 0.02 * tiers, share -> formats.percent(share, 0), "");
    Axis probability =
        new Axis(0, 1, share -> formats.percent(share, 0), chinese ? "购买概率" : "probability");
    DoubleFunction<String> counted =
        count -> formats.count(Math.round(count)) + (chinese ? " 对" : " pairs");
    return new StepCurve.Model(
        probability,
        new Axis(
            0,
            rate.max(),
            share -> {
              if (share == 0) {
                drawn.run();
              }
              return formats.percent(share, 0);
            },
            ""),
        List.of(
            new StepCurve.Curve(
                chinese ? "春季目标" : "Spring target",
                edges,
                range(tiers, i -> 0.02 * (tiers - 1 - i)),
                0,
                null),
            new StepCurve.Curve(
                chinese ? "经典规则" : "Classic rule", edges, range(tiers, i -> 0.02 * i), 2, null)),
        range(60, i -> 40 * i * Math.exp(-i / 9.0)),
        0.32,
        "p* 32 %",
        counted);
  }

  /** One of each other chart, with something in it. */
  static List<CanvasChart<?>> charts(Formats formats) {
    Axis axis = new Axis(0, 1, share -> formats.percent(share, 0), "share");
    double[] counts = range(20, i -> i);
    StepCurve steps = new StepCurve();
    steps.show(
        new StepCurve.Model(
            axis,
            axis,
            List.of(
                new StepCurve.Curve(
                    "target", new double[] {0, 0.5, 1}, new double[] {0.1, 0}, 0, frontier(5))),
            counts,
            0.3,
            "p*"));
    LineChart lines = new LineChart();
    lines.show(
        new LineChart.Model(
            axis,
            axis,
            List.of(new LineChart.Line(frontier(5), 0, LineChart.Style.SOLID)),
            List.of()));
    ReliabilityChart reliability = new ReliabilityChart();
    reliability.show(
        new ReliabilityChart.Model(axis, axis, List.of(new ReliabilityChart.Bin(0.1, 0.2, 30))));
    Histogram histogram = new Histogram();
    histogram.show(new Histogram.Model(axis, axis, counts));
    CategoryBars bars = new CategoryBars();
    bars.show(new CategoryBars.Model(List.of(new CategoryBars.Row("Kitchen", 3, "3"))));
    Ridgeline ridges = new Ridgeline();
    ridges.show(
        new Ridgeline.Model(axis, List.of(new Ridgeline.Row("Loyal", counts, 0.4, "40 %", "9"))));
    StackedBars stacked = new StackedBars();
    stacked.show(
        new StackedBars.Model(
            List.of("0 %", "5 %"), List.of(new StackedBars.Row("Loyal", new double[] {3, 4}))));
    ResponseChart response = new ResponseChart();
    response.show(response(formats, false));
    return List.of(response, steps, lines, reliability, histogram, bars, ridges, stacked);
  }

  static double[] range(int size, java.util.function.IntToDoubleFunction value) {
    return IntStream.range(0, size).mapToDouble(value).toArray();
  }
}
