package org.tiersmith.strategy;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The formulas of the model once more, row by row and in 60 decimal digits: what the engine is
 * compared with. Shares no code with it.
 */
final class Exact {
  private static final MathContext DIGITS = new MathContext(60);

  private Exact() {}

  /** The tier that a rule asks for, straight from its definition. */
  static int asked(Portfolio portfolio, Scenario scenario, int i) {
    double raw = raw(portfolio, scenario.policy(), i);
    double[] rates = scenario.tiers().toArray();
    int tier = 0;
    for (int t = 1; t < rates.length; t++) {
      boolean reached =
          switch (scenario.snap()) {
            case DOWN -> rates[t] <= raw;
            case UP -> rates[t - 1] < raw;
            case NEAREST -> (rates[t - 1] + rates[t]) / 2 <= raw;
          };
      tier = reached ? t : tier;
    }
    return tier;
  }

  static double raw(Portfolio portfolio, Policy policy, int i) {
    String segment = portfolio.segmentNames().get(portfolio.segment()[i]);
    double log = Math.log1p(-portfolio.p0()[i]);
    return switch (policy) {
      case Policy.Classic p -> -alpha(p.alpha(), segment) * log;
      case Policy.Target p ->
          Math.max(0, alpha(p.alpha(), segment) * (log - Math.log1p(-p.target())));
      case Policy.Similarity p -> Math.max(0, p.base() + p.slope() * portfolio.similarity()[i]);
      case Policy.Fixed p -> p.rate();
      case Policy.SegmentRates p -> p.bySegment().getOrDefault(segment, p.all());
      case Policy.ProfitOptimum _, Policy.BudgetOptimum _ ->
          throw new IllegalArgumentException("not a rule");
    };
  }

  private static double alpha(Alpha alpha, String segment) {
    return alpha.bySegment().getOrDefault(segment, alpha.all());
  }

  /** Whether a tier keeps every guardrail, in exact decimals; tier 0 always does. */
  static boolean allowed(Portfolio portfolio, Scenario scenario, int i, int tier) {
    BigDecimal rate = decimal(scenario.tiers().toArray()[tier]);
    if (tier == 0) {
      return true;
    }
    if (rate.compareTo(decimal(scenario.guardrails().maxDiscount())) > 0) {
      return false;
    }
    if (Double.isNaN(portfolio.unitCost()[i])) {
      return true;
    }
    BigDecimal price = decimal(portfolio.listPrice()[i]).multiply(BigDecimal.ONE.subtract(rate));
    BigDecimal margin = price.subtract(decimal(portfolio.unitCost()[i]));
    return margin.compareTo(price.multiply(decimal(scenario.guardrails().minMargin()))) >= 0;
  }

  static int highestAllowed(Portfolio portfolio, Scenario scenario, int i, int asked) {
    int tier = asked;
    while (!allowed(portfolio, scenario, i, tier)) {
      tier--;
    }
    return tier;
  }

  static BigDecimal probability(Portfolio portfolio, int i, double rate) {
    BigDecimal fall = exp(exact(portfolio.k()[i]).multiply(exact(rate)).negate());
    BigDecimal not = BigDecimal.ONE.subtract(exact(portfolio.p0()[i]));
    return BigDecimal.ONE.subtract(not.multiply(fall));
  }

  static BigDecimal revenue(Portfolio portfolio, int i, double rate) {
    BigDecimal price = exact(portfolio.listPrice()[i]);
    return probability(portfolio, i, rate)
        .multiply(price)
        .multiply(BigDecimal.ONE.subtract(exact(rate)));
  }

  static BigDecimal profit(Portfolio portfolio, int i, double rate) {
    BigDecimal cost = exact(portfolio.unitCost()[i]);
    return revenue(portfolio, i, rate).subtract(probability(portfolio, i, rate).multiply(cost));
  }

  static BigDecimal discountCost(Portfolio portfolio, int i, double rate) {
    BigDecimal off = exact(portfolio.listPrice()[i]).multiply(exact(rate));
    return probability(portfolio, i, rate).multiply(off);
  }

  static BigDecimal waste(Portfolio portfolio, int i, double rate) {
    BigDecimal off = exact(portfolio.listPrice()[i]).multiply(exact(rate));
    return exact(portfolio.p0()[i]).multiply(off);
  }

  static double incrementalProfit(Portfolio portfolio, int i, double rate) {
    return profit(portfolio, i, rate).subtract(profit(portfolio, i, 0)).doubleValue();
  }

  /** Taylor's series, after halving the argument often enough. */
  private static BigDecimal exp(BigDecimal x) {
    if (x.signum() == 0) {
      return BigDecimal.ONE;
    }
    int halvings = 8;
    BigDecimal small = x.divide(BigDecimal.valueOf(1L << halvings), DIGITS);
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int n = 1; n < 40; n++) {
      term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
      sum = sum.add(term);
    }
    for (int h = 0; h < halvings; h++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }

  private static BigDecimal exact(double value) {
    return new BigDecimal(value);
  }

  private static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value);
  }
}
