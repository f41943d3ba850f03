package org.tiersmith.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of a column in a file's first rows, seen as evidence of what the column means. */
final class ColumnSample {
  private static final Pattern SIGNS = Pattern.compile("[\\s$€£¥￥元%％]");
  private static final Pattern GROUPED = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern COMMA = Pattern.compile("[-+]?[\\d.]*,\\d+");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  private final FilePreview.Column column;
  private final List<String> cells;
  private final List<String> values;
  private final Set<String> ids;
  private double @Nullable [] numbers;

  ColumnSample(FilePreview preview, int at) {
    this.column = preview.columns().get(at);
    this.cells = preview.rows().stream().map(row -> row.get(at)).toList();
    this.values = cells.stream().filter(value -> !value.isEmpty()).toList();
    this.ids = new HashSet<>(values.stream().map(ColumnSample::id).toList());
  }

  static List<ColumnSample> of(FilePreview preview) {
    return java.util.stream.IntStream.range(0, preview.columns().size())
        .mapToObj(at -> new ColumnSample(preview, at))
        .toList();
  }

  String name() {
    return column.name();
  }

  ColumnType type() {
    return column.type();
  }

  /** Every row's cell, empty where missing. */
  List<String> cells() {
    return cells;
  }

  /** The cells with a value. */
  List<String> values() {
    return values;
  }

  /** Its different values as ids. */
  Set<String> ids() {
    return ids;
  }

  /** An example, shortened; empty where there is none. */
  String example() {
    String first = values.isEmpty() ? "" : values.getFirst();
    return first.length() <= 40 ? first : first.substring(0, 39) + "…";
  }

  /** Share of values that pass a test; 0 where there are none. */
  double share(Predicate<String> test) {
    return values.isEmpty() ? 0 : (double) values.stream().filter(test).count() / values.size();
  }

  /** Different values for each value: 1 where none repeats. */
  double distinct() {
    return values.isEmpty() ? 0 : (double) ids.size() / values.size();
  }

  /** Whether every row has a value of its own. */
  boolean isKey() {
    return !values.isEmpty() && values.size() == cells.size() && distinct() >= 0.99;
  }

  /** A cell as a number, or NaN; signs of currency and percent are passed over. */
  static double number(String cell) {
    String bare = SIGNS.matcher(cell).replaceAll("");
    if (GROUPED.matcher(bare).matches()) {
      bare = bare.replace(",", "");
    } else if (COMMA.matcher(bare).matches()) {
      bare = bare.replace(".", "").replace(',', '.');
    }
    return NUMBER.matcher(bare).matches() ? Double.parseDouble(bare) : Double.NaN;
  }

  /** Its values as numbers, those that are none left out. */
  double[] numbers() {
    if (numbers == null) {
      numbers =
          values.stream().mapToDouble(ColumnSample::number).filter(x -> !Double.isNaN(x)).toArray();
    }
    return numbers;
  }

  /** Whether nearly all its values are numbers. */
  boolean isNumeric() {
    return !values.isEmpty() && numbers().length >= 0.9 * values.size();
  }

  /** Share of the values of this column that are values of another. */
  double within(Set<String> others) {
    return share(value -> others.contains(id(value)));
  }

  /** Most of its numbers that are not 0 pass a test. */
  boolean mostNumbers(java.util.function.DoublePredicate test) {
    double[] some = Arrays.stream(numbers()).filter(x -> x != 0).toArray();
    return some.length > 0 && Arrays.stream(some).filter(test).count() >= 0.9 * some.length;
  }

  static String id(String value) {
    return value.endsWith(".0") ? value.substring(0, value.length() - 2) : value;
  }

  /** Whether a cell is a sentence or more. */
  static boolean isProse(String value) {
    boolean chinese = value.codePoints().anyMatch(c -> c >= 0x4e00 && c <= 0x9fff);
    return chinese ? value.length() >= 20 : value.split("\\s+").length >= 8;
  }

  static String lower(String value) {
    return value.toLowerCase(Locale.ROOT);
  }
}
