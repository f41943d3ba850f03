package org.tiersmith.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/**
 * A file that seems to belong beside another.
 *
 * @param join how
 * @param score 0 to 1
 * @param reason why, for a person
 * @param with the first rows of both, side by side
 */
record JoinGuess(Join join, double score, Text reason, FilePreview with) {
  private static final double MOSTLY = 0.9;
  private static final int FEWEST = 10;

  /**
   * How to put one file beside another, by a column that is a key of it and repeats in the other;
   * null where no column serves.
   */
  static @Nullable JoinGuess of(FilePreview left, FilePreview right) {
    JoinGuess best = null;
    for (ColumnSample key : ColumnSample.of(right)) {
      if (key.isKey() && key.type() != ColumnType.DATE) {
        for (ColumnSample column : ColumnSample.of(left)) {
          JoinGuess guess = by(left, column, right, key);
          if (guess != null && (best == null || guess.score > best.score)) {
            best = guess;
          }
        }
      }
    }
    return best;
  }

  private static @Nullable JoinGuess by(
      FilePreview left, ColumnSample column, FilePreview right, ColumnSample key) {
    double within = column.within(key.ids());
    boolean named = sameName(column.name(), key.name(), right);
    boolean repeats = column.distinct() < 1 || column.values().size() < FEWEST;
    boolean byValues = within >= MOSTLY && repeats && isTelling(key);
    if ((!named || within == 0) && !byValues) {
      return null;
    }
    Join join = new Join(right.file(), Map.of(column.name(), key.name()));
    String file = SourceFile.name(right.file());
    return new JoinGuess(
        join,
        named ? 0.9 : 0.7,
        named
            ? Text.of(
                "guess.join-name",
                "{0} belongs beside it: \"{1}\" names a row of it",
                file,
                column.name())
            : Text.of(
                "guess.join-values",
                "{0} belongs beside it: {1,number,percent} of the values of \"{2}\" are values of"
                    + " its \"{3}\"",
                file,
                within,
                column.name(),
                key.name()),
        beside(left, column, right, key));
  }

  /** Order_id meets order_id, and the id of a file called orders. */
  private static boolean sameName(String left, String right, FilePreview file) {
    String a = RoleNames.plain(left);
    String b = RoleNames.plain(right);
    if (a.equals(b)) {
      return !a.equals("id");
    }
    String stem = RoleNames.plain(SourceFile.name(file.file()).replaceFirst("\\..*", ""));
    return b.equals("id")
        && a.endsWith("id")
        && a.length() > 3
        && stem.startsWith(a.substring(0, a.length() - 2));
  }

  /** Numbers from 1 on are values of every such column: they tell nothing. */
  private static boolean isTelling(ColumnSample key) {
    return key.ids().size() >= FEWEST
        && key.share(value -> value.matches("\\d{1,4}(\\.0)?")) < MOSTLY;
  }

  private static FilePreview beside(
      FilePreview left, ColumnSample column, FilePreview right, ColumnSample key) {
    Map<String, List<String>> byKey = new HashMap<>();
    for (int i = 0; i < right.rows().size(); i++) {
      byKey.putIfAbsent(ColumnSample.id(key.cells().get(i)), right.rows().get(i));
    }
    Set<String> taken =
        left.columnNames().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(HashSet::new));
    List<FilePreview.Column> columns = new ArrayList<>(left.columns());
    List<Integer> brought = new ArrayList<>();
    for (int i = 0; i < right.columns().size(); i++) {
      FilePreview.Column own = right.columns().get(i);
      if (!own.name().equals(key.name())) {
        brought.add(i);
        String name = own.name();
        for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
          name = own.name() + "_" + n;
        }
        columns.add(new FilePreview.Column(name, own.type()));
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < left.rows().size(); i++) {
      List<String> row = new ArrayList<>(left.rows().get(i));
      List<String> other = byKey.get(ColumnSample.id(column.cells().get(i)));
      brought.forEach(at -> row.add(other == null ? "" : other.get(at)));
      rows.add(row);
    }
    return new FilePreview(
        left.file(), left.encoding(), left.format(), left.bytes(), columns, rows);
  }
}
