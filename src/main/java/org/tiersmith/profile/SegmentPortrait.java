package org.tiersmith.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.tiersmith.data.Duck;
import org.tiersmith.data.TableWriter;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Text;
import org.tiersmith.profile.text.Keyword;
import org.tiersmith.profile.text.TopicModel;
import org.tiersmith.task.JobContext;

/**
 * Some customers, for a person to look at.
 *
 * @param customers how many they are
 * @param buyers how many of them have bought
 * @param share of all customers, 0 to 1
 * @param keywords words that tell them from the rest, see {@link TellingWords}
 * @param topics mean share of each topic, the largest first
 * @param rfm buyers by recency and frequency: {@code rfm.get(r - 1).get(f - 1)}
 * @param categories the categories of most of their purchases
 * @param brands the brands of most of their purchases
 * @param months their orders by month of the year, January first
 * @param priceLevels customers by price level in tenths of 0 to 1
 * @param discountAffinities the same by discount affinity
 * @param churnRisks the same by churn risk
 * @param churnTold what the risk means and how well it does, or why there is none
 */
public record SegmentPortrait(
    long customers,
    long buyers,
    double share,
    List<Keyword> keywords,
    List<Interest> topics,
    List<List<Integer>> rfm,
    List<Interest> categories,
    List<Interest> brands,
    List<MonthShare> months,
    List<Integer> priceLevels,
    List<Integer> discountAffinities,
    List<Integer> churnRisks,
    Text churnTold) {
  private static final int KEYWORDS = 20;
  private static final int BINS = 10;
  private static final int INTERESTS = 12;

  /**
   * A month of the year.
   *
   * @param month 1 to 12
   * @param share of the customers' orders, 0 to 1
   * @param usual the same of all customers
   */
  public record MonthShare(int month, double share, double usual) {}

  /**
   * Describes some customers.
   *
   * @param files what {@link Portraits#build} wrote
   * @param report what it told
   * @param customerIds who is described; those that are not in the portraits don't count
   */
  public static SegmentPortrait of(
      Tables tables,
      PortraitFiles files,
      PortraitReport report,
      Collection<String> customerIds,
      JobContext context) {
    try (Duck duck = Duck.open(context)) {
      context.progress(0, Text.of("portrait.segment", "Describing the customers"));
      ask(duck, customerIds);
      duck.run("CREATE VIEW portrait AS SELECT * FROM " + Duck.parquet(files.portraits()));
      duck.run(
          "CREATE TABLE member AS SELECT DISTINCT customer_id FROM asked JOIN portrait USING"
              + " (customer_id)");
      PurchaseTables.create(duck, tables);
      context.progress(0.4, Text.of("portrait.segment-words", "Weighing the customers'' words"));
      List<Keyword> keywords = TellingWords.of(duck, tables, KEYWORDS, context);
      return describe(
          duck, keywords, topics(duck, files.tastes(), report.topics()), report.churn().told());
    }
  }

  private static void ask(Duck duck, Collection<String> customerIds) {
    duck.run("CREATE TABLE asked(customer_id VARCHAR)");
    try (TableWriter to = new TableWriter(duck, "asked")) {
      customerIds.forEach(id -> to.row().text(id).end());
    }
  }

  private static SegmentPortrait describe(
      Duck duck, List<Keyword> keywords, List<Interest> topics, Text churnTold) {
    String members = "portrait JOIN member USING (customer_id)";
    long customers = duck.whole("SELECT count(*) FROM member");
    return new SegmentPortrait(
        customers,
        duck.whole("SELECT count(*) FROM " + members + " WHERE orders > 0"),
        customers / (double) Math.max(1, duck.whole("SELECT count(*) FROM portrait")),
        keywords,
        topics,
        heatMap(duck, members),
        interests(duck, "category"),
        interests(duck, "brand"),
        months(duck),
        tenths(duck, members, "price_level"),
        tenths(duck, members, "discount_affinity"),
        tenths(duck, members, "churn_risk"),
        churnTold);
  }

  private static List<List<Integer>> heatMap(Duck duck, String members) {
    List<List<Integer>> map = new ArrayList<>();
    for (int r = 0; r < RfmCells.SCORES; r++) {
      map.add(new ArrayList<>(Collections.nCopies(RfmCells.SCORES, 0)));
    }
    duck.each(
        "SELECT r, f, count(*) FROM " + members + " WHERE r IS NOT NULL GROUP BY r, f",
        row -> map.get((int) row.whole(0) - 1).set((int) row.whole(1) - 1, (int) row.whole(2)));
    return map.stream().map(List::copyOf).toList();
  }

  private static List<Interest> interests(Duck duck, String what) {
    return duck.list(
        String.format(
            "SELECT %1$s, own / sum(own) OVER () AS share, all_of / sum(all_of) OVER () FROM"
                + " (SELECT %1$s, count(m.customer_id) AS own, count(*) AS all_of FROM bought LEFT"
                + " JOIN member AS m USING (customer_id) WHERE %1$s IS NOT NULL GROUP BY %1$s)"
                + " QUALIFY own > 0 ORDER BY share DESC, %1$s LIMIT %2$d",
            what, INTERESTS),
        row -> new Interest(row.words(0), row.number(1), row.number(2)));
  }

  private static List<Interest> topics(Duck duck, Path tastes, TopicModel model) {
    return duck.list(
        "SELECT k, avg(share) FILTER (inside) AS own, avg(share) FROM (SELECT"
            + " generate_subscripts(topics, 1) AS k, unnest(topics) AS share, m.customer_id IS"
            + " NOT NULL AS inside FROM "
            + Duck.parquet(tastes)
            + " LEFT JOIN member AS m USING (customer_id) WHERE topics IS NOT NULL) GROUP BY k"
            + " HAVING own IS NOT NULL ORDER BY own DESC, k",
        row ->
            new Interest(
                model.topics().get((int) row.whole(0) - 1).label(), row.number(1), row.number(2)));
  }

  private static List<MonthShare> months(Duck duck) {
    return duck.list(
        "SELECT month, own / greatest(1, sum(own) OVER ()), all_of / greatest(1, sum(all_of) OVER"
            + " ()) FROM (SELECT month, count(m.customer_id) AS own, count(o.customer_id) AS all_of"
            + " FROM range(1, 13) AS t(month) LEFT JOIN (SELECT DISTINCT customer_id, day,"
            + " month(day) AS month FROM bought) AS o USING (month) LEFT JOIN member AS m USING"
            + " (customer_id) GROUP BY month) ORDER BY month",
        row -> new MonthShare((int) row.whole(0), row.number(1), row.number(2)));
  }

  private static List<Integer> tenths(Duck duck, String members, String column) {
    List<Integer> bins = new ArrayList<>(Collections.nCopies(BINS, 0));
    duck.each(
        String.format(
            "SELECT least(%2$d - 1, floor(%1$s * %2$d))::INTEGER, count(*) FROM %3$s WHERE %1$s IS"
                + " NOT NULL GROUP BY 1",
            column, BINS, members),
        row -> bins.set((int) row.whole(0), (int) row.whole(1)));
    return List.copyOf(bins);
  }
}
