package org.tiersmith.data;

import org.jspecify.annotations.Nullable;

/**
 * What one rule did to one table. A row that several rules meet counts under each as met, and under
 * the first that rejects it as rejected.
 *
 * @param rule {@link ImportRule#id()}
 * @param table {@link TableKind#key()}
 * @param action what was to be done
 * @param met rows, or products or customers, that the rule met
 * @param rejected rows left out for this reason
 * @param kept rows imported as they are although the rule met them
 * @param repaired rows mended and imported
 * @param example where one of them is found, or null
 */
public record RuleOutcome(
    String rule,
    String table,
    Action action,
    long met,
    long rejected,
    long kept,
    long repaired,
    @Nullable Example example) {

  /**
   * One row that a rule met.
   *
   * @param line its line in the file, from 1
   * @param message what is wrong with it, in English
   */
  public record Example(String file, long line, String message) {}
}
