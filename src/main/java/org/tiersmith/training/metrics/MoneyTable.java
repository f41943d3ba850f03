package org.tiersmith.training.metrics;

import org.tiersmith.model.DiscountRate;
import org.tiersmith.model.Evaluation;

/**
 * What a discount for some of the examples would have cost and brought, for any threshold at once:
 * sorted by p0, with prefix sums, so each threshold is a look-up.
 *
 * <p>A rule gives rate d to the examples whose p0, the probability at list price, lies on one side
 * of a threshold; p0, because who gets a discount is decided before there is one. What happened
 * tells whether the customer bought at the discount d' that was really given; what would have
 * happened at another follows by the additive hazard p(d) = 1 - (1 - p0) exp(-k d), under which who
 * buys at a discount also buys at a deeper one:
 *
 * <ul>
 *   <li>b(d), the probability of a purchase at d given what happened: min(1, p(d) / p(d')) if the
 *       customer bought, else max(0, (p(d) - p(d')) / (1 - p(d')));
 *   <li>waste: b(0) P d, the discount given to one who would have bought anyway (P is the list
 *       price);
 *   <li>discount cost: b(d) P d;
 *   <li>won: (b(d) - b(0)) (P (1 - d) - c), the profit of purchases that only the discount brings
 *       (c is the unit cost);
 *   <li>incremental profit: won - waste, which equals b(d) (P (1 - d) - c) - b(0) (P - c).
 * </ul>
 *
 * Where no discount was given (d' = 0), b(0) is simply whether the customer bought. Averaged over
 * outcomes, b(d) is p(d): the sums estimate what the scenario figures of the same names do, but
 * from what happened.
 */
public final class MoneyTable {
  private final Ranking ranking;

  /** The examples in rising order of p0, so that another rate takes one straight pass. */
  private final Evaluation sorted;

  private final double[] waste;
  private final double[] cost;
  private final double[] won;
  private final double[] profit;
  private final long costKnown;

  private MoneyTable(Ranking ranking, Evaluation sorted, double d) {
    this.ranking = ranking;
    this.sorted = sorted;
    this.waste = new double[ranking.size() + 1];
    this.cost = new double[ranking.size() + 1];
    this.won = new double[ranking.size() + 1];
    this.profit = new double[ranking.size() + 1];
    long known = 0;
    for (int rank = 0; rank < ranking.size(); rank++) {
      known += add(rank, d) ? 1 : 0;
    }
    this.costKnown = known;
  }

  /** The table for one rate. */
  public static MoneyTable of(Evaluation examples, DiscountRate rate) {
    Ranking ranking = Ranking.of(examples.p0());
    return new MoneyTable(ranking, examples.rows(ranking.order()), rate.value());
  }

  /** This table for another rate, without sorting again. */
  public MoneyTable with(DiscountRate rate) {
    return new MoneyTable(ranking, sorted, rate.value());
  }

  /** Adds an example to the sums; whether its unit cost is known. */
  private boolean add(int rank, double d) {
    double price = sorted.listPrice()[rank];
    double anyway = bought(sorted, rank, 0);
    double then = bought(sorted, rank, d);
    double margin = price * (1 - d) - sorted.unitCost()[rank];
    boolean known = !Double.isNaN(margin);
    double wasted = anyway * price * d;
    double gained = known ? (then - anyway) * margin : 0;
    waste[rank + 1] = waste[rank] + wasted;
    cost[rank + 1] = cost[rank] + then * price * d;
    won[rank + 1] = won[rank] + gained;
    profit[rank + 1] = profit[rank] + (known ? gained - wasted : 0);
    return known;
  }

  /** Probability of a purchase at a rate, given what happened at the rate that was given. */
  static double bought(Evaluation examples, int row, double d) {
    double given = examples.discount()[row];
    double k = examples.k()[row];
    if (examples.purchased()[row]) {
      return d >= given ? 1 : at(examples.p0()[row], k, d) / at(examples.p0()[row], k, given);
    }
    return d <= given ? 0 : -Math.expm1(-k * (d - given));
  }

  private static double at(double p0, double k, double d) {
    return 1 - (1 - p0) * Math.exp(-k * d);
  }

  /** The rule that divides at a threshold of p0. */
  public DiscountMoney at(double threshold, DiscountTo who) {
    int rank = ranking.below(threshold);
    int n = ranking.size();
    boolean below = who == DiscountTo.BELOW;
    return new DiscountMoney(
        below ? rank : n - rank,
        part(waste, rank, below),
        part(waste, rank, !below),
        part(cost, rank, below),
        known(part(won, rank, below)),
        known(part(won, rank, !below)),
        known(part(profit, rank, below)),
        costKnown);
  }

  private double known(double value) {
    return costKnown == 0 ? Double.NaN : value;
  }

  private static double part(double[] sums, int rank, boolean below) {
    return below ? sums[rank] : sums[sums.length - 1] - sums[rank];
  }

  /**
   * The threshold of the highest incremental profit: a p0, or above all of them; NaN without costs.
   */
  public double best(DiscountTo who) {
    if (costKnown == 0) {
      return Double.NaN;
    }
    double best = Double.NEGATIVE_INFINITY;
    double threshold = Double.NaN;
    for (int from = 0, to; from <= ranking.size(); from = to) {
      to = from == ranking.size() ? from + 1 : ranking.runEnd(from);
      double here = part(profit, from, who == DiscountTo.BELOW);
      if (here > best) {
        best = here;
        threshold = from == ranking.size() ? 1 : ranking.sorted()[from];
      }
    }
    return threshold;
  }
}
