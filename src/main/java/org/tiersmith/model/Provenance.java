package org.tiersmith.model;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a station's product came from, enough to make it again.
 *
 * @param station which station made it, for example {@code training}
 * @param inputHash SHA-256 (lower-case hex) of the input's content, or of the hashes of its inputs
 * @param settings every setting that bears on the result, as text
 * @param seed the seed of all randomness
 * @param versions names and versions of the programs that took part
 * @param device where it ran, for example {@code cpu} or {@code cuda:0}
 * @param madeAt when it was finished
 */
public record Provenance(
    String station,
    String inputHash,
    Map<String, String> settings,
    long seed,
    Map<String, String> versions,
    String device,
    Instant madeAt) {

  public Provenance {
    settings = Map.copyOf(new TreeMap<>(settings));
    versions = Map.copyOf(new TreeMap<>(versions));
  }
}
