package org.tiersmith.data;

import java.util.List;
import org.tiersmith.model.Text;

/**
 * Works out list prices and discount rates from what was paid. Of a sale, with quantity n (1 where
 * none is told), list price P and discount rate d a unit:
 *
 * <ul>
 *   <li>paid for the line a: paid for a unit p = a / n
 *   <li>p and money off the line o: P = p + o / n, d = (o / n) / P
 *   <li>p and d: P = p / (1 - d)
 *   <li>P and o: d = (o / n) / P; P and p: d = 1 - p / P
 *   <li>p alone: P = p, d = 0, or by choice P the {@link UsualPrice}
 * </ul>
 *
 * What a file tells itself stays as told. A sale paid above its list price has p for a list price
 * and no discount. Computed values are rounded to six decimals.
 */
final class PriceStep {
  private static final String PER_UNIT =
      "(CASE WHEN quantity IS NULL THEN 1 ELSE nullif(quantity, 0) END)";

  private final Duck duck;
  private final Projection from;
  private final Derivation derive;
  private final List<Finding> findings;

  PriceStep(Duck duck, Projection from, Derivation derive, List<Finding> findings) {
    this.duck = duck;
    this.from = from;
    this.derive = derive;
    this.findings = findings;
  }

  /** Whether events have list prices, told or worked out. */
  static boolean isPriced(Projection events) {
    return events.has("list_price") || TableKind.PAID.stream().anyMatch(events::has);
  }

  /** Whether anything has to be worked out. */
  boolean isNeeded() {
    return TableKind.PAID.stream().anyMatch(from::has);
  }

  /** Columns beside the roles that the derived rows have. */
  String columns() {
    return isNeeded() ? ", __paid, __list, __rate, __above" : "";
  }

  /**
   * A query of parsed rows with list prices and discount rates worked out; {@code __list} and
   * {@code __rate} say how.
   */
  String derived(String parsed) {
    if (!isNeeded()) {
      return parsed;
    }
    String off = discountAmount(parsed);
    String paid =
        String.format("coalesce(%s, %s / %s)", role("paid_price"), role("amount"), PER_UNIT);
    return "SELECT * EXCLUDE (__off) REPLACE ("
        + "round(greatest(list_price, __above), 6) AS list_price,"
        + " CASE WHEN __above IS NOT NULL THEN 0 ELSE round(discount_rate, 6) + 0 END AS"
        + " discount_rate, coalesce(__list_price, round(list_price, 6)::VARCHAR) AS"
        + " __list_price, coalesce(__discount_rate, round(discount_rate, 6)::VARCHAR) AS"
        + " __discount_rate) FROM ("
        + rate(list(parsed, paid, off))
        + ")";
  }

  /** The rows with their list price. */
  private static String list(String parsed, String paid, String off) {
    return String.format(
        "SELECT * REPLACE (CASE __list WHEN 'off' THEN __paid + __off WHEN 'rate' THEN __paid / (1"
            + " - discount_rate) WHEN 'paid' THEN __paid ELSE list_price END AS list_price) FROM"
            + " (SELECT *, CASE WHEN list_price IS NOT NULL OR __list_price IS NOT NULL OR __paid"
            + " IS NULL THEN NULL WHEN __off IS NOT NULL THEN 'off' WHEN discount_rate >= 0 AND"
            + " discount_rate < 1 THEN 'rate' ELSE 'paid' END AS __list FROM (SELECT *, %s AS"
            + " __paid, %s AS __off FROM (%s)))",
        paid, off, parsed);
  }

  /** The rows with their discount rate; {@code __above} is a paid price above the list price. */
  private static String rate(String listed) {
    return "SELECT *, CASE WHEN discount_rate < 0 AND __rate IS NOT NULL THEN coalesce(__paid,"
        + " list_price) END AS __above FROM (SELECT * REPLACE (CASE __rate WHEN 'off' THEN __off /"
        + " list_price WHEN 'list' THEN round(1 - __paid / list_price, 6) WHEN 'paid' THEN 0 ELSE"
        + " discount_rate END AS discount_rate) FROM (SELECT *, CASE WHEN discount_rate IS NOT NULL"
        + " OR __discount_rate IS NOT NULL THEN NULL WHEN __list = 'paid' THEN 'paid' WHEN NOT"
        + " list_price > 0 THEN NULL WHEN __off IS NOT NULL THEN 'off' WHEN __paid IS NOT NULL THEN"
        + " 'list' END AS __rate FROM ("
        + listed
        + ")))";
  }

  /** Money off a unit; where a file writes most of it with a minus, that means the same. */
  private String discountAmount(String parsed) {
    if (!from.has("discount_amount")) {
      return "NULL::DOUBLE";
    }
    long minus =
        duck.list(
                "SELECT count_if(discount_amount < 0), count_if(discount_amount > 0) FROM ("
                    + parsed
                    + ") WHERE quantity IS NULL OR quantity > 0",
                row -> row.whole(0) > row.whole(1) ? row.whole(0) : 0)
            .getFirst();
    add(
        minus,
        "price.minus",
        "{0} discounts are written with a minus; they were read as money off.");
    return (minus > 0 ? "-" : "") + "discount_amount / " + PER_UNIT;
  }

  private String role(String role) {
    return from.has(role) ? role : "NULL::DOUBLE";
  }

  /** Says what was worked out, when the bad rows are gone; takes usual prices where chosen. */
  void finish() {
    if (!isNeeded()) {
      return;
    }
    if (from.has("amount")) {
      found(
          (from.has("paid_price") ? "paid_price IS NULL AND " : "")
              + "amount IS NOT NULL AND coalesce(__list, __rate) IS NOT NULL",
          "price.per-unit",
          "{0} {0,choice,1#price|1<prices} of a unit: paid for the line / quantity.");
    }
    found(
        "__list = 'off'",
        "price.list-from-off",
        "{0} list {0,choice,1#price|1<prices}: paid price + money off.");
    found(
        "__list = 'rate'",
        "price.list-from-rate",
        "{0} list {0,choice,1#price|1<prices}: paid price / (1 - discount rate).");
    found(
        "__rate = 'off'",
        "price.rate-from-off",
        "{0} discount {0,choice,1#rate|1<rates}: money off / list price.");
    found(
        "__rate = 'list'",
        "price.rate-from-list",
        "{0} discount {0,choice,1#rate|1<rates}: 1 - paid price / list price.");
    found(
        "__above IS NOT NULL",
        "price.above",
        "{0} {0,choice,1#sale was|1<sales were} paid above the list price; the paid price counts as"
            + " the list price there, without a discount.");
    if (derive == Derivation.USUAL_PRICE) {
      new UsualPrice(duck, findings).apply();
    } else {
      found(
          "__list = 'paid'",
          "price.paid-only",
          "{0} {0,choice,1#event tells|1<events tell} only what was paid: that counts as the list"
              + " price, without a discount. By choice the mapping takes the product''s usual price"
              + " for it.");
    }
  }

  private void found(String condition, String key, String pattern) {
    add(duck.whole("SELECT count(*) FROM events WHERE " + condition), key, pattern);
  }

  private void add(long count, String key, String pattern) {
    if (count > 0) {
      findings.add(new Finding(Finding.Level.NOTE, count, Text.of(key, pattern, count)));
    }
  }
}
