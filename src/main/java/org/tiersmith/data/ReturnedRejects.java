package org.tiersmith.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Exported rejects that come back mended: which rows they were, and their cells as they were before
 * the export kept some from being formulas.
 */
final class ReturnedRejects {
  private static final String TABLE = "returned";

  private final Duck duck;
  private final PresentData present;
  private boolean any;

  ReturnedRejects(Duck duck, PresentData present) {
    this.duck = duck;
    this.present = present;
  }

  /** The table with its cells as they were; any other table as it is. */
  RawTable take(RawTable raw) {
    String file = raw.find(RejectRows.PREFIX + "file");
    String line = raw.find(RejectRows.PREFIX + "line");
    if (file == null || line == null) {
      return raw;
    }
    RawTable kept = raw.streamed() ? Staging.keep(duck, raw) : raw;
    duck.run("CREATE TABLE IF NOT EXISTS " + TABLE + "(file VARCHAR, line BIGINT)");
    String unmended = unmended(kept, file, line);
    duck.run(
        String.format(
            "INSERT INTO %s SELECT DISTINCT %s, try_cast(%s AS BIGINT) FROM %s WHERE NOT %s",
            TABLE, Duck.name(file), Duck.name(line), kept.table(), unmended));
    any = true;
    long mended = duck.whole("SELECT count(*) FROM " + kept.table() + " WHERE NOT " + unmended);
    // A file of unmended rows alone is left to be refused as any other without a good row.
    boolean skips = mended > 0 && mended < kept.rows();
    String quoted = kept.find(RejectRows.PREFIX + RejectRows.QUOTED);
    return quoted == null && !skips
        ? kept
        : taken(kept, quoted, skips ? " WHERE NOT " + unmended : "", skips ? mended : kept.rows());
  }

  /**
   * SQL that is true of a row that could not be read and comes back as it went: its text stands
   * beside its cells, which are empty. The reject of before keeps that text, where there is one.
   */
  private String unmended(RawTable raw, String file, String line) {
    String text = raw.find(RejectRows.PREFIX + "row");
    Path rejects = present.rejects();
    if (text == null || rejects == null || !present.update()) {
      return "false";
    }
    StringBuilder sql =
        new StringBuilder("(coalesce(").append(Duck.name(text)).append(", '') <> ''");
    for (String column : raw.ownColumns()) {
      if (!isTold(column)) {
        sql.append(" AND coalesce(").append(Duck.name(column)).append(", '') = ''");
      }
    }
    return sql
        + String.format(
            " AND (%s, coalesce(try_cast(%s AS BIGINT), -1)) IN (SELECT (file, line) FROM %s))",
            "coalesce(" + Duck.name(file) + ", '')", Duck.name(line), Duck.parquet(rejects));
  }

  /** Writes which rows came back; null where none did. */
  @Nullable Path write(Path folder) {
    if (!any) {
      return null;
    }
    Path file = folder.resolve(TABLE + ".parquet");
    duck.run("COPY " + TABLE + " TO " + Duck.text(file) + " (FORMAT parquet)");
    return file;
  }

  /** Those rows of a table that a condition is true of, with their cells as they were. */
  private RawTable taken(RawTable raw, @Nullable String quoted, String where, long rows) {
    List<String> cells = new ArrayList<>();
    for (String column : raw.columns()) {
      String name = Duck.name(column);
      cells.add(
          quoted == null || isTold(column)
              ? name
              : String.format(
                  "CASE WHEN starts_with(%1$s, '''') AND contains(%2$s, %3$s) THEN"
                      + " nullif(substr(%1$s, 2), '') ELSE %1$s END AS %1$s",
                  name, Duck.name(quoted), Duck.text(RejectRows.quoted(column))));
    }
    String table = raw.table() + "_returned";
    duck.run(
        String.format(
            "CREATE TABLE %s AS SELECT %s, %s FROM %s%s",
            table, Staging.LINE, String.join(", ", cells), raw.table(), where));
    Staging.drop(duck, raw);
    return raw.named(table, rows);
  }

  private static boolean isTold(String column) {
    return column.toLowerCase(Locale.ROOT).startsWith(RejectRows.PREFIX);
  }
}
