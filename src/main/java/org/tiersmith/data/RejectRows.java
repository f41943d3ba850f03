package org.tiersmith.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tiersmith.task.JobContext;

/** Reads the rows that an import rejected, with their original cells. */
public final class RejectRows {
  /** What the names of columns begin with that an export of rejects adds. */
  public static final String PREFIX = "tiersmith_";

  /**
   * The column, behind {@link #PREFIX}, that tells in which of a row's columns the export put a
   * mark before a cell that a spreadsheet could have taken for a formula.
   */
  public static final String QUOTED = "quoted";

  private static final ObjectMapper JSON = new ObjectMapper();

  private RejectRows() {}

  /**
   * A rejected row.
   *
   * @param line its line in the file, from 1
   * @param reason text key
   * @param message what is wrong with it
   * @param row its beginning, as text; all of it where it could not be read
   * @param cells its cells in the order of the file's columns; none where it could not be read
   */
  public record Reject(
      String file, long line, String reason, String message, String row, List<String> cells) {}

  /**
   * Rows of a file that were rejected for one reason.
   *
   * @param reason text key
   * @param message what is wrong with one of them
   */
  public record Count(String file, String reason, String message, long rows) {}

  /** How many rows of which file were rejected for which reason, most first. */
  public static List<Count> counts(Path parquet, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      return duck.list(
          "SELECT file, reason, min(message), count(*) FROM "
              + Duck.parquet(parquet)
              + " GROUP BY ALL ORDER BY 4 DESC, 1, 2",
          row -> new Count(row.words(0), row.words(1), row.words(2), row.whole(3)));
    }
  }

  /** Hands out all rows, by file and line. */
  public static void each(Path parquet, JobContext context, Consumer<Reject> reader) {
    try (Duck duck = Duck.open(context)) {
      String rows = Duck.parquet(parquet);
      boolean whole =
          duck.whole(
                  "SELECT count(*) FROM (DESCRIBE SELECT * FROM "
                      + rows
                      + ") WHERE column_name = 'cells'")
              > 0;
      duck.each(
          "SELECT file, line, reason, message, \"row\", "
              + (whole ? "cells" : "NULL")
              + " FROM "
              + rows
              + " ORDER BY file, line, reason",
          row ->
              reader.accept(
                  new Reject(
                      row.words(0),
                      row.whole(1),
                      row.words(2),
                      row.words(3),
                      text(row.words(4), row.text(5)),
                      cells(row.text(5)))));
    }
  }

  /** The text of a row: where that is long, it stands whole in place of its cells. */
  private static String text(String shown, @Nullable String json) {
    return isWhole(json) ? read(json + "", new TypeReference<>() {}) : shown;
  }

  private static boolean isWhole(@Nullable String json) {
    return json != null && json.startsWith("\"");
  }

  /** A column's name as it stands in the column {@link #QUOTED}. */
  public static String quoted(String column) {
    return JSON.getNodeFactory().textNode(column).toString();
  }

  /**
   * A rejected row's cells, as the table of rejects keeps them; none of a row that has no cells.
   */
  public static List<String> cells(@Nullable String json) {
    return json == null || json.isEmpty() || isWhole(json)
        ? List.of()
        : read(json, new TypeReference<>() {});
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not cells", e);
    }
  }
}
