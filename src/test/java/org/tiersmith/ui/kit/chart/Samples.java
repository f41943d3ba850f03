package org.tiersmith.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

  static double[] range(int size, java.util.function.IntToDoubleFunction value) {
    return IntStream.range(0, size).mapToDouble(value).toArray();
  }
}
