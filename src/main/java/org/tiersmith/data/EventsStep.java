package org.tiersmith.data;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;

/** Makes the table {@code events}: reads the values, judges the rows, rejects the bad ones. */
final class EventsStep {
  private static final String TEXTS = "events_text";
  private static final String ODD = "__odd";

  private final Duck duck;
  private final Projection from;
  private final ImportRules rules;
  private final TimeStyle time;
  private final Staging staging;
  private final boolean percent;
  private final Patterns patterns;
  private final PriceStep prices;
  private final String parsed;
  private final boolean inDoubt;
  private final EventRules checks;
  private final Verdict verdict;
  private final DifferentValues different;
  private final StraightEvents straight;

  EventsStep(Duck duck, Projection from, ImportRules rules, PriceStep prices, Staging staging) {
    this.duck = duck;
    this.from = from;
    this.rules = rules;
    this.staging = staging;
    from.create(TEXTS);
    this.time =
        TimeStyle.of(
            duck,
            Projection.seen(TEXTS),
            "timestamp",
            from.format().dayFirst(),
            from.raw().semicolon());
    this.percent = isPercent();
    this.patterns =
        new Patterns(duck, from, TEXTS, from.raw().streamed() ? List.of() : rules.patterns());
    this.prices = prices;
    this.parsed = prices.derived(parsed(TEXTS));
    this.checks =
        new EventRules(from, rules, patterns, prices.isNeeded(), LocalDate.now(ZoneOffset.UTC));
    this.inDoubt =
        from.raw().streamed()
            && duck.whole("SELECT count(*) FROM (" + firstRows() + ") WHERE " + ODD) > 0;
    this.verdict = new Verdict(duck, rules, TableKind.EVENTS, from.raw(), checks.rows());
    this.different = new DifferentValues(duck);
    this.straight =
        new StraightEvents(duck, from, checks.rows(), staging.scratch("events.parquet"));
  }

  /** Whether dates are read day first where they are written with slashes. */
  boolean dayFirst() {
    return time.dayFirst();
  }

  /** A date of which nothing shows whether the day comes first; null where that is known. */
  @Nullable String openDate() {
    return time.open();
  }

  /** Whether discounts were given in percent. */
  boolean percent() {
    return percent;
  }

  /** What was noticed of the patterns. */
  List<Finding> findings() {
    return patterns.findings();
  }

  /** How many rows each pattern of no products or no purchases meets. */
  Map<RowPattern, Long> patternsMet() {
    return patterns.met();
  }

  /** A query of the rows as read, before any repair, with what was written. */
  String rows() {
    return parsed;
  }

  /** A query of the first rows as read. */
  String firstRows() {
    return prices.derived(parsed(Projection.seen(TEXTS)));
  }

  /** Whether a file can be read as a stream: nothing needs more of a row than the row. */
  static boolean canStream(ImportRules rules, PriceStep prices) {
    return !prices.isNeeded() && rules.action(ImportRule.MISSING_CUSTOMER) != Action.REPAIR;
  }

  /**
   * Whether some row of a streamed table denies what the first rows made believe; then the events
   * must be read once more, from rows that are kept.
   */
  boolean isDenied() {
    return from.raw().streamed()
        && (inDoubt
            || duck.whole("SELECT count(*) FROM events") != from.raw().rows()
            || (!straight.isWritten() && duck.whole("SELECT count(*) FROM events WHERE " + ODD) > 0)
            || isPercent("events", percent ? "discount_rate * 100" : "discount_rate") != percent
            || from.idsAsWritten().stream().anyMatch(this::isOdd)
            || Patterns.isAny(different, from, rules.patterns()));
  }

  private boolean isOdd(String id) {
    TidyFile tidy = from.raw().tidy();
    boolean digits = id.equals("event_id") && tidy != null && tidy.hasDigitKeys();
    return !digits && different.isAny(id, Projection.oddId("v"));
  }

  /** Whether the first rows of a streamed table alone show that its rows must be kept. */
  boolean isInDoubt() {
    return inDoubt;
  }

