package org.tiersmith.profile.churn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A logistic regression on a customer's purchases.
 *
 * @param shopGap the shop's median days between two orders of a customer
 * @param intercept log-odds of a customer with average features
 * @param terms what each feature adds to them, in the order of {@link ChurnFeature}
 */
public record RiskModel(double shopGap, double intercept, List<Term> terms) {
  private static final double RIDGE = 1;

  /**
   * What a feature adds to the log-odds: its weight for each standard deviation above the mean,
   * both of the logarithm of one more than its value.
   */
  public record Term(ChurnFeature feature, double mean, double deviation, double weight) {}

  /**
   * What a feature has to do with one customer's risk.
   *
   * @param value the feature's value
   * @param contribution what it adds to the log-odds, above 0 where it raises the risk
   */
  public record Reason(ChurnFeature feature, double value, double contribution) {}

  static RiskModel fit(List<BuyerState> states, double shopGap) {
    double[][] rows = states.stream().map(state -> state.logs(shopGap)).toArray(double[][]::new);
    List<Term> scales =
        Arrays.stream(ChurnFeature.values()).map(feature -> scale(feature, rows)).toList();
    for (double[] row : rows) {
      for (Term scale : scales) {
        row[scale.feature().ordinal()] = scaled(scale, row);
      }
    }
    LogisticRegression fitted = LogisticRegression.fit(rows, left(states), RIDGE);
    return new RiskModel(
        shopGap,
        fitted.intercept(),
        IntStream.range(0, scales.size())
            .mapToObj(j -> weighted(scales.get(j), fitted.weights()[j]))
            .toList());
  }

  /** The probability that the customer buys nothing within the horizon. */
  double risk(BuyerState state) {
    double odds = intercept;
    double[] logs = state.logs(shopGap);
    for (Term term : terms) {
      odds += term.weight() * scaled(term, logs);
    }
    return 1 / (1 + Math.exp(-odds));
  }

  /** What makes the customer's risk, what matters most first. */
  List<Reason> reasons(BuyerState state) {
    double[] logs = state.logs(shopGap);
    return terms.stream()
        .map(
            term ->
                new Reason(
                    term.feature(),
                    state.value(term.feature(), shopGap),
                    term.weight() * scaled(term, logs)))
        .sorted((a, b) -> Double.compare(Math.abs(b.contribution()), Math.abs(a.contribution())))
        .toList();
  }

  /** Which of the customers left, as an array. */
  static boolean[] left(List<BuyerState> states) {
    boolean[] left = new boolean[states.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = states.get(i).left();
    }
    return left;
  }

  private static Term scale(ChurnFeature feature, double[][] rows) {
    double[] column = Arrays.stream(rows).mapToDouble(row -> row[feature.ordinal()]).toArray();
    double mean = Arrays.stream(column).average().orElse(0);
    double variance =
        Arrays.stream(column).map(value -> (value - mean) * (value - mean)).average().orElse(0);
    return new Term(feature, mean, variance > 0 ? Math.sqrt(variance) : 1, 0);
  }

  private static Term weighted(Term scale, double weight) {
    return new Term(scale.feature(), scale.mean(), scale.deviation(), weight);
  }

  private static double scaled(Term term, double[] logs) {
    return (logs[term.feature().ordinal()] - term.mean()) / term.deviation();
  }
}
