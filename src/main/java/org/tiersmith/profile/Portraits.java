package org.tiersmith.profile;

import java.nio.file.Path;
import java.time.LocalDate;
import org.tiersmith.data.DaySpan;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Text;
import org.tiersmith.profile.churn.ChurnModel;
import org.tiersmith.profile.churn.ChurnReport;
import org.tiersmith.profile.text.TopicModel;
import org.tiersmith.task.JobContext;

/** Works out what is known of each customer, as a table with a row for every customer. */
public final class Portraits {
  /** Raised whenever the same data would give another table. */
  public static final int VERSION = 7;

  private static final Text READ = Text.of("portrait.reading", "Reading what customers did");
  private static final Text HABITS = Text.of("portrait.habits", "Working out habits");
  private static final Text WRITE = Text.of("portrait.writing", "Writing the portraits");

  private Portraits() {}

  /**
   * Writes the portraits as Parquet, a row for every customer in the order of their ids:
   * customer_id, recency_days (since the last purchase, as of the last day of {@link DaySpan}; null
   * as all of purchases where nothing was bought), orders (days with a purchase), revenue, margin
   * (over the purchases whose cost is known; null where none is), basket (revenue per order),
   * events, views, tenure_days, first_seen, last_seen, r, f, m, rfm ({@link RfmCells}), price_level
   * ({@link PriceLevel}), discount_affinity ({@link DiscountAffinity}), mean_discount,
   * top_category, category_share, top_brand, brand_share ({@link Interests}), season,
   * season_strength ({@link SeasonPattern}), churn_risk ({@link ChurnModel}), topic and topic_share
   * (the main one), keywords (the weightiest, joined).
   *
   * <p>Beside it, at {@link PortraitFiles#at}, lies all that the texts say: customer_id, words and
   * weights (the keywords, weightiest first) and topics (shares, in the order of {@link
   * TopicModel#topics}), each a list, or missing where there is nothing to say.
   *
   * @param out the file to write
   */
  public static PortraitReport build(Tables tables, Path out, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      context.progress(0, READ);
      PurchaseTables.create(duck, tables);
      context.progress(0.1, HABITS);
      RfmCells.create(duck);
      PriceLevel.create(duck, tables);
      DiscountAffinity.create(duck, tables);
      Interests.create(duck, tables);
      SeasonPattern.define(duck);
      SeasonPattern.create(duck);
      LocalDate today = PurchaseTables.today(duck);
      ChurnReport churn = ChurnModel.create(duck, today);
      TopicModel topics = Tastes.create(duck, tables, context.part(0.3, 0.95));
      context.progress(0.95, WRITE);
      duck.run(
          "COPY (" + select() + ") TO " + Duck.text(out) + " (FORMAT parquet, COMPRESSION zstd)");
      Tastes.write(duck, PortraitFiles.at(out).tastes());
      return new PortraitReport(today, churn, topics, ShopHabits.read(duck));
    }
  }

  private static String select() {
    return "SELECT customer_id, date_diff('day', last_day, "
        + PurchaseTables.today()
        + ") AS recency_days, coalesce(orders, 0) AS orders, coalesce(revenue, 0) AS revenue,"
        + " margin, revenue / orders AS basket, coalesce(events, 0) AS events, coalesce(views, 0)"
        + " AS views, date_diff('day', first_seen::DATE, "
        + PurchaseTables.today()
        + ") AS tenure_days, first_seen, last_seen, r, f, m, coalesce(rfm, "
        + Duck.text(RfmCells.NONE)
        + ") AS rfm, "
        + rounded("price_level")
        + ", "
        + rounded("discount_affinity")
        + ", mean_discount, top_category, category_share, top_brand, brand_share, season, "
        + rounded("season_strength")
        + ", "
        + rounded("churn_risk")
        + ", topic, "
        + rounded("topic_share")
        + ", keywords FROM person LEFT JOIN activity USING (customer_id) LEFT JOIN spending USING"
        + " (customer_id) LEFT JOIN rfm USING (customer_id) LEFT JOIN price_level USING"
        + " (customer_id) LEFT JOIN affinity USING (customer_id) LEFT JOIN interest USING"
        + " (customer_id) LEFT JOIN season USING (customer_id) LEFT JOIN churn USING (customer_id)"
        + " LEFT JOIN taste USING (customer_id) ORDER BY customer_id";
  }

  /** Without the last digits, which hang on the order of a sum. */
  private static String rounded(String column) {
    return String.format("round(%1$s, 9) AS %1$s", column);
  }
}
