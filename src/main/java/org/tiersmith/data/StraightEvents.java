package org.tiersmith.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Events that go from a streamed file straight into the Parquet file that the import leaves,
 * without a table between. That is possible while every row is what the first rows made believe and
 * meets no rule that a row alone can show. Most of that is asked of the file when it is written,
 * which by its statistics costs next to nothing: where no value is missing, none was unreadable. To
 * the other steps {@code events} is then a view of the file.
 */
final class StraightEvents {
  private static final String REMOVED = "events_removed";
  private static final String ROW = "file_row_number";

  private static final String OTHERWISE = "a row is not like the first ones";

  /** Roles whose values are made of what was written, which the file does not hold. */
  private static final List<String> MADE =
      List.of(
          "timestamp", "type", "quantity", "list_price", "discount_rate", "purchased", "rating");

  /** Roles that get a usual value where a row that needs one tells none. */
  private static final List<String> FILLED_IN = List.of("quantity", "discount_rate");

  private final Duck duck;
  private final Projection from;
  private final RowRules checks;
  private final Set<String> full = new LinkedHashSet<>();
  private Path parquet;
  private boolean written;
  private boolean removed;

  StraightEvents(Duck duck, Projection from, RowRules checks, Path parquet) {
    this.duck = duck;
    this.from = from;
    this.checks = checks;
    this.parquet = parquet;
  }

  /**
   * Whether to try: rows have ids of their own, so that none needs its line for one; nothing of
   * them is for the catalogue alone; no rule changes rows by what others hold; and the first rows
   * would pass.
   *
   * @param first a query of the first rows
   * @param odd the column that is true of a row that is not what was believed
   */
  boolean isWorthTrying(ImportRules rules, String first, String odd) {
    boolean rewrites =
        Stream.of(ImportRule.DUPLICATE_ID, ImportRule.OUTLIER_QUANTITY, ImportRule.OUTLIER_PRICE)
            .anyMatch(rule -> rules.action(rule) == Action.REPAIR);
    if (!from.raw().streamed()
        || !from.has("event_id")
        || TableKind.PRODUCT_WORDS.stream().anyMatch(from::has)
        || from.attributes().stream().anyMatch(a -> a.toLowerCase(Locale.ROOT).equals(ROW))
        || rewrites) {
      return false;
    }
    learnWhatIsFull(first);
    List<String> faults = new ArrayList<>(checks.conditions());
    faults.add(odd);
    faults.add("event_id IS NULL");
    return duck.whole("SELECT count(*) FROM (" + first + ") WHERE " + either(faults)) == 0;
  }

  /** Finds the roles of which no first row lacks a value. */
  private void learnWhatIsFull(String first) {
    List<String> mapped = MADE.stream().filter(from::has).toList();
    String counts =
        mapped.stream().map(r -> ", count(__" + r + ") = count(*)").collect(Collectors.joining());
    full.clear();
    duck.each(
        "SELECT count(*)" + counts + " FROM (" + first + ")",
        row -> {
          for (int i = 0; i < mapped.size(); i++) {
            if (row.flag(i + 1)) {
              full.add(mapped.get(i));
            }
          }
        });
  }

  /**
   * Writes the rows, or nothing where one is otherwise.
   *
   * @param columns SQL of the table's columns over the parsed rows
   * @param parsed makes a query of the rows, told roles of whose values there is no doubt; its
   *     column {@code __odd} is true of a row that is not what was believed of the others
   * @return whether the view {@code events} was made
   */
  boolean write(String columns, Function<Set<String>, String> parsed) {
    String rows =
        String.format(
            "SELECT %s, (%s) AS __otherwise FROM (%s)",
            columns, either(unseen()), parsed.apply(settled()));
    Set<String> told = FILLED_IN.stream().filter(from::has).collect(Collectors.toSet());
    try {
      duck.writeParquet(
          String.format(
              "%s FROM (%s) WHERE CASE WHEN __otherwise THEN error(%s) ELSE true END",
              ImportRun.finished(from, "event_id", told), rows, Duck.text(OTHERWISE)),
          parquet);
    } catch (DuckException e) {
      if (e.complaint().contains(OTHERWISE)) {
        forget();
        return false;
      }
      throw e;
    }
    view("");
    written = isAsBelieved();
    if (!written) {
      duck.run("DROP VIEW events");
      forget();
    }
    return written;
  }