  /** Forgets what was made. */
  void forget() {
    different.forget();
    if (straight.isWritten()) {
      duck.run("DROP VIEW events");
      straight.forget();
    }
    duck.run("DROP TABLE IF EXISTS events");
    from.drop(TEXTS);
  }

  /** SQL that is true of a row that no rule judged so far rejects. */
  String good() {
    return verdict.good();
  }

  /** Reads the texts as values; a value that can't be read is missing. */
  void parse() {
    List<String> columns = new ArrayList<>(TableKind.EVENTS.roles());
    columns.removeIf(role -> TableKind.PAID.contains(role) && !from.has(role));
    columns.addAll(TableKind.PRODUCT_WORDS);
    String repaired =
        columns.stream()
                .map(column -> checks.repaired(column) + " AS " + Duck.name(column))
                .collect(Collectors.joining(", "))
            + prices.columns()
            + CatalogueStep.attributes(from);
    if (straight.isWorthTrying(rules, firstRows(), ODD)
        && straight.write(repaired, settled -> parsed(TEXTS, settled))) {
      return;
    }
    boolean streamed = from.raw().streamed();
    duck.run(
        String.format(
            "CREATE TABLE events AS SELECT %s, %s, %s AS %s FROM (%s)",
            streamed ? ODD : Staging.LINE, repaired, checks.rows().met(), RowRules.MET, parsed));
    if (streamed) {
      countLines();
    }
  }

  /** Rows of a stream stand in their order, one a line. */
  private void countLines() {
    long first = duck.whole("SELECT " + Staging.LINE + " FROM " + from.raw().table() + " LIMIT 1");
    duck.run("CREATE OR REPLACE SEQUENCE lines START " + first);
    duck.run("ALTER TABLE events ADD COLUMN " + Staging.LINE + " BIGINT DEFAULT nextval('lines')");
  }

  /** Finds rows that are bad beside others. */
  void compareRows() {
    if (from.has("event_id")) {
      new UniqueIds(duck, verdict, TableKind.EVENTS, areIdsUnique())
          .find("event_id", this::requireDistinct);
    } else {
      new DuplicateRows(duck, verdict).find(from);
    }
    new Outliers(duck, verdict, rules).find(from);
    new CancelledPurchases(duck, verdict, checks.cancels() && !straight.isWritten()).find();
  }

  private boolean areIdsUnique() {
    TidyFile tidy = from.raw().tidy();
    return tidy != null && tidy.hasUniqueKeys() && from.idsAsWritten().contains("event_id");
  }

  /** Finds rows that name a customer or product which is not known. */
  void compareKnown(ImportRule rule, TableKind kind, String where) {
    String id = RowPairs.id(kind);
    String unknown =
        String.format(
            "(SELECT v FROM %s WHERE v IS NOT NULL AND v NOT IN (SELECT %s FROM %s))",
            different.of(id), id, KnownIds.of(kind));
    verdict.add(
        rule,
        duck.whole("SELECT count(*) FROM " + unknown) == 0
            ? Verdict.NO_LINES
            : String.format("SELECT %s FROM events WHERE %s IN %s", Staging.LINE, id, unknown),
        RowRules.concat(
            "'The " + id.replace("_id", "") + " \"'",
            RowRules.shown(id),
            Duck.text("\" is not " + where + ".")));
  }

  /** Rejects the rows that rules reject. */
  List<RuleOutcome> settle() {
    if (rules.action(ImportRule.DUPLICATE_ID) == Action.REPAIR && from.has("event_id")) {
      numberRepeats(verdict.lines(ImportRule.DUPLICATE_ID));
    }
    TidyFile tidy = from.raw().tidy();
    return verdict.settle(
        parsed,
        lines -> {
          if (tidy != null) {
            staging.keepLines(from.raw(), tidy, lines);
          }
        },
        this::remove);
  }

  private void remove(String lines) {
    different.forget();
    if (straight.isWritten()) {
      straight.remove(lines);
    } else {
      duck.run(String.format("DELETE FROM events WHERE %s IN (%s)", Staging.LINE, lines));
    }
  }

  /** The different values of the events' columns. */
  DifferentValues different() {
    return different;
  }

