package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.TierLadder;
import org.tiersmith.response.ResponseKind;

/**
 * A policy with its settings: all that decides which pair gets which tier.
 *
 * @param name the person's name for it
 * @param snap how a rule's raw rate meets the tiers; of no effect where the policy chooses tiers,
 *     or where {@code boundaries} are given
 * @param boundaries the raw rates from which each tier but the first holds, one fewer than there
 *     are tiers, finite, at least 0 and never falling; null follows {@code snap}
 * @param response how probability answers a discount
 */
public record Scenario(
    String name,
    Policy policy,
    TierLadder tiers,
    Snap snap,
    @Nullable List<Double> boundaries,
    ResponseKind response,
    Guardrails guardrails) {

  /** A response that a stored scenario of an earlier version lacks is null here: the learned. */
  public Scenario {
    response = response == null ? ResponseKind.LEARNED : response;
    if (boundaries != null) {
      boundaries = List.copyOf(boundaries);
      checkBoundaries(boundaries, tiers.size() - 1);
    }
  }

  /** A scenario with the learned response and the boundaries that snapping gives. */
  public Scenario(String name, Policy policy, TierLadder tiers, Snap snap, Guardrails guardrails) {
    this(name, policy, tiers, snap, null, ResponseKind.LEARNED, guardrails);
  }

  /**
   * The raw rates from which each tier holds: tier t is the last one with {@code raw >=
   * thresholds[t]}; as many as there are tiers, the first negative infinity.
   */
  public double[] thresholds() {
    if (boundaries == null) {
      return snap.boundaries(tiers.toArray());
    }
    double[] from = new double[tiers.size()];
    Arrays.setAll(from, t -> t == 0 ? Double.NEGATIVE_INFINITY : boundaries.get(t - 1));
    return from;
  }

  public Scenario withName(String value) {
    return new Scenario(value, policy, tiers, snap, boundaries, response, guardrails);
  }

  public Scenario withPolicy(Policy value) {
    return new Scenario(name, value, tiers, snap, boundaries, response, guardrails);
  }

  /** With other tiers; boundaries set by hand stay only where as many are needed. */
  public Scenario withTiers(TierLadder value) {
    List<Double> kept = value.size() == tiers.size() ? boundaries : null;
    return new Scenario(name, policy, value, snap, kept, response, guardrails);
  }

  /** With another snapping and the boundaries that it gives. */
  public Scenario withSnap(Snap value) {
    return new Scenario(name, policy, tiers, value, null, response, guardrails);
  }

  public Scenario withBoundaries(@Nullable List<Double> value) {
    return new Scenario(name, policy, tiers, snap, value, response, guardrails);
  }

  public Scenario withResponse(ResponseKind value) {
    return new Scenario(name, policy, tiers, snap, boundaries, value, guardrails);
  }

  public Scenario withGuardrails(Guardrails value) {
    return new Scenario(name, policy, tiers, snap, boundaries, response, value);
  }

  private static void checkBoundaries(List<Double> boundaries, int needed) {
    if (boundaries.size() != needed) {
      throw Problem.of(
          "strategy.boundaries-count",
          "{0} tiers above none need as many boundaries, not {1}.",
          needed,
          boundaries.size());
    }
    double before = 0;
    for (double boundary : boundaries) {
      if (!(boundary >= before && boundary < Double.POSITIVE_INFINITY)) {
        throw Problem.of(
            "strategy.boundaries",
            "The tiers'' boundaries must be numbers of at least 0 that never fall from one tier to"
                + " the next; {0} follows {1}.",
            "" + boundary,
            "" + before);
      }
      before = boundary;
    }
  }
}
