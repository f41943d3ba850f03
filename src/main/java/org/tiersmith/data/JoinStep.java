package org.tiersmith.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/** Puts the columns of another file beside a table's own; no row is lost and none doubled. */
final class JoinStep {
  private static final String KEYS = "join_keys";
  private static final String JOINED = "joined";

  private final Duck duck;
  private final Other other;
  private final List<Finding> findings;
  private final boolean sample;
  private final List<JoinOutcome> outcomes = new ArrayList<>();

  /** Brings the file that is to stand beside a table, as a table of the name. */
  @FunctionalInterface
  interface Other {
    RawTable load(RawTable left, Join join, String table);
  }

  /**
   * @param sample whether the rows are only a few of a file's, so that none needs to have a partner
   */
  JoinStep(Duck duck, Other other, List<Finding> findings, boolean sample) {
    this.duck = duck;
    this.other = other;
    this.findings = findings;
    this.sample = sample;
  }

  /** What became of the joins so far. */
  List<JoinOutcome> outcomes() {
    return outcomes;
  }

  /** Joins a file; its key columns, equal to those they meet, are left out. */
  RawTable apply(RawTable left, Join join) {
    RawTable right = other.load(left, join, left.table() + "_beside");
    List<String> leftKeys = new ArrayList<>();
    List<String> rightKeys = new ArrayList<>();
    for (Map.Entry<String, String> pair : join.on().entrySet()) {
      leftKeys.add(find(left, pair.getKey(), left, right));
      rightKeys.add(find(right, pair.getValue(), left, right));
    }
    keys(right, rightKeys);
    String meets = meets(leftKeys);
    report(left, right, leftKeys, meets, join);
    List<String> brought = right.columns().stream().filter(c -> !rightKeys.contains(c)).toList();
    List<String> names = names(left, brought);
    String select =
        IntStream.range(0, brought.size())
            .mapToObj(i -> ", r." + Duck.name(brought.get(i)) + " AS " + Duck.name(names.get(i)))
            .collect(Collectors.joining());
    duck.run(
        String.format(
            "CREATE TABLE %s AS SELECT l.*%s FROM %s AS l LEFT JOIN %s AS k ON %s LEFT JOIN %s AS r"
                + " ON r.%s = k.first",
            JOINED, select, left.table(), KEYS, meets, right.table(), Staging.LINE));
    duck.run("DROP TABLE " + KEYS);
    Staging.drop(duck, right);
    Staging.drop(duck, left);
    duck.run("ALTER TABLE " + JOINED + " RENAME TO " + left.table());
    return left.beside(names, right);
  }

  private static String find(RawTable in, String name, RawTable left, RawTable right) {
    String column = in.find(name);
    if (column == null) {
      throw Problem.of(
          "join.column-missing",
          "{0} and {1} can''t be put side by side: {2} has no column \"{3}\". Its columns are:"
              + " {4}.",
          left.fileName(),
          right.fileName(),
          in.fileName(),
          name,
          in.list());
    }
    return column;
  }

  /** Each key of the other file with its first line and how often it is there. */
  private void keys(RawTable right, List<String> keys) {
    String tidy =
        IntStream.range(0, keys.size())
            .mapToObj(i -> "ts_id(" + Duck.name(keys.get(i)) + ") AS k" + i)
            .collect(Collectors.joining(", "));
    String present =
        keys.stream()
            .map(key -> Duck.name(key) + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    duck.run(
        String.format(
            "CREATE TABLE %s AS SELECT %s, min(%s) AS first, count(*) AS times FROM %s WHERE %s"
                + " GROUP BY ALL",
            KEYS, tidy, Staging.LINE, right.table(), present));
  }

  private static String meets(List<String> leftKeys) {
    return IntStream.range(0, leftKeys.size())
        .mapToObj(i -> "k.k" + i + " = ts_id(l." + Duck.name(leftKeys.get(i)) + ")")
        .collect(Collectors.joining(" AND "));
  }

  private static List<String> names(RawTable left, List<String> brought) {
    Set<String> taken =
        new HashSet<>(left.columns().stream().map(c -> c.toLowerCase(Locale.ROOT)).toList());
    List<String> names = new ArrayList<>();
    for (String column : brought) {
      String name = column;
      for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
        name = column + "_" + n;
      }
      names.add(name);
    }
    return names;
  }

  private void report(
      RawTable left, RawTable right, List<String> leftKeys, String meets, Join join) {
    String by = String.join(", ", leftKeys);
    long alone = anti(left.table() + " AS l", KEYS + " AS k", meets);
    long repeats = duck.whole("SELECT count_if(times > 1) FROM " + KEYS);
    outcomes.add(new JoinOutcome(join.file(), left.rows(), left.rows() - alone, repeats));
    if (alone == left.rows() && !sample) {
      throw Problem.of(
          "join.none",
          "No row of {0} meets a row of {1} by {2}. Choose other columns to join them by, or leave"
              + " {1} out.",
          left.fileName(),
          right.fileName(),
          by);
    }
    add(
        Finding.Level.WARNING,
        alone,
        "join.alone",
        "{0} {0,choice,1#row|1<rows} of {1} {0,choice,1#has|1<have} no partner in {2} by {3}; what"
            + " {2} would tell is empty there.",
        left,
        right,
        by);
    add(
        Finding.Level.WARNING,
        repeats,
        "join.repeats",
        "{0} {0,choice,1#key repeats|1<keys repeat} in {2} (joined to {1} by {3}); the first row of"
            + " each is used.",
        left,
        right,
        by);
    add(
        Finding.Level.NOTE,
        anti(KEYS + " AS k", left.table() + " AS l", meets),
        "join.unused",
        "{0} {0,choice,1#key|1<keys} of {2} {0,choice,1#is|1<are} met by no row of {1} (by {3}).",
        left,
        right,
        by);
  }

  private long anti(String from, String to, String meets) {
    return duck.whole("SELECT count(*) FROM " + from + " ANTI JOIN " + to + " ON " + meets);
  }

  private void add(
      Finding.Level level,
      long count,
      String key,
      String pattern,
      RawTable left,
      RawTable right,
      String by) {
    if (count > 0) {
      Text text = Text.of(key, pattern, count, left.fileName(), right.fileName(), by);
      findings.add(new Finding(level, count, text));
    }
  }
}
