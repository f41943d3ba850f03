package org.tiersmith.ui.strategy;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tiersmith.strategy.Outcome;
import org.tiersmith.strategy.Scenario;

/**
 * Answers what a scenario would bring beside the one it is compared with, which is computed once
 * and kept while only the first moves. Used by one thread at a time, off the window's.
 */
final class WhatIf {

  /**
   * A scenario with its worth.
   *
   * @param curve the rate by probability; null where the policy's rate is no function of it
   */
  record Side(Scenario scenario, Outcome outcome, @Nullable RateCurve curve) {}

  /**
   * An answer.
   *
   * @param compared null where the comparison is with no discount
   * @param millis how long it took
   */
  record Answer(Side current, @Nullable Side compared, double millis) {

    /** The current side, or the compared one if there is any. */
    Optional<Side> side(boolean isCurrent) {
      return Optional.ofNullable(isCurrent ? current : compared);
    }
  }

  private final StrategyDesk desk;
  private final double end;
  private @Nullable Side kept;

  /**
   * @param end the highest probability of the curves
   */
  WhatIf(StrategyDesk desk, double end) {
    this.desk = desk;
    this.end = end;
  }

  /** Where the curves end. */
  double end() {
    return end;
  }

  /** The answer; a CancellationException or CancelledException when it is no longer wanted. */
  Answer answer(Scenario current, @Nullable Scenario compared, BooleanSupplier cancelled) {
    if (compared != null && (kept == null || !Objects.equals(kept.scenario(), compared))) {
      kept = side(compared, cancelled);
    }
    long start = System.nanoTime();
    Outcome outcome = desk.figures(current, cancelled);
    double millis = (System.nanoTime() - start) / 1e6;
    Side side = new Side(current, outcome, RateCurve.ofRule(current, end).orElse(null));
    return new Answer(side, compared == null ? null : kept, millis);
  }

  private Side side(Scenario scenario, BooleanSupplier cancelled) {
    return new Side(
        scenario, desk.figures(scenario, cancelled), RateCurve.ofRule(scenario, end).orElse(null));
  }
}
