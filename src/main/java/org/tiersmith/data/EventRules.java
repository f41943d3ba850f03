package org.tiersmith.data;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each rule means for a row of events: what it meets, what it says, how it mends. */
final class EventRules {
  private static final String NO_PRODUCT = "type IN ('search', 'chat')";

  private final Projection from;
  private final ImportRules rules;
  private final RowRules rows = new RowRules();
  private final Map<String, String> repairs = new LinkedHashMap<>();
  private final boolean cancels;

  EventRules(
      Projection from, ImportRules rules, Patterns patterns, boolean derived, LocalDate today) {
    this.from = from;
    this.rules = rules;
    who(patterns);
    when(today);
    howMany();
    howMuch(derived);
    cancels = rows.rules().contains(ImportRule.CANCELLATION);
    repairs();
  }

  /** The checks of single rows. */
  RowRules rows() {
    return rows;
  }

  /** Whether any row may be a cancellation. */
  boolean cancels() {
    return cancels;
  }

  /** SQL of a column's value after repairs. */
  String repaired(String column) {
    return repairs.getOrDefault(column, Duck.name(column));
  }

  /** The type of rows that state none. */
  static String usualType(Projection from) {
    if (from.has("purchased")) {
      return "exposure";
    }
    boolean priced = Stream.of("quantity", "list_price", "discount_rate").anyMatch(from::has);
    if (priced || TableKind.PAID.stream().anyMatch(from::has)) {
      return "purchase";
    }
    return from.has("text") ? "review" : from.has("rating") ? "rating" : "purchase";
  }

  private void who(Patterns patterns) {
    rows.add(ImportRule.MISSING_CUSTOMER, "customer_id IS NULL", "'The customer id is missing.'");
    patterns.addTo(rows, ImportRule.CANCELLATION);
    if (rules.negativeCancels() && from.has("quantity")) {
      rows.add(
          ImportRule.CANCELLATION,
          "quantity < 0",
          RowRules.concat("'The row is a cancellation: the quantity is '", "__quantity", "'.'"));
    }
    patterns.addTo(rows, ImportRule.NO_PRODUCT);
    rows.add(
        ImportRule.UNKNOWN_TYPE,
        "type IS NULL",
        RowRules.concat(
            "'The type \"'",
            RowRules.shown("__type"),
            Duck.text("\" is none of: " + Values.typeNames() + ".")));
    rows.add(
        ImportRule.MISSING_PRODUCT,
        "product_id IS NULL AND NOT coalesce(" + NO_PRODUCT + ", false)",
        "'The product id is missing.'");
  }

  private void when(LocalDate today) {
    rows.add(ImportRule.MISSING_TIME, "__timestamp IS NULL", "'The date is missing.'");
    rows.add(
        ImportRule.BAD_TIME,
        "__timestamp IS NOT NULL AND \"timestamp\" IS NULL",
        RowRules.concat("'The date \"'", RowRules.shown("__timestamp"), "'\" can not be read.'"));
    rows.add(
        ImportRule.IMPOSSIBLE_TIME,
        String.format(
            "\"timestamp\" < DATE '%s' OR \"timestamp\" >= DATE '%s'",
            rules.earliestDay(), today.plusYears(rules.yearsAhead())),
        RowRules.concat("'The date \"'", RowRules.shown("__timestamp"), "'\" is impossible.'"));
    rows.add(
        ImportRule.FUTURE_TIME,
        String.format("\"timestamp\" >= DATE '%s'", today.plusDays(2)),
        RowRules.concat("'The date \"'", RowRules.shown("__timestamp"), "'\" lies ahead.'"));
  }

  private void howMany() {
    if (from.has("quantity")) {
      rows.number("quantity");
      rows.add(
          ImportRule.QUANTITY,
          "quantity <= 0",
          RowRules.concat("'The quantity '", "__quantity", "' is not above 0.'"));
    }
    if (from.has("rating")) {
      rows.number("rating");
    }
    if (from.has("purchased")) {
      rows.add(
          ImportRule.BAD_FLAG,
          "__purchased IS NOT NULL AND purchased IS NULL",
          RowRules.concat(
              "'The value \"'",
              RowRules.shown("__purchased"),
              "'\" of purchased is neither yes nor no.'"));
    }
  }

  private void howMuch(boolean derived) {
    TableKind.PAID.stream().filter(from::has).forEach(rows::number);
    if (derived) {
      rows.add(
          ImportRule.ABOVE_LIST,
          "__above IS NOT NULL",
          RowRules.concat("'The price paid, '", "__above", "', is above the list price.'"));
    }
    if (from.has("list_price")) {
      rows.number("list_price");
    }
    if (from.has("list_price") || derived) {
      rows.add(
          ImportRule.NEGATIVE_PRICE,
          "list_price < 0",
          RowRules.concat("'The price '", "__list_price", "' is below 0.'"));
      rows.add(ImportRule.ZERO_PRICE, "list_price = 0", "'The price is 0.'");
    }
    if (from.has("discount_rate")) {
      rows.number("discount_rate");
    }
    if (from.has("discount_rate") || derived) {
      rows.add(
          ImportRule.NEGATIVE_DISCOUNT,
          "discount_rate < 0",
          RowRules.concat("'The discount '", "__discount_rate", "' is below 0.'"));
      rows.add(
          ImportRule.DISCOUNT_OVER,
          "discount_rate >= 1",
          RowRules.concat("'The discount '", "__discount_rate", "' is 100 % or more.'"));
    }
  }

  private void repairs() {
    @Nullable String invoice = Patterns.invoice(from);
    String guest =
        invoice == null
            ? Staging.LINE
            : "coalesce(" + invoice + "::VARCHAR, " + Staging.LINE + "::VARCHAR)";
    repair(
        ImportRule.MISSING_CUSTOMER,
        "customer_id",
        "customer_id IS NULL",
        "concat('guest-', " + guest + ")");
    repair(ImportRule.UNKNOWN_TYPE, "type", "type IS NULL", Duck.text(usualType(from)));
    repair(ImportRule.QUANTITY, "quantity", "quantity <= 0", "NULL");
    repair(ImportRule.NEGATIVE_PRICE, "list_price", "list_price < 0", "NULL");
    repair(ImportRule.ZERO_PRICE, "list_price", "list_price = 0", "NULL");
    repair(ImportRule.NEGATIVE_DISCOUNT, "discount_rate", "discount_rate < 0", "0");
    repair(ImportRule.DISCOUNT_OVER, "discount_rate", "discount_rate >= 1", "0");
  }

  private void repair(ImportRule rule, String column, String condition, String value) {
    if (rules.action(rule) == Action.REPAIR) {
      repairs.put(
          column,
          String.format("CASE WHEN %s THEN %s ELSE %s END", condition, value, repaired(column)));
    }
  }
}
