package org.tiersmith.project;

import java.time.Instant;

/**
 * One thing that was done to the project. Holds no customer data.
 *
 * @param action dot-separated lower-case words, for example {@code dataset.added}
 * @param detail counts, names and ids
 */
public record AuditEntry(Instant at, String action, String detail) {}
