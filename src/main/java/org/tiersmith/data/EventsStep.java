package org.tiersmith.data;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tiersmith.model.Problem;

/** Makes the table {@code events}: reads the values, checks the rows, rejects the bad ones. */
final class EventsStep {
  private static final String NO_PRODUCT = "type IN ('search', 'chat')";

  private final Duck duck;
  private final Projection from;
  private final TimeStyle time;
  private final boolean percent;

  EventsStep(Duck duck, Projection from) {
    this.duck = duck;
    this.from = from;
    from.create("events_text");
    this.time =
        TimeStyle.of(
            duck, "events_text", "timestamp", from.format().dayFirst(), from.raw().semicolon());
    this.percent = isPercent();
  }

  /** Whether dates are read day first where they are written with slashes. */
  boolean dayFirst() {
    return time.dayFirst();
  }

  /** Whether discounts were given in percent. */
  boolean percent() {
    return percent;
  }

  /** Reads the texts as values; a value that can't be read is missing. */
  void parse() {
    duck.run(
        String.format(
            "CREATE TABLE events AS SELECT %1$s, %2$s AS event_id, %3$s AS customer_id, %4$s AS"
                + " product_id, %5$s AS \"timestamp\", \"timestamp\" AS"
                + " __timestamp, CASE WHEN type IS NULL THEN ts_type(%6$s) ELSE %7$s END AS type,"
                + " type AS __type, %8$s, %9$s, %10$s AS discount_rate, discount_rate AS"
                + " __discount_rate, %11$s AS purchased, purchased AS __purchased, text, %12$s,"
                + " %13$s AS store, title, category, brand, description, %14$s AS cost%15$s FROM"
                + " events_text",
            Staging.LINE,
            from.id("event_id"),
            from.id("customer_id"),
            from.id("product_id"),
            time.sql("timestamp"),
            Duck.text(usualType()),
            from.translated("type", "ts_type"),
            number("quantity"),
            number("list_price"),
            from.share("discount_rate", percent),
            "ts_flag(purchased)",
            number("rating"),
            from.id("store"),
            from.number("cost"),
            paid() + CatalogueStep.attributes(from)));
    duck.run("DROP VIEW events_text");
  }

  /** Rejects rows that are wrong in themselves. */
  void checkRows() {
    if (from.has("event_id")) {
      requireDistinctIds();
    }
    RowChecks checks = new RowChecks();
    TableKind.PAID.stream().filter(from::has).forEach(checks::number);
    checks
        .present("customer_id", "import.missing-customer", "customer id")
        .add(
            "import.unknown-type",
            "type IS NULL",
            RowChecks.concat(
                "'The type \"'",
                RowChecks.shown("__type"),
                Duck.text("\" is none of: " + Values.typeNames() + ".")))
        .add(
            "import.missing-product",
            "product_id IS NULL AND NOT " + NO_PRODUCT,
            "'The product id is missing.'")
        .add("import.missing-time", "__timestamp IS NULL", "'The date is missing.'")
        .add(
            "import.bad-time",
            "\"timestamp\" IS NULL",
            RowChecks.concat(
                "'The date \"'", RowChecks.shown("__timestamp"), "'\" can not be read.'"))
        .number("quantity")
        .add(
            "import.quantity",
            "quantity <= 0",
            RowChecks.concat("'The quantity '", "__quantity", "' is not above 0.'"))
        .number("list_price")
        .number("discount_rate")
        .number("rating")
        .add(
            "import.bad-flag",
            "__purchased IS NOT NULL AND purchased IS NULL",
            RowChecks.concat(
                "'The value \"'",
                RowChecks.shown("__purchased"),
                "'\" of purchased is neither yes nor no.'"))
        .add(
            "import.negative-price",
            "list_price < 0",
            RowChecks.concat("'The price '", "__list_price", "' is below 0.'"))
        .add(
            "import.negative-discount",
            "discount_rate < 0",
            RowChecks.concat("'The discount '", "__discount_rate", "' is below 0.'"))
        .add(
            "import.discount-over",
            "discount_rate >= 1",
            RowChecks.concat("'The discount '", "__discount_rate", "' is 100 % or more.'"))
        .unique("event_id")
        .apply(duck, "events", from.raw());
  }

  /** Rejects rows that name a customer or product that its file lacks. */
  void checkKnown(String role, String table, String file) {
    new RowChecks()
        .add(
            role.equals("customer_id") ? "import.unknown-customer" : "import.unknown-product",
            role + " IS NOT NULL AND " + role + " NOT IN (SELECT " + role + " FROM " + table + ")",
            RowChecks.concat(
                "'The " + role.replace("_id", "") + " \"'",
                RowChecks.shown(role),
                Duck.text("\" is not in " + file + ".")))
        .apply(duck, "events", from.raw());
  }

  private String paid() {
    return TableKind.PAID.stream()
        .filter(from::has)
        .map(role -> ", " + number(role))
        .collect(Collectors.joining());
  }

  /** The type of rows that state none. */
  private String usualType() {
    if (from.has("purchased")) {
      return "exposure";
    }
    boolean priced = Stream.of("quantity", "list_price", "discount_rate").anyMatch(from::has);
    if (priced || TableKind.PAID.stream().anyMatch(from::has)) {
      return "purchase";
    }
    return from.has("text") ? "review" : from.has("rating") ? "rating" : "purchase";
  }

  /** A discount is in percent where most of its values that are not 0 lie above 1. */
  private boolean isPercent() {
    return duck.list(
            String.format(
                "SELECT count_if(x > 1 AND x <= 100) > count_if(x > 0 AND x <= 1) FROM (SELECT"
                    + " %s AS x FROM events_text WHERE discount_rate IS NOT NULL)",
                from.number("discount_rate")),
            row -> row.flag(0))
        .getFirst();
  }

  private void requireDistinctIds() {
    boolean repeated =
        duck.list(
                "SELECT count(event_id) >= 10 AND count(DISTINCT event_id) * 2 < count(event_id)"
                    + " FROM events",
                row -> row.flag(0))
            .getFirst();
    if (repeated) {
      throw Problem.of(
          "import.id-repeats",
          "{0}: \"{1}\" repeats in most rows, so it does not identify an event. Choose another"
              + " column for event_id, or none.",
          from.raw().fileName(),
          from.source("event_id"));
    }
  }

  private String number(String role) {
    return String.format("%2$s AS %1$s, %1$s AS __%1$s", role, from.number(role));
  }
}
