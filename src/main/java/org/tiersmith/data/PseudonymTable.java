package org.tiersmith.data;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** The pseudonyms of a file's customers. */
final class PseudonymTable {
  /** The table: an id as written, and its pseudonym. */
  static final String NAME = "pseudonyms";

  private static final String SHAPE = "p[a-z2-7]{26}";

  private final Duck duck;
  private final PresentData present;

  PseudonymTable(Duck duck, PresentData present) {
    this.duck = duck;
    this.present = present;
  }

  /** Makes the table. */
  void make(RawTable raw, String column) {
    @Nullable PseudonymKey key = present.key();
    if (key == null) {
      throw new IllegalStateException("pseudonyms need a key");
    }
    Set<String> known = known(raw, column);
    duck.run("CREATE OR REPLACE TABLE " + NAME + "(id VARCHAR, pseudonym VARCHAR)");
    try (DuckDBAppender rows = duck.appender("main", NAME)) {
      duck.each(
          String.format(
              "SELECT DISTINCT %1$s, ts_id(%1$s) FROM %2$s WHERE %1$s IS NOT NULL",
              Duck.name(column), raw.table()),
          row -> {
            String id = row.words(1).strip();
            append(rows, row.words(0), known.contains(id) ? id : key.pseudonym(id));
          });
    } catch (SQLException e) {
      throw new DuckException(NAME, e);
    }
  }

  /**
   * Ids that are pseudonyms already, as in rejects that were mended: those that the project itself
   * has. Another id of that shape is an id like any other.
   */
  private Set<String> known(RawTable raw, String column) {
    Tables tables = present.hidden() ? present.tables() : null;
    if (tables == null) {
      return Set.of();
    }
    String alike =
        String.format(
            "SELECT DISTINCT trim(%1$s) AS id FROM %2$s WHERE regexp_full_match(trim(%1$s),"
                + " '%3$s')",
            Duck.name(column), raw.table(), SHAPE);
    if (duck.whole("SELECT count(*) FROM (" + alike + ")") == 0) {
      return Set.of();
    }
    String ours = "SELECT customer_id AS id FROM " + Duck.parquet(tables.customers());
    if (present.rejects() != null) {
      ours +=
          " UNION ALL SELECT unnest(regexp_extract_all(cells, '\\b"
              + SHAPE
              + "\\b')) FROM "
              + Duck.parquet(present.rejects());
    }
    List<String> found =
        duck.list("SELECT id FROM (" + alike + ") WHERE id IN (" + ours + ")", row -> row.words(0));
    return new HashSet<>(found);
  }

  private static void append(DuckDBAppender rows, String id, String pseudonym) {
    try {
      rows.beginRow();
      rows.append(id);
      rows.append(pseudonym);
      rows.endRow();
    } catch (SQLException e) {
      throw new DuckException(NAME, e);
    }
  }
}
