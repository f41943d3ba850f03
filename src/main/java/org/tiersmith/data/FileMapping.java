package org.tiersmith.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of one file, or of several alike, mean.
 *
 * @param file the file
 * @param more further files of the same columns, whose rows follow those of the file
 * @param joins files whose columns are put beside the file's own, one after the other
 * @param columns role to column name, or to {@code = expression} (a DuckDB scalar expression over
 *     the columns); a role without fixed meaning names an attribute
 * @param constants role to the one value that every row has
 * @param where a DuckDB condition that rows must meet to be read, or null for all rows
 * @param drop columns not to keep as attributes
 * @param derive what may be assumed where only the paid price is told
 * @param format how the file and those that follow it are written, as far as a person said so
 */
public record FileMapping(
    Path file,
    List<Path> more,
    List<Join> joins,
    Map<String, String> columns,
    Map<String, String> constants,
    @Nullable String where,
    List<String> drop,
    Derivation derive,
    FileFormat format) {
  /** A column that every file has for a mapping, if not of its own: 1 for the first row. */
  public static final String ROW_NUMBER = "row_number";

  /** Projects of earlier versions keep mappings without the parts that came later. */
  public FileMapping {
    more = more == null ? List.of() : List.copyOf(more);
    joins = joins == null ? List.of() : List.copyOf(joins);
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    drop = List.copyOf(drop);
    derive = derive == null ? Derivation.NONE : derive;
    format = format == null ? FileFormat.GUESSED : format;
  }

  /** A mapping of columns alone. */
  public static FileMapping of(Path file, Map<String, String> columns) {
    return new FileMapping(
        file,
        List.of(),
        List.of(),
        columns,
        Map.of(),
        null,
        List.of(),
        Derivation.NONE,
        FileFormat.GUESSED);
  }

  /** The same mapping for another file alone. */
  public FileMapping withFile(Path other) {
    return new FileMapping(
        other, List.of(), joins, columns, constants, where, drop, derive, format);
  }

  /** The mapping with other files to follow the first. */
  public FileMapping withMore(List<Path> others) {
    return new FileMapping(file, others, joins, columns, constants, where, drop, derive, format);
  }

  /** The mapping with other files beside it. */
  public FileMapping withJoins(List<Join> others) {
    return new FileMapping(file, more, others, columns, constants, where, drop, derive, format);
  }

  /** The mapping with one role bound to a column (or {@code = expression}), or freed by null. */
  public FileMapping withRole(String role, @Nullable String column) {
    Map<String, String> changed = changed(columns, role, column);
    return new FileMapping(file, more, joins, changed, constants, where, drop, derive, format);
  }

  /** The mapping with one role that has the same value in all rows, or freed by null. */
  public FileMapping withConstant(String role, @Nullable String value) {
    Map<String, String> changed = changed(constants, role, value);
    return new FileMapping(file, more, joins, columns, changed, where, drop, derive, format);
  }

  /** The mapping with another condition on its rows, or none. */
  public FileMapping withWhere(@Nullable String condition) {
    return new FileMapping(file, more, joins, columns, constants, condition, drop, derive, format);
  }

  /** The mapping with one more column dropped, or kept after all. */
  public FileMapping withDropped(String column, boolean dropped) {
    List<String> changed = new ArrayList<>(drop);
    changed.remove(column);
    if (dropped) {
      changed.add(column);
    }
    return new FileMapping(file, more, joins, columns, constants, where, changed, derive, format);
  }

  /** The mapping with another assumption about list prices. */
  public FileMapping withDerive(Derivation other) {
    return new FileMapping(file, more, joins, columns, constants, where, drop, other, format);
  }

  /** The mapping of a file that is written in another way. */
  public FileMapping withFormat(FileFormat other) {
    return new FileMapping(file, more, joins, columns, constants, where, drop, derive, other);
  }

  private static Map<String, String> changed(
      Map<String, String> map, String key, @Nullable String value) {
    Map<String, String> changed = new LinkedHashMap<>(map);
    if (value == null) {
      changed.remove(key);
    } else {
      changed.put(key, value);
    }
    return changed;
  }
}
