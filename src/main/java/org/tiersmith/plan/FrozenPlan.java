package org.tiersmith.plan;

import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Provenance;
import org.tiersmith.response.SegmentResponses;
import org.tiersmith.strategy.BudgetCertificate;
import org.tiersmith.strategy.Figures;
import org.tiersmith.strategy.Outcome;
import org.tiersmith.strategy.Scenario;

/**
 * A scenario that no longer changes, with what it was expected to bring when it was frozen and
 * where its numbers came from.
 *
 * @param name the person's name for it, not blank
 * @param scenario what decides each row
 * @param segmentScheme id of the scheme that the segments came from
 * @param totals expected over all rows
 * @param baseline the same rows without any discount
 * @param certificate of the budget policy only
 * @param responses fitted per segment, as the scenario's response may need them; null where none
 *     were
 * @param provenance of the plan: its input hash covers the scored pairs
 * @param rows how many pairs
 */
public record FrozenPlan(
    String name,
    Scenario scenario,
    String segmentScheme,
    Figures totals,
    Figures baseline,
    @Nullable BudgetCertificate certificate,
    @Nullable SegmentResponses responses,
    Provenance provenance,
    long rows) {

  public FrozenPlan {
    if (name.isBlank()) {
      throw Problem.of("plan.no-name", "A plan needs a name. Nothing was frozen.");
    }
  }

  /** Freezes a scenario with the outcome it was found to have; responses as above. */
  public static FrozenPlan freeze(
      String name,
      Scenario scenario,
      String segmentScheme,
      @Nullable SegmentResponses responses,
      Outcome outcome,
      Provenance provenance) {
    return new FrozenPlan(
        name,
        scenario,
        segmentScheme,
        outcome.all(),
        outcome.baseline(),
        outcome.certificate(),
        responses,
        provenance,
        outcome.all().pairs());
  }
}
