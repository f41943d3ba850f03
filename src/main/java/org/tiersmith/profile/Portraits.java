package org.tiersmith.profile;

import java.nio.file.Path;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/** Works out what is known of each customer, as a table with a row for every customer. */
public final class Portraits {
  /** Raised whenever the same data would give another table. */
  public static final int VERSION = 1;

  private static final Text READ = Text.of("portrait.reading", "Reading what customers did");
  private static final Text HABITS = Text.of("portrait.habits", "Working out habits");
  private static final Text WRITE = Text.of("portrait.writing", "Writing the portraits");

  private Portraits() {}

  /**
   * Writes the portraits as Parquet, a row for every customer in the order of their ids:
   * customer_id, recency_days (since the last purchase, as of the last day with an event; null as
   * all of purchases where nothing was bought), orders (days with a purchase), revenue, margin
   * (over the purchases whose cost is known; null where none is), basket (revenue per order),
   * events, views, tenure_days, first_seen, last_seen, r, f, m, rfm ({@link RfmCells}), price_level
   * ({@link PriceLevel}), discount_affinity ({@link DiscountAffinity}), mean_discount,
   * top_category, category_share, top_brand, brand_share ({@link Interests}), season,
   * season_strength ({@link SeasonPattern}), churn_risk, topic, topic_share, keywords.
   *
   * @param out the file to write
   */
  public static void build(Tables tables, Path out, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      context.progress(0, READ);
      PurchaseTables.create(duck, tables);
      context.progress(0.3, HABITS);
      RfmCells.create(duck);
      PriceLevel.create(duck, tables);
      DiscountAffinity.create(duck, tables);
      Interests.create(duck, tables);
      SeasonPattern.define(duck);
      SeasonPattern.create(duck);
      context.progress(0.9, WRITE);
      duck.run(
          "COPY (" + select() + ") TO " + Duck.text(out) + " (FORMAT parquet, COMPRESSION zstd)");
    }
  }

  private static String select() {
    return "SELECT customer_id, date_diff('day', last_day, "
        + PurchaseTables.lastDay()
        + ") AS recency_days, coalesce(orders, 0) AS orders, coalesce(revenue, 0) AS revenue,"
        + " margin, revenue / orders AS basket, coalesce(events, 0) AS events, coalesce(views, 0)"
        + " AS views, date_diff('day', first_seen::DATE, "
        + PurchaseTables.lastDay()
        + ") AS tenure_days, first_seen, last_seen, r, f, m, coalesce(rfm, "
        + Duck.text(RfmCells.NONE)
        + ") AS rfm, price_level, discount_affinity, mean_discount, top_category, category_share,"
        + " top_brand, brand_share, season, season_strength, NULL::DOUBLE AS churn_risk,"
        + " NULL::VARCHAR AS topic, NULL::DOUBLE AS topic_share, NULL::VARCHAR AS keywords FROM"
        + " person LEFT JOIN activity USING (customer_id) LEFT JOIN spending USING (customer_id)"
        + " LEFT JOIN rfm USING (customer_id) LEFT JOIN price_level USING (customer_id) LEFT JOIN"
        + " affinity USING (customer_id) LEFT JOIN interest USING (customer_id) LEFT JOIN season"
        + " USING (customer_id) ORDER BY customer_id";
  }
}
