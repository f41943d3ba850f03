package org.tiersmith.project;

import java.time.Instant;

/**
 * A scenario as kept.
 *
 * @param body JSON
 * @param position its place in the list, from 0
 */
public record StoredScenario(long id, String name, String body, int position, Instant updated) {}
