package org.tiersmith.data;

import java.util.Locale;
import org.tiersmith.model.Problem;

/** Finds columns and files that were mistaken for one another, before every row is rejected. */
final class SwapCheck {
  private static final long FEWEST = 3;
  private static final double MOSTLY = 0.9;

  /** Lines to look at: what is swapped is so from the first row on. */
  private static final int LOOK_AT = 10_000;

  private final Duck duck;
  private final Projection events;
  private final EventsStep step;

  SwapCheck(Duck duck, Projection events, EventsStep step) {
    this.duck = duck;
    this.events = events;
    this.step = step;
  }

  /** Throws a Problem where the customers' file tells what happened and the events' file can't. */
  static void files(Projection customers, Projection events) {
    if (!events.has("product_id") && RoleNames.areEvents(customers.raw().columns())) {
      throw events.looksLike(TableKind.CUSTOMERS, "product_id");
    }
  }

  /** Throws a Problem where a column of the events holds something else in nearly every row. */
  void columns() {
    duck.run(
        String.format(
            "CREATE TABLE first_rows AS SELECT * FROM (%s) WHERE %s <= %d",
            step.firstRows(), Staging.LINE, LOOK_AT));
    for (String id : new String[] {"customer_id", "product_id"}) {
      if (isMostly("try_cast(" + id + " AS TIMESTAMP) IS NOT NULL", id + " IS NOT NULL")) {
        throw mistaken(id, "ids", id);
      }
    }
    if (isMostly("\"timestamp\" IS NULL", "__timestamp IS NOT NULL")) {
      throw mistaken("timestamp", "dates", "__timestamp");
    }
    for (String number : new String[] {"quantity", "list_price", "discount_rate", "rating"}) {
      if (isMostly(number + " IS NULL", "__" + number + " IS NOT NULL")) {
        throw mistaken(number, "numbers", "__" + number);
      }
    }
    duck.run("DROP TABLE first_rows");
  }

  /** Throws a Problem where the ids of a table lie in the column of another id. */
  void exchanged(String id, String table, String file) {
    String other = id.equals("customer_id") ? "product_id" : "customer_id";
    String known = String.format("IN (SELECT %s FROM %s)", id, table);
    if (areMostly(id + " NOT " + known, id + " NOT NULL")
        && areMostly(other + " " + known, other + " NOT NULL")) {
      throw Problem.of(
          "import.exchanged-ids",
          "{0}: two columns seem exchanged: \"{1}\" holds ids of {2} and \"{3}\", which should,"
              + " does not. Exchange the two columns in the mapping.",
          events.raw().fileName(),
          events.source(other),
          file,
          events.source(id));
    }
  }

  /** Throws a Problem where customers are products and products are customers. */
  void ids(String customersFile, String productsFile) {
    boolean unknown =
        areMostly(
                "customer_id NOT IN (SELECT customer_id FROM known_customers)",
                "customer_id NOT NULL")
            && areMostly(
                "product_id NOT IN (SELECT product_id FROM known_products)", "product_id NOT NULL");
    if (unknown
        && areMostly("customer_id IN (SELECT product_id FROM products)", "customer_id NOT NULL")) {
      throw Problem.of(
          "import.swapped-ids",
          "{0}: customers and products seem swapped: \"{1}\" holds ids of {2} and \"{3}\" does not"
              + " hold ids of it. Swap the two columns in the mapping, or the two files.",
          events.raw().fileName(),
          events.source("customer_id"),
          productsFile,
          events.source("product_id"));
    }
    if (unknown
        && duck.whole("SELECT count(*) FROM events") >= FEWEST
        && customersFile.toLowerCase(Locale.ROOT).equals(productsFile.toLowerCase(Locale.ROOT))) {
      throw Problem.of(
          "import.same-file", "{0} was given for customers and for products.", customersFile);
    }
  }

  private boolean isMostly(String bad, String written) {
    return isMostly("first_rows", bad, written);
  }

  private boolean areMostly(String bad, String written) {
    return isMostly("events", bad, written + " AND " + step.good());
  }

  private boolean isMostly(String table, String bad, String written) {
    return duck.list(
            String.format(
                Locale.ROOT,
                "SELECT count(*) >= %d AND count_if(%s) >= %f * count(*) FROM %s WHERE"
                    + " %s <= %d AND %s",
                FEWEST,
                bad,
                MOSTLY,
                table,
                Staging.LINE,
                LOOK_AT,
                written),
            row -> row.flag(0))
        .getFirst();
  }

  private Problem mistaken(String role, String what, String column) {
    String example =
        duck.list(
                "SELECT left("
                    + column
                    + ", 40) FROM first_rows WHERE "
                    + column
                    + " IS NOT NULL"
                    + " ORDER BY "
                    + Staging.LINE
                    + " LIMIT 1",
                row -> row.words(0))
            .getFirst();
    return Problem.of(
        "import.swapped",
        "{0}: \"{1}\" should hold {2} ({3}) but holds values such as \"{4}\". Columns seem swapped:"
            + " choose the right one in the mapping. The columns are: {5}.",
        events.raw().fileName(),
        events.source(role),
        what,
        role,
        example,
        events.raw().list());
  }
}
