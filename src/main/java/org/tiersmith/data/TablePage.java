package org.tiersmith.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** The columns of a Parquet file with their DuckDB types, in the file's order. */
  static Map<String, String> types(Duck duck, Path parquet) {
    Map<String, String> types = new LinkedHashMap<>();
    duck.each(
        "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM "
            + Duck.parquet(parquet)
            + ")",
        row -> types.put(row.words(0), row.words(1)));
    return types;
  }

  /** The rows that a query of all these columns gives. */
  static Table frame(Duck duck, String name, Map<String, String> types, String sql) {
    List<Column<?>> columns = new ArrayList<>();
    types.forEach((column, type) -> columns.add(column(column, type)));
    duck.each(sql, row -> append(columns, row));
    return Table.create(name, columns);
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

  /** A file's name without its ending. */
  static String stem(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
  }
}