  /** Roles whose values need not be doubted while they are written. */
  private Set<String> settled() {
    Set<String> settled = new HashSet<>(full);
    settled.add("type");
    TidyFile tidy = from.raw().tidy();
    String shape = tidy == null ? null : tidy.timeShape();
    if (shape == null || !TimeStyle.isPlain(shape)) {
      settled.remove("timestamp");
    }
    return settled;
  }

  /** SQL of what the file will not show. */
  private List<String> unseen() {
    List<String> unseen = new ArrayList<>(List.of("__odd"));
    if (from.has("purchased") && !full.contains("purchased")) {
      unseen.add("__purchased IS NOT NULL AND purchased IS NULL");
    }
    if (from.has("quantity") && !full.contains("quantity")) {
      unseen.add("quantity IS NULL AND type = 'purchase'");
    }
    if (from.has("discount_rate") && !full.contains("discount_rate")) {
      unseen.add("discount_rate IS NULL AND type IN ('purchase', 'exposure')");
    }
    return unseen;
  }

  /** Whether nothing in the file denies what was believed. */
  private boolean isAsBelieved() {
    List<String> faults = new ArrayList<>(checks.conditions());
    faults.add("event_id IS NULL");
    full.forEach(role -> faults.add(Duck.name(role) + " IS NULL"));
    String written =
        MADE.stream()
            .map(role -> ", " + Duck.name(role) + " AS __" + role)
            .collect(Collectors.joining());
    return faults.stream()
        .noneMatch(
            fault ->
                duck.whole(
                        String.format(
                            "SELECT count(*) FROM (SELECT *%s FROM events) WHERE %s",
                            written, fault))
                    > 0);
  }

  private static String either(List<String> conditions) {
    return "(" + String.join(") OR (", conditions) + ")";
  }

  /** Whether the events lie in the file. */
  boolean isWritten() {
    return written;
  }

  /**
   * Takes rows out.
   *
   * @param lines a query of their lines
   */
  void remove(String lines) {
    duck.run("CREATE OR REPLACE TABLE " + REMOVED + " AS " + lines);
    view(String.format(" WHERE %s NOT IN (FROM %s)", Staging.LINE, REMOVED));
    removed = true;
  }

  /** Leaves the rows, as they now are, in another file. */
  void finish(Path target) {
    if (removed) {
      duck.writeParquet(ImportRun.finished(from, "event_id", Set.of()) + " FROM events", target);
      return;
    }
    try {
      Files.move(parquet, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    parquet = target;
    view("");
  }

  /** Forgets the attempt. */
  void forget() {
    written = false;
    try {
      Files.deleteIfExists(parquet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file as the other steps expect the table: what no column told is missing. */
  private void view(String where) {
    String untold =
        FILLED_IN.stream()
            .filter(role -> !from.has(role))
            .map(role -> "NULL::DOUBLE AS " + role)
            .collect(Collectors.joining(", "));
    TidyFile tidy = from.raw().tidy();
    String words =
        TableKind.PRODUCT_WORDS.stream()
            .map(w -> ", NULL::" + (w.equals("cost") ? "DOUBLE" : "VARCHAR") + " AS " + w)
            .collect(Collectors.joining());
    duck.run(
        String.format(
            "CREATE OR REPLACE VIEW events AS FROM (SELECT %1$s + %2$d AS %3$s, * EXCLUDE"
                + " (%1$s)%4$s%5$s, 0::BIGINT AS %6$s FROM read_parquet(%7$s, %1$s = true))%8$s",
            ROW,
            tidy == null ? 0 : tidy.headLines() + 1,
            Staging.LINE,
            untold.isEmpty() ? "" : " REPLACE (" + untold + ")",
            words,
            RowRules.MET,
            Duck.text(parquet),
            where));
  }
}
