package org.tiersmith.data;

import java.nio.file.Path;

/**
 * What became of a join.
 *
 * @param file the file that was put beside the rows
 * @param rows rows that could have had a partner in it
 * @param met rows that have one
 * @param repeats keys that the file holds several times, so that its first row of each was taken
 */
public record JoinOutcome(Path file, long rows, long met, long repeats) {}
