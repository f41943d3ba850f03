package org.tiersmith.strategy;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
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
    Economics economics = new Economics(portfolio, scenario);
    Tally tally = Tally.of(portfolio, economics, decisions, cancelled);
    BudgetCertificate certificate = decisions.certificate();
    if (certificate != null) {
      tally.price(new GuardrailPrices(portfolio, scenario, cancelled).over(certificate.profit()));
    }
    return tally.outcome(Reach.bySegment(portfolio, decisions), certificate);
  }

  /** Why a pair got its tier, and what that tier brings. */
  public static Explanation explain(
      Portfolio portfolio, Scenario scenario, Decisions decisions, int pair) {
    return new Explainer(portfolio, scenario, decisions).explain(pair);
  }
}
