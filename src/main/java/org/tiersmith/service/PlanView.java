package org.tiersmith.service;

import java.time.Instant;
import org.tiersmith.plan.FrozenPlan;

/** A frozen plan as the project keeps it. */
public record PlanView(long id, Instant created, FrozenPlan plan) {}
