package org.tiersmith.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.task.JobContext;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Pages of a Parquet file, as small frames for people to look at. */
public final class TablePage {
  private TablePage() {}

  /** Number of rows of a Parquet file. */
  public static long rows(Path parquet) {
    try (Duck duck = Duck.open(JobContext.detached())) {
      return duck.whole("SELECT count(*) FROM " + Duck.parquet(parquet));
    }
  }

  /**
   * Reads a page.
   *
   * @param offset first row, from 0
   * @param limit most rows
   * @param sortColumn column to sort by, or null for the file's order
   */
  public static Table read(
      Path parquet, long offset, int limit, @Nullable String sortColumn, boolean ascending) {
    try (Duck duck = Duck.open(JobContext.detached())) {
      List<Column<?>> columns = columns(duck, parquet);
      String order =
          sortColumn == null
              ? ""
              : " ORDER BY "
                  + Duck.name(sortColumn)
                  + (ascending ? " ASC" : " DESC")
                  + " NULLS LAST, file_row_number";
      String source = "read_parquet(" + Duck.text(parquet) + ", file_row_number = true)";
      String names = String.join(", ", columns.stream().map(c -> Duck.name(c.name())).toList());
      duck.each(
          "SELECT " + names + " FROM " + source + order + " LIMIT " + limit + " OFFSET " + offset,
          row -> append(columns, row));
      return Table.create(stem(parquet), columns);
    }
  }

  private static List<Column<?>> columns(Duck duck, Path parquet) {
    List<Column<?>> columns = new ArrayList<>();
    duck.each(
        "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM "
            + Duck.parquet(parquet)
            + ")",
        row -> columns.add(column(row.words(0), row.words(1))));
    return columns;
  }

  private static Column<?> column(String name, String type) {
    return switch (type) {
      case "DOUBLE" -> DoubleColumn.create(name);
      case "BIGINT" -> LongColumn.create(name);
      case "BOOLEAN" -> BooleanColumn.create(name);
      default -> StringColumn.create(name);
    };
  }

  private static void append(List<Column<?>> columns, Row row) {
    for (int c = 0; c < columns.size(); c++) {
      String text = row.text(c);
      switch (columns.get(c)) {
        case Column<?> column when text == null -> column.appendMissing();
        case DoubleColumn numbers -> numbers.append(row.number(c));
        case LongColumn wholes -> wholes.append(row.whole(c));
        case BooleanColumn truths -> truths.append(row.flag(c));
        case StringColumn texts -> texts.append(text);
        default -> throw new IllegalStateException("unexpected column type");
      }
    }
  }

  private static String stem(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
  }
}
