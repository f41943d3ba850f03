package org.tiersmith.data;

import java.util.List;

/** What an import noticed, rejected rows first. */
public record QualityReport(List<Finding> findings) {

  public QualityReport {
    findings = List.copyOf(findings);
  }

  /** Rows or values concerned by the findings with a text key; 0 where there is none. */
  public long count(String key) {
    return findings.stream()
        .filter(f -> f.text().key().equals(key))
        .mapToLong(Finding::count)
        .sum();
  }
}
