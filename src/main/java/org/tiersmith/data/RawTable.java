package org.tiersmith.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;

/**
 * A file, or several of the same columns, as a table of texts.
 *
 * @param files where it came from; a row of the n-th (from 0) has n * 2^{@value #FILE_BITS} added
 *     to its line
 * @param names what the files are called, in their order
 * @param table its name in DuckDB
 * @param columns its columns beside {@link Staging#LINE}
 * @param own how many of them, from the first, come from the files themselves, not from a join
 * @param numbered whether its last column is the row's number, which no file has
 * @param rows its rows
 * @param semicolon whether semicolons divide its fields, as where numbers have decimal commas
 * @param trimmed cells that had spaces around them
 * @param tidy the file that the table reads anew with every query, so that only its first rows are
 *     cheap; null for a table whose rows are kept
 */
record RawTable(
    List<Path> files,
    List<String> names,
    String table,
    List<String> columns,
    int own,
    boolean numbered,
    long rows,
    boolean semicolon,
    long trimmed,
    @Nullable TidyFile tidy) {
  /** Bits of {@link Staging#LINE} that hold the line; those above hold the file. */
  static final int FILE_BITS = 40;

  RawTable {
    files = List.copyOf(files);
    names = List.copyOf(names);
    columns = List.copyOf(columns);
  }

  /** The table of one file. */
  RawTable(
      Path file, String table, List<String> columns, long rows, boolean semicolon, long trimmed) {
    this(
        List.of(file),
        List.of(SourceFile.name(file)),
        table,
        columns,
        columns.size(),
        false,
        rows,
        semicolon,
        trimmed,
        null);
  }

  /** The files, for a person. */
  String fileName() {
    String first = names.getFirst();
    return files.size() == 1 ? first : first + " (+" + (files.size() - 1) + ")";
  }

  /** SQL for the name of a row's file. */
  String fileSql() {
    if (files.size() == 1) {
      return Duck.text(fileName());
    }
    StringBuilder sql = new StringBuilder("CASE ").append(Staging.LINE);
    sql.append(" >> ").append(FILE_BITS);
    for (int i = 0; i < files.size(); i++) {
      sql.append(" WHEN ").append(i).append(" THEN ");
      sql.append(Duck.text(names.get(i)));
    }
    return sql.append(" END").toString();
  }

  /** SQL for a row's line in its file. */
  String lineSql() {
    return files.size() == 1
        ? Staging.LINE
        : String.format("(%s & %d)", Staging.LINE, (1L << FILE_BITS) - 1);
  }

  /** The columns that a row has in its own file. */
  List<String> ownColumns() {
    return columns.subList(0, own);
  }

  /** The column that a name means, whatever its case, or null where there is none. */
  @Nullable String find(String name) {
    String tidy = Cells.tidy(name).toLowerCase(Locale.ROOT);
    return columns.stream()
        .filter(column -> column.toLowerCase(Locale.ROOT).equals(tidy))
        .findFirst()
        .orElse(null);
  }

  /** The column that a mapping's name means, whatever its case. */
  String require(String name) {
    String column = find(name);
    if (column == null) {
      throw Problem.of(
          "import.column-missing",
          "{0} has no column \"{1}\", which the mapping names. Its columns are: {2}.",
          fileName(),
          name,
          list());
    }
    return column;
  }

  /** The table with columns beside it, and with what those say about it. */
  RawTable beside(List<String> more, RawTable from) {
    List<String> all = new ArrayList<>(columns);
    all.addAll(more);
    return new RawTable(
        files,
        names,
        table,
        all,
        own,
        numbered,
        rows,
        semicolon || from.semicolon,
        trimmed + from.trimmed,
        null);
  }

  /** Whether the table reads its file anew with every query. */
  boolean streamed() {
    return tidy != null;
  }

  /** The table as one that reads a file anew, or, for null, no longer does. */
  RawTable streaming(@Nullable TidyFile file) {
    return new RawTable(
        files, names, table, columns, own, numbered, rows, semicolon, trimmed, file);
  }

  /** The table of one file that is called otherwise. */
  RawTable called(String name) {
    return new RawTable(
        files, List.of(name), table, columns, own, numbered, rows, semicolon, trimmed, tidy);
  }

  /** The table with other rows of the same columns, so many, which are kept. */
  RawTable named(String other, long count) {
    return new RawTable(
        files, names, other, columns, own, numbered, count, semicolon, trimmed, null);
  }

  /** Its columns, for a person. */
  String list() {
    return String.join(", ", columns);
  }
}
