package org.tiersmith.task;

import org.tiersmith.model.Text;

/**
 * How far a job has come.
 *
 * @param fraction in [0, 1], or negative while it can't be told
 * @param text what it is doing, for a person
 */
public record Progress(double fraction, Text text) {}
