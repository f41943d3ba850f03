package org.tiersmith.data;

/** How an import hides who the customers are. */
public record Privacy() {
  /** Nothing is hidden. */
  public static final Privacy NONE = new Privacy();
}
