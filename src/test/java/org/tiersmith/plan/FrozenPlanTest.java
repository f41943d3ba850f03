package org.tiersmith.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Provenance;
import org.tiersmith.strategy.Evaluator;
import org.tiersmith.strategy.Outcome;

class FrozenPlanTest {
  private static final Provenance PROVENANCE =
      new Provenance("plan", "ab", Map.of(), 1, Map.of(), "cpu", Instant.EPOCH);

  private final Plans plan = Plans.of("c", "p", "s", 3);
  private final Outcome outcome =
      Evaluator.evaluate(plan.portfolio(), plan.scenario(), () -> false);

  @Test
  void holdsWhatTheOutcomeWasWhenFrozen() {
    FrozenPlan frozen = FrozenPlan.freeze("May", plan.scenario(), "rfm", null, outcome, PROVENANCE);

    assertThat(frozen.rows()).isEqualTo(3);
    assertThat(frozen.totals()).isEqualTo(outcome.all());
    assertThat(frozen.baseline()).isEqualTo(outcome.baseline());
    assertThat(frozen.scenario()).isEqualTo(plan.scenario());
    assertThat(frozen.certificate()).isNull();
  }

  @Test
  void needsAName() {
    assertThatThrownBy(
            () -> FrozenPlan.freeze(" ", plan.scenario(), "rfm", null, outcome, PROVENANCE))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("name");
  }
}
