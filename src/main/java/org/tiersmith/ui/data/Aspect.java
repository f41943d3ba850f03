package org.tiersmith.ui.data;

import java.util.List;
import java.util.stream.Stream;

/** What of a mapping is looked at: something of one file, or of the whole import. */
enum Aspect {
  COLUMNS(false),
  ROWS(false),
  PRICES(false),
  JOINS(false),
  FORMAT(false),
  RULES(true),
  PATTERNS(true),
  PRIVACY(true);

  private final boolean whole;

  Aspect(boolean whole) {
    this.whole = whole;
  }

  /** Whether it is the same for all files. */
  boolean whole() {
    return whole;
  }

  /** Those of one file, or those of the whole import. */
  static List<Aspect> of(boolean whole) {
    return Stream.of(values()).filter(aspect -> aspect.whole == whole).toList();
  }
}
