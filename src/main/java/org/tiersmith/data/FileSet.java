package org.tiersmith.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Loads what one part of a mapping names: its file or files, those joined, the row's number. */
final class FileSet {
  /** A column that every file has for expressions, if not of its own: 1 for the first row. */
  static final String ROW_NUMBER = FileMapping.ROW_NUMBER;

  private final Duck duck;
  private final Staging staging;
  private final List<Finding> findings;
  private final JoinStep joins;

  FileSet(Duck duck, Staging staging, List<Finding> findings) {
    this(
        duck,
        staging,
        findings,
        new JoinStep(
            duck, (left, join, table) -> staging.load(join.file(), table), findings, false));
  }

  /** Files beside which others are put in a way of one's own. */
  FileSet(Duck duck, Staging staging, List<Finding> findings, JoinStep joins) {
    this.duck = duck;
    this.staging = staging;
    this.findings = findings;
    this.joins = joins;
  }

  /** What became of the joins so far. */
  List<JoinOutcome> joins() {
    return joins.outcomes();
  }

  /**
   * A table that reads its file anew with every query, where a part names one tidy file and nothing
   * that has to be computed from it; else as {@link #load}.
   */
  RawTable stream(FileMapping part, String table) {
    boolean plain =
        part.more().isEmpty()
            && part.joins().isEmpty()
            && part.where() == null
            && part.columns().values().stream().noneMatch(column -> column.startsWith("="));
    RawTable streamed =
        plain ? staging.stream(part.file(), part.format(), part.columns(), table) : null;
    return streamed == null ? load(part, table) : streamed;
  }

  /** Loads the files of a part as one table. */
  RawTable load(FileMapping part, String table) {
    RawTable raw =
        part.more().isEmpty()
            ? staging.load(part.file(), part.format(), table)
            : union(part, table);
    for (Join join : part.joins()) {
      raw = joins.apply(raw, join);
    }
    return raw.find(ROW_NUMBER) == null && usesRowNumber(part) ? numbered(raw) : raw;
  }

  /** One file below the other, by the names of their columns. */
  private RawTable union(FileMapping part, String table) {
    List<RawTable> parts = new ArrayList<>();
    for (Path file : Stream.concat(Stream.of(part.file()), part.more().stream()).toList()) {
      parts.add(staging.load(file, part.format(), table + "_" + parts.size()));
    }
    UnionColumns columns = new UnionColumns(parts, part.columns(), findings);
    List<String> names = columns.names();
    List<String> selects = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      selects.add(select(parts.get(i), i, columns));
    }
    duck.run("CREATE TABLE " + table + " AS " + String.join(" UNION ALL ", selects));
    parts.forEach(one -> Staging.drop(duck, one));
    columns.reportLacks();
    return new RawTable(
        parts.stream().flatMap(one -> one.files().stream()).toList(),
        parts.stream().flatMap(one -> one.names().stream()).toList(),
        table,
        names,
        names.size(),
        false,
        parts.stream().mapToLong(RawTable::rows).sum(),
        parts.stream().anyMatch(RawTable::semicolon),
        parts.stream().mapToLong(RawTable::trimmed).sum(),
        null);
  }

  private static String select(RawTable from, int part, UnionColumns columns) {
    String cells =
        columns.names().stream()
            .map(
                name -> {
                  String own = columns.own(part, name);
                  return (own == null ? "NULL::VARCHAR" : Duck.name(own))
                      + " AS "
                      + Duck.name(name);
                })
            .collect(Collectors.joining(", "));
    return String.format(
        "SELECT %1$s + %2$d AS %1$s, %3$s FROM %4$s",
        Staging.LINE, (long) part << RawTable.FILE_BITS, cells, from.table());
  }

  private static boolean usesRowNumber(FileMapping part) {
    String where = part.where() == null ? "" : part.where();
    return Stream.concat(part.columns().values().stream(), Stream.of(where))
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(ROW_NUMBER));
  }

  private RawTable numbered(RawTable raw) {
    duck.run(
        String.format(
            "CREATE TABLE numbered AS SELECT *, (row_number() OVER (ORDER BY %s))::VARCHAR AS %s"
                + " FROM %s",
            Staging.LINE, ROW_NUMBER, raw.table()));
    Staging.drop(duck, raw);
    duck.run("ALTER TABLE numbered RENAME TO " + raw.table());
    List<String> columns = new ArrayList<>(raw.columns());
    columns.add(ROW_NUMBER);
    return new RawTable(
        raw.files(),
        raw.names(),
        raw.table(),
        columns,
        raw.own(),
        true,
        raw.rows(),
        raw.semicolon(),
        raw.trimmed(),
        null);
  }
}
