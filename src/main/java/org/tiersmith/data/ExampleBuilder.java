package org.tiersmith.data;

import java.nio.file.Path;
import java.util.List;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * Makes examples to learn from.
 *
 * <p>Where exposures were recorded (events that say whether the customer bought) they are the
 * examples. Elsewhere purchases are, each beside some products that were bought by others in the
 * same store and week and not by this customer in that week. Price and discount of both kinds are
 * those of the offer: the medians over all customers' lines of that product in that store and week,
 * so they tell nothing of who bought.
 *
 * <p>How they are divided is up to {@link ExampleSplit}.
 */
public final class ExampleBuilder {
  private static final int FEWEST = 20;

  private ExampleBuilder() {}

  /**
   * Writes the examples of the tables to a Parquet file, in order of time.
   *
   * @throws Problem where there are too few events, or all at one instant
   */
  public static ExampleFile build(
      Tables tables, ExampleSettings settings, Path out, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      context.progress(0, Text.of("examples.making", "Making examples"));
      duck.run("CREATE VIEW events AS SELECT * FROM " + Duck.parquet(tables.events()));
      duck.run("CREATE VIEW products AS SELECT * FROM " + Duck.parquet(tables.products()));
      long allBought = exposures(duck);
      boolean sampled = duck.whole("SELECT count(*) FROM chosen") == 0;
      if (sampled) {
        new NegativeSampler(duck, settings).sample();
      }
      context.progress(0.6, Text.of("examples.splitting", "Dividing the examples"));
      enough(duck, allBought);
      ExampleSplit split = ExampleSplit.of(duck, settings);
      write(duck, split, out);
      return result(duck, out, split, sampled);
    }
  }

  /** How many examples {@link #build} would make, about: a few may be refused there. */
  public static ExampleCount count(Tables tables, ExampleSettings settings, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      duck.run("CREATE VIEW events AS SELECT * FROM " + Duck.parquet(tables.events()));
      duck.run("CREATE VIEW products AS SELECT * FROM " + Duck.parquet(tables.products()));
      exposures(duck);
      long all = duck.whole("SELECT count(*) FROM chosen");
      if (all > 0) {
        long bought = duck.whole("SELECT count_if(purchased) FROM chosen");
        return count(duck, "chosen", 1, (double) bought / all);
      }
      String purchases =
          "(SELECT * FROM events WHERE type = 'purchase' AND product_id IS NOT NULL)";
      int each = 1 + settings.negatives();
      return count(duck, purchases, each, 1.0 / each);
    }
  }

  /** Customers are described anew every 28 days, products every month. */
  private static ExampleCount count(Duck duck, String rows, int examplesEach, double bought) {
    return new ExampleCount(
        examplesEach * duck.whole("SELECT count(*) FROM " + rows),
        duck.whole(
            "SELECT count(DISTINCT (customer_id, date_diff('day', DATE '1970-01-01',"
                + " \"timestamp\"::DATE) // 28)) FROM "
                + rows),
        duck.whole(
            "SELECT count(DISTINCT (product_id, date_trunc('month', \"timestamp\"))) FROM " + rows),
        bought);
  }

  /**
   * Events that say whether the customer bought: exposures, or else any where both happened. A
   * plain purchase beside exposures is none, for nothing was left unsold in its way of being
   * recorded.
   *
   * @return how many there were that all ended in a purchase, and are none for that
   */
  private static long exposures(Duck duck) {
    duck.run(
        "CREATE TABLE chosen AS SELECT event_id, customer_id, product_id, \"timestamp\","
            + " coalesce(e.list_price, p.price) AS list_price, coalesce(e.discount_rate, 0) AS"
            + " discount_rate, purchased FROM events AS e LEFT JOIN products AS p USING"
            + " (product_id) WHERE purchased IS NOT NULL AND product_id IS NOT NULL"
            + " AND coalesce(e.list_price, p.price) > 0 AND (type = 'exposure' OR NOT EXISTS"
            + " (FROM events WHERE type = 'exposure' AND purchased IS NOT NULL))");
    if (duck.whole("SELECT count_if(NOT purchased) FROM chosen") > 0) {
      return 0;
    }
    long allBought = duck.whole("SELECT count(*) FROM chosen");
    duck.run("DELETE FROM chosen");
    return allBought;
  }

  private static void enough(Duck duck, long allBought) {
    long n = duck.whole("SELECT count(*) FROM chosen");
    if (n == 0 && allBought > 0) {
      throw Problem.of(
          "examples.all-bought",
          "All {0} exposures ended in a purchase; a model needs some that did not. Nothing was"
              + " started; import those too, or give the events the type purchase: then products"
              + " that were on offer beside them are drawn.",
          allBought);
    }
    if (n < FEWEST) {
      throw Problem.of(
          "examples.too-few",
          "Only {0} examples can be made of the events; {1} are needed. Import events with products"
              + " and prices, and purchases among them.",
          n,
          FEWEST);
    }
  }

  private static void write(Duck duck, ExampleSplit split, Path out) {
    duck.run(
        String.format(
            "COPY (SELECT row_number() OVER (ORDER BY \"timestamp\", event_id, customer_id,"
                + " product_id) - 1 AS example_id, event_id, customer_id, product_id,"
                + " \"timestamp\", list_price, discount_rate, purchased, %s AS split FROM chosen%s"
                + " ORDER BY example_id) TO %s (FORMAT parquet, COMPRESSION zstd)",
            split.expression(), split.join(), Duck.text(out)));
  }

  private static ExampleFile result(Duck duck, Path out, ExampleSplit split, boolean sampled) {
    List<Long> counts =
        duck.list(
            "SELECT count_if(split = s.s) FROM "
                + Duck.parquet(out)
                + ", (VALUES (0, 'train'), (1, 'validation'), (2, 'test')) AS s(i, s)"
                + " GROUP BY i ORDER BY i",
            row -> row.whole(0));
    boolean randomised = !sampled && DiscountAudit.looksRandomised(duck);
    return new ExampleFile(
        out,
        counts.get(0),
        counts.get(1),
        counts.get(2),
        split.kind(),
        split.validationFrom(),
        split.testFrom(),
        sampled,
        randomised);
  }
}
