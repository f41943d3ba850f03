package org.tiersmith.data;

/** Which rows an import mends or leaves out, and by which rules. */
public record ImportRules() {
  /** The rules of an import for which nobody chose others. */
  public static final ImportRules DEFAULT = new ImportRules();
}
