package org.tiersmith.strategy;

import java.util.ArrayList;
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
    return new Decider(portfolio, scenario, cancelled).decide(null);
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
    Tally tally = tally(portfolio, decisions, cancelled);
    Tally total = tally.total();
    long[] reached = Reach.bySegment(portfolio, decisions);
    return new Outcome(
        total.figures(0, IntStream.range(0, segments).mapToLong(s -> reached[s]).sum()),
        total.baseline(0),
        IntStream.range(0, segments).mapToObj(s -> tally.figures(s, reached[s])).toList(),
        IntStream.range(0, segments).mapToObj(tally::baseline).toList(),
        tally.tierMix(),
        effects(portfolio, scenario, decisions, tally, cancelled),
        decisions.certificate());
  }

  /** Why a pair got its tier, and what that tier brings. */
  public static Explanation explain(
      Portfolio portfolio, Scenario scenario, Decisions decisions, int pair) {
    Economics economics = new Economics(portfolio);
    BoundBy boundBy = BoundBy.of(decisions.boundBy()[pair]);
    int asked = decisions.asked()[pair];
    double rate = decisions.rate(pair);
    double uplift = economics.uplift(pair, rate);
    return new Explanation(
        portfolio.p0()[pair],
        portfolio.p0()[pair] + uplift,
        portfolio.hazard()[pair],
        rawRate(portfolio, scenario.policy(), pair),
        decisions.tiers().rates().get(asked).value(),
        rate,
        boundBy,
        economics.incrementalProfit(pair, rate, uplift),
        economics.waste(pair, rate),
        Reasons.of(scenario, asked, decisions.tier()[pair], boundBy));
  }

  private static double rawRate(Portfolio portfolio, Policy policy, int pair) {
    return Rule.of(policy, portfolio.segmentNames())
        .map(rule -> rule.raw(portfolio.segment()[pair], portfolio.hazard()[pair]))
        .orElse(Double.NaN);
  }

  private static Tally tally(Portfolio portfolio, Decisions decisions, BooleanSupplier cancelled) {
    int segments = portfolio.segmentNames().size();
    int tiers = decisions.tiers().size();
    Tally tally = new Tally(segments, tiers);
    Blocks.map(
            portfolio.size(),
            cancelled,
            (from, to) -> {
              Tally block = new Tally(segments, tiers);
              block.add(portfolio, decisions, from, to);
              return block;
            })
        .forEach(tally::add);
    return tally;
  }

  private static List<GuardrailEffect> effects(
      Portfolio portfolio,
      Scenario scenario,
      Decisions decisions,
      Tally tally,
      BooleanSupplier cancelled) {
    Decider decider = new Decider(portfolio, scenario, cancelled);
    List<GuardrailEffect> effects = new ArrayList<>();
    for (BoundBy guardrail : EnumSet.complementOf(EnumSet.of(BoundBy.NONE))) {
      long rows = tally.rowsBoundBy(guardrail);
      double profitCost = 0;
      if (rows > 0 || decider.matters(guardrail)) {
        profitCost = gain(portfolio, decisions, decider.decide(guardrail), cancelled);
      }
      effects.add(new GuardrailEffect(guardrail, rows, profitCost));
    }
    return effects;
  }

  /** Expected profit of other decisions less that of these; only rows that differ are computed. */
  private static double gain(
      Portfolio portfolio, Decisions these, Decisions others, BooleanSupplier cancelled) {
    Economics economics = new Economics(portfolio);
    double[] rates = these.tiers().toArray();
    double sum = 0;
    for (double block :
        Blocks.map(
            portfolio.size(),
            cancelled,
            (from, to) -> {
              double part = 0;
              for (int i = from; i < to; i++) {
                if (these.tier()[i] != others.tier()[i]) {
                  part += economics.incrementalProfit(i, rates[others.tier()[i]]);
                  part -= economics.incrementalProfit(i, rates[these.tier()[i]]);
                }
              }
              return part;
            })) {
      sum += block;
    }
    return sum;
  }
}
