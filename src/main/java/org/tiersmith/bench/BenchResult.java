package org.tiersmith.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a bench has measured.
 *
 * @param figures by the key that scripts read; their order is kept
 * @param lines the same for a person
 */
public record BenchResult(Map<String, Number> figures, List<String> lines) {
  public BenchResult {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    lines = List.copyOf(lines);
  }
}
