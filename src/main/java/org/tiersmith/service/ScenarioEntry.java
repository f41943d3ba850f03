package org.tiersmith.service;

import org.tiersmith.strategy.Scenario;

/** A scenario as the project keeps it. */
public record ScenarioEntry(long id, Scenario scenario) {}
