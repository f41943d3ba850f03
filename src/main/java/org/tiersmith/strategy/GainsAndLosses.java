package org.tiersmith.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Who is better off and who is worse off under one scenario than under another, in one segment. A
 * customer's saving is the expected discount over all of the customer's pairs, {@code sum p(d) P
 * d}.
 *
 * @param segment name
 * @param customers how many the segment has
 * @param gain how many save more
 * @param lose how many save less
 * @param saving change of all their savings together, in the shop's currency
 * @param pairsDeeper pairs with a higher discount
 * @param pairsLower pairs with a lower one
 */
public record GainsAndLosses(
    String segment,
    long customers,
    long gain,
    long lose,
    double saving,
    long pairsDeeper,
    long pairsLower) {

  /** A change of savings below this share of them is rounding. */
  private static final double ROUNDING = 1e-9;

  /**
   * Compares what two scenarios give to the same pairs.
   *
   * @param one what is asked about
   * @param other what it is compared with
   * @return one per segment, in their order
   */
  public static List<GainsAndLosses> of(
      Portfolio portfolio, Scenario one, Scenario other, BooleanSupplier cancelled) {
    return of(
        portfolio,
        new Economics(portfolio, one),
        Evaluator.decide(portfolio, one, cancelled),
        new Economics(portfolio, other),
        Evaluator.decide(portfolio, other, cancelled));
  }

  private static List<GainsAndLosses> of(
      Portfolio portfolio,
      Economics economics,
      Decisions decisions,
      Economics others,
      Decisions otherDecisions) {
    int segments = portfolio.segmentNames().size();
    double[] change = new double[portfolio.customers()];
    double[] size = new double[change.length];
    int[] home = new int[change.length];
    Arrays.fill(home, -1);
    long[][] counts = new long[segments][2];
    for (int i = 0; i < portfolio.size(); i++) {
      int customer = portfolio.customer()[i];
      int segment = portfolio.segment()[i];
      double now = saving(economics, i, decisions.tier()[i]);
      double then = saving(others, i, otherDecisions.tier()[i]);
      change[customer] += now - then;
      size[customer] += now + then;
      home[customer] = segment;
      int deeper = Double.compare(decisions.rate(i), otherDecisions.rate(i));
      if (deeper != 0) {
        counts[segment][deeper > 0 ? 0 : 1]++;
      }
    }
    return bySegment(portfolio.segmentNames(), change, size, home, counts);
  }

  private static double saving(Economics economics, int pair, int tier) {
    return tier == 0 ? 0 : economics.discountCost(pair, tier, economics.uplift(pair, tier));
  }

  private static List<GainsAndLosses> bySegment(
      List<String> names, double[] change, double[] size, int[] home, long[][] pairs) {
    long[][] customers = new long[names.size()][3];
    double[] saving = new double[names.size()];
    for (int c = 0; c < change.length; c++) {
      if (home[c] >= 0) {
        customers[home[c]][0]++;
        saving[home[c]] += change[c];
        if (Math.abs(change[c]) > ROUNDING * size[c]) {
          customers[home[c]][change[c] > 0 ? 1 : 2]++;
        }
      }
    }
    List<GainsAndLosses> all = new ArrayList<>();
    for (int s = 0; s < saving.length; s++) {
      long[] of = customers[s];
      all.add(
          new GainsAndLosses(
              names.get(s), of[0], of[1], of[2], saving[s], pairs[s][0], pairs[s][1]));
    }
    return all;
  }
}
