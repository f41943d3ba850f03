package org.tiersmith.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exported rejects that come back mended: which rows they were, and their cells as they were before
 * the export kept some from being formulas.
 */
final class ReturnedRejects {
  private static final String TABLE = "returned";

  private final Duck duck;
  private boolean any;

  ReturnedRejects(Duck duck) {
    this.duck = duck;
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
    duck.run(
        String.format(
            "INSERT INTO %s SELECT DISTINCT %s, try_cast(%s AS BIGINT) FROM %s",
            TABLE, Duck.name(file), Duck.name(line), kept.table()));
    any = true;
    String quoted = kept.find(RejectRows.PREFIX + RejectRows.QUOTED);
    return quoted == null ? kept : unquoted(kept, quoted);
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

  private RawTable unquoted(RawTable raw, String quoted) {
    List<String> cells = new ArrayList<>();
    for (String column : raw.columns()) {
      String name = Duck.name(column);
      cells.add(
          column.toLowerCase(java.util.Locale.ROOT).startsWith(RejectRows.PREFIX)
              ? name
              : String.format(
                  "CASE WHEN starts_with(%1$s, '''') AND contains(%2$s, %3$s) THEN"
                      + " nullif(substr(%1$s, 2), '') ELSE %1$s END AS %1$s",
                  name, Duck.name(quoted), Duck.text(RejectRows.quoted(column))));
    }
    String table = raw.table() + "_returned";
    duck.run(
        String.format(
            "CREATE TABLE %s AS SELECT %s, %s FROM %s",
            table, Staging.LINE, String.join(", ", cells), raw.table()));
    Staging.drop(duck, raw);
    return raw.named(table);
  }
}
