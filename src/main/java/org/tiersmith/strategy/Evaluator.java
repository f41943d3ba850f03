package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.tiersmith.model.Problem;

/**
 * Decides scenarios and says what they are worth, by visiting every row. Work runs in parallel on
 * the common pool; results do not depend on the number of cores. A {@code cancelled} supplier is
 * asked from several threads, once per some ten thousand rows; when it answers true, {@link
 * CancellationException} is thrown.
 */
public final class Evaluator {

  private Evaluator() {}

  /**
   * The tier of every pair.
   *
   * @throws Problem when the scenario names an unknown segment, or weighs profits and no pair has a
   *     known cost
   */
  public static Decisions decide(Portfolio portfolio, Scenario scenario) {
    return decide(portfolio, scenario, () -> false);
  }

  /** As {@link #decide(Portfolio, Scenario)}, and can be cancelled. */
  public static Decisions decide(
      Portfolio portfolio, Scenario scenario, BooleanSupplier cancelled) {
    return new Decider(portfolio, scenario, cancelled).decide();
  }

  /** Decides and evaluates; errors as for {@link #decide(Portfolio, Scenario)}. */
  public static Outcome evaluate(
      Portfolio portfolio, Scenario scenario, BooleanSupplier cancelled) {
    return evaluate(portfolio, scenario, decide(portfolio, scenario, cancelled), cancelled);
  }

  /**
   * Evaluates what was decided.
   *
   * @param decisions of this very portfolio and scenario
   */
  public static Outcome evaluate(
      Portfolio portfolio, Scenario scenario, Decisions decisions, BooleanSupplier cancelled) {
    int segments = portfolio.segmentNames().size();
    Economics economics = new Economics(portfolio, scenario);
    Tally tally = tally(portfolio, economics, decisions, cancelled);
    Tally total = tally.total();
    long[] reached = Reach.bySegment(portfolio, decisions);
    return new Outcome(
        total.figures(0, IntStream.range(0, segments).mapToLong(s -> reached[s]).sum()),
        total.baseline(0),
        IntStream.range(0, segments).mapToObj(s -> tally.figures(s, reached[s])).toList(),
        IntStream.range(0, segments).mapToObj(tally::baseline).toList(),
        tally.tierMix(),
        effects(economics, decisions, tally, cancelled),
        decisions.certificate());
  }

  /** Why a pair got its tier, and what that tier brings. */
  public static Explanation explain(
      Portfolio portfolio, Scenario scenario, Decisions decisions, int pair) {
    return new Explainer(portfolio, scenario, decisions).explain(pair);
  }

  private static Tally tally(
      Portfolio portfolio, Economics economics, Decisions decisions, BooleanSupplier cancelled) {
    int segments = portfolio.segmentNames().size();
    int tiers = decisions.tiers().size();
    Tally tally = new Tally(segments, tiers);
    Blocks.map(
            portfolio.size(),
            cancelled,
            (from, to) -> {
              Tally block = new Tally(segments, tiers);
              block.add(portfolio, economics, decisions, from, to);
              return block;
            })
        .forEach(tally::add);
    return tally;
  }

  private static List<GuardrailEffect> effects(
      Economics economics, Decisions decisions, Tally tally, BooleanSupplier cancelled) {
    double[] prices = new double[BoundBy.values().length];
    for (double[] block :
        Blocks.map(
            decisions.size(), cancelled, (from, to) -> prices(economics, decisions, from, to))) {
      Arrays.setAll(prices, g -> prices[g] + block[g]);
    }
    return EnumSet.complementOf(EnumSet.of(BoundBy.NONE)).stream()
        .map(g -> effect(g, tally, prices[g.index()]))
        .toList();
  }

  private static GuardrailEffect effect(BoundBy guardrail, Tally tally, double price) {
    long rows = tally.rowsBoundBy(guardrail);
    return new GuardrailEffect(
        guardrail, rows, rows > 0 && !tally.allCostsKnown() ? Double.NaN : price);
  }

  /** Profit that the rows bound by each guardrail would gain without it. */
  private static double[] prices(Economics economics, Decisions decisions, int from, int to) {
    double[] prices = new double[BoundBy.values().length];
    for (int i = from; i < to; i++) {
      int tier = decisions.tier()[i];
      int otherwise = decisions.otherwise()[i];
      if (tier != otherwise) {
        prices[decisions.boundBy()[i]] +=
            economics.incrementalProfit(i, otherwise) - economics.incrementalProfit(i, tier);
      }
    }
    return prices;
  }
}
