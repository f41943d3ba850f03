package org.tiersmith.data;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an import noticed.
 *
 * @param findings in words, rejected rows first
 * @param rules what each rule did, in the order of the rules
 * @param columns what the imported columns hold
 * @param contacts columns by which a person could be known, whether dropped or not
 * @param rejects the columns of each file that has rejects, in the order of their cells
 */
public record QualityReport(
    List<Finding> findings,
    List<RuleOutcome> rules,
    List<ColumnQuality> columns,
    List<ContactColumn> contacts,
    List<RejectColumns> rejects) {

  /** Reports of earlier versions hold findings alone. */
  public QualityReport(
      List<Finding> findings,
      @Nullable List<RuleOutcome> rules,
      @Nullable List<ColumnQuality> columns,
      @Nullable List<ContactColumn> contacts,
      @Nullable List<RejectColumns> rejects) {
    this.findings = List.copyOf(findings);
    this.rules = rules == null ? List.of() : List.copyOf(rules);
    this.columns = columns == null ? List.of() : List.copyOf(columns);
    this.contacts = contacts == null ? List.of() : List.copyOf(contacts);
    this.rejects = rejects == null ? List.of() : List.copyOf(rejects);
  }

  /** A report of findings alone. */
  public static QualityReport of(List<Finding> findings) {
    return new QualityReport(findings, null, null, null, null);
  }

  /** Rows or values concerned by the findings with a text key; 0 where there is none. */
  public long count(String key) {
    return findings.stream()
        .filter(f -> f.text().key().equals(key))
        .mapToLong(Finding::count)
        .sum();
  }

  /** What a rule did to the events; none where it had nothing to look at. */
  public Optional<RuleOutcome> rule(ImportRule rule) {
    return rule(rule, TableKind.EVENTS);
  }

  /** What a rule did to a table; none where it had nothing to look at. */
  public Optional<RuleOutcome> rule(ImportRule rule, TableKind kind) {
    return rules.stream()
        .filter(r -> r.rule().equals(rule.id()) && r.table().equals(kind.key()))
        .findFirst();
  }
}
