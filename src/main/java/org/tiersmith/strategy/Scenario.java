package org.tiersmith.strategy;

import org.tiersmith.model.TierLadder;

/**
 * A policy with its settings: all that decides which pair gets which tier.
 *
 * @param name the person's name for it
 * @param snap how a rule's raw rate meets the tiers; of no effect where the policy chooses tiers
 */
public record Scenario(
    String name, Policy policy, TierLadder tiers, Snap snap, Guardrails guardrails) {}
