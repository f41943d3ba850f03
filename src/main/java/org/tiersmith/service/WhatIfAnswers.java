package org.tiersmith.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tiersmith.strategy.Outcome;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.WhatIfIndex;

/**
 * Answers what rules would bring from indices that are kept between questions: one for the scenario
 * that is being shaped and one for another that is looked at beside it. Thread-safe; who asks while
 * an index is being built waits for it.
 */
final class WhatIfAnswers {
  private static final int KEPT = 2;

  private final Deque<WhatIfIndex> indices = new ArrayDeque<>();
  private @Nullable Portfolio portfolio;

  /**
   * What a scenario is worth, from an index.
   *
   * @return empty where no index serves it
   */
  Optional<Outcome> answer(Portfolio asked, Scenario scenario, BooleanSupplier cancelled) {
    return WhatIfIndex.serves(scenario)
        ? index(asked, scenario, cancelled).outcome(scenario)
        : Optional.empty();
  }

  private synchronized WhatIfIndex index(
      Portfolio asked, Scenario scenario, BooleanSupplier cancelled) {
    if (portfolio != asked) {
      indices.clear();
      portfolio = asked;
    }
    for (WhatIfIndex index : indices) {
      if (index.answers(scenario)) {
        indices.remove(index);
        indices.addFirst(index);
        return index;
      }
    }
    WhatIfIndex fresh =
        indices.isEmpty()
            ? WhatIfIndex.of(asked, scenario, cancelled)
            : indices.getFirst().refreshed(scenario, cancelled);
    indices.addFirst(fresh);
    if (indices.size() > KEPT) {
      indices.removeLast();
    }
    return fresh;
  }
}
