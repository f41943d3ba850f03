package org.tiersmith.profile;

import org.tiersmith.data.Duck;

/** The values of any column, as a person would type them. */
final class ColumnWords {
  private ColumnWords() {}

  /** An expression of a column's values as texts; whole numbers lack the ".0" of their column. */
  static String sql(String column) {
    return String.format(
        "(CASE WHEN typeof(%1$s) IN ('DOUBLE', 'FLOAT') THEN regexp_replace(%1$s::VARCHAR,"
            + " '\\.0$', '') ELSE %1$s::VARCHAR END)",
        Duck.name(column));
  }
}