  /** Leaves the events in a file. */
  void write(Path parquet) {
    if (straight.isWritten()) {
      straight.finish(parquet);
    } else {
      // Rows that were kept and joined with others may have left their order.
      String inOrder = from.raw().streamed() ? "" : " ORDER BY " + Staging.LINE;
      duck.writeParquet(
          ImportRun.finished(
                  from, "coalesce(event_id, " + EventIds.made(Staging.LINE) + ")", Set.of())
              + " FROM events"
              + inOrder,
          parquet);
    }
  }

  /** The second row of an id gets a 2 behind it, wherever it stands: so a newer export finds it. */
  private void numberRepeats(String repeats) {
    duck.run(
        String.format(
            "UPDATE events SET event_id = concat(event_id, '#', d.n) FROM (SELECT %1$s AS line,"
                + " row_number() OVER (PARTITION BY event_id ORDER BY %1$s) AS n FROM events WHERE"
                + " %2$s AND event_id IN (SELECT event_id FROM events WHERE %1$s IN (%3$s))) AS d"
                + " WHERE events.%1$s = d.line AND d.n > 1",
            Staging.LINE, good(), repeats));
  }

  private String parsed(String texts) {
    return parsed(texts, Set.of());
  }

  /** What is odd is told last: the values asked for before say what there is to doubt. */
  private String parsed(String texts, Set<String> settled) {
    return String.format(
        "SELECT %1$s, %2$s AS event_id, %3$s AS customer_id, %4$s AS product_id,"
            + " %5$s AS \"timestamp\", \"timestamp\" AS __timestamp, CASE"
            + " WHEN type IS NULL THEN ts_type(%6$s) ELSE %7$s END AS type, type AS __type, %8$s,"
            + " %9$s, %10$s AS discount_rate, discount_rate AS __discount_rate, ts_flag(purchased)"
            + " AS purchased, purchased AS __purchased, text, %11$s, %12$s AS store, title,"
            + " category, brand, description, %13$s AS cost%14$s%15$s FROM %16$s",
        Staging.LINE,
        from.id("event_id"),
        from.id("customer_id"),
        from.id("product_id"),
        time.sql("timestamp"),
        Duck.text(EventRules.usualType(from)),
        from.translated("type", "ts_type"),
        number("quantity"),
        number("list_price"),
        from.share("discount_rate", percent),
        number("rating"),
        from.id("store"),
        from.number("cost"),
        paid() + CatalogueStep.attributes(from),
        patterns.texts() + (from.raw().streamed() ? ", " + odd(settled) + " AS " + ODD : ""),
        texts);
  }

  /** SQL that is true of an odd row, by all but roles of whose values there is no doubt. */
  private String odd(Set<String> settled) {
    String other = time.plain() ? TimeStyle.notPlain("timestamp") : "true";
    String times = settled.contains("timestamp") ? "" : " OR (" + other + ")";
    return "coalesce(" + from.odd(settled) + times + ", false)";
  }

  /** A discount is in percent where most of its values that are not 0 lie above 1. */
  private boolean isPercent() {
    return from.has("discount_rate")
        && isPercent(Projection.seen(TEXTS), from.number("discount_rate"));
  }

  private boolean isPercent(String table, String rate) {
    return duck.list(
            String.format(
                "SELECT count_if(x > 1 AND x <= 100) > count_if(x > 0 AND x <= 1) FROM (SELECT %s"
                    + " AS x FROM %s WHERE discount_rate IS NOT NULL)",
                rate, table),
            row -> row.flag(0))
        .getFirst();
  }

  private void requireDistinct(long ids, long distinct) {
    if (ids >= 10 && distinct * 2 < ids) {
      throw Problem.of(
          "import.id-repeats",
          "{0}: \"{1}\" repeats in most rows, so it does not identify an event. Choose another"
              + " column for event_id, or none.",
          from.raw().fileName(),
          from.source("event_id"));
    }
  }

  private String paid() {
    return TableKind.PAID.stream()
        .filter(from::has)
        .map(role -> ", " + number(role))
        .collect(Collectors.joining());
  }

  private String number(String role) {
    return String.format("%2$s AS %1$s, %1$s AS __%1$s", role, from.number(role));
  }
}
