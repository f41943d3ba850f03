package org.tiersmith.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.DaySpan;
import org.tiersmith.data.Duck;
import org.tiersmith.data.PurchaseSql;
import org.tiersmith.data.Row;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Text;
import org.tiersmith.profile.text.Lexicon;
import org.tiersmith.task.JobContext;

/** What segments are worth and like; a customer may be in several. */
final class SegmentFigures {
  private final Duck duck;
  private final Tables tables;
  private final Membership membership;

  /** Sums and means of a segment's customers. */
  private record Worth(
      double revenue,
      @Nullable Double margin,
      long orders,
      @Nullable Double discountAffinity,
      @Nullable Double churnRisk) {
    static final Worth NONE = new Worth(0, null, 0, null, null);
  }

  SegmentFigures(Duck duck, Tables tables, Membership membership) {
    this.duck = duck;
    this.tables = tables;
    this.membership = membership;
    MemberTable.create(duck, membership);
  }

  /**
   * @param portraits null where they are not made yet: what only they know is null then
   * @param pairs the scored pairs, null where there are none
   */
  List<SegmentSummary> summaries(
      @Nullable Path portraits, @Nullable Path pairs, JobContext context) {
    step(context, 0.1);
    Worth[] worth = portraits == null ? worthByEvents() : worthByPortraits(portraits);
    step(context, 0.4);
    SegmentKeywords keywords = keywords(context);
    step(context, 0.7);
    @Nullable Double[] probabilities = probabilities(pairs);
    List<SegmentSummary> all = new ArrayList<>();
    for (int i = 0; i < worth.length; i++) {
      long size = membership.members().get(i).cardinality();
      all.add(
          new SegmentSummary(
              membership.names().get(i),
              size,
              (double) size / Math.max(1, membership.customerIds().size()),
              worth[i].revenue(),
              worth[i].margin(),
              worth[i].orders(),
              probabilities[i],
              worth[i].discountAffinity(),
              worth[i].churnRisk(),
              keywords.of(i)));
    }
    return List.copyOf(all);
  }

  private static void step(JobContext context, double fraction) {
    context.progress(fraction, Text.of("progress.segments.figures", "Describing the segments"));
  }

  private Worth[] worthByPortraits(Path portraits) {
    return worth(
        "SELECT segment, sum(revenue), sum(orders), sum(margin), avg(discount_affinity),"
            + " avg(churn_risk) FROM member JOIN "
            + Duck.parquet(portraits)
            + " USING (customer_id) GROUP BY 1");
  }

  private Worth[] worthByEvents() {
    return worth(
        "SELECT segment, sum(paid), sum(days), NULL, NULL, NULL FROM member JOIN (SELECT"
            + " customer_id, sum("
            + PurchaseSql.PAID
            + ") AS paid, count(DISTINCT \"timestamp\"::DATE) AS days FROM "
            + PurchaseSql.events(tables)
            + " WHERE "
            + PurchaseSql.IS_PURCHASE
            + " AND "
            + DaySpan.of(duck, tables).reached("\"timestamp\"")
            + " GROUP BY 1) USING (customer_id) GROUP BY 1");
  }

  private Worth[] worth(String sql) {
    Worth[] worth = new Worth[membership.names().size()];
    Arrays.fill(worth, Worth.NONE);
    duck.each(
        sql,
        row ->
            worth[(int) row.whole(0)] =
                new Worth(
                    Double.isNaN(row.number(1)) ? 0 : row.number(1),
                    known(row, 3),
                    row.whole(2),
                    known(row, 4),
                    known(row, 5)));
    return worth;
  }

  private @Nullable Double[] probabilities(@Nullable Path pairs) {
    @Nullable Double[] mean = new Double[membership.names().size()];
    if (pairs != null) {
      duck.each(
          "SELECT segment, sum(p) / sum(n) FROM member JOIN (SELECT customer_id, sum(p0) AS p,"
              + " count(*) AS n FROM "
              + Duck.parquet(pairs)
              + " GROUP BY 1) USING (customer_id) GROUP BY 1",
          row -> mean[(int) row.whole(0)] = known(row, 1));
    }
    return mean;
  }

  private SegmentKeywords keywords(JobContext context) {
    duck.run(
        "CREATE TABLE titled AS SELECT product_id, coalesce(title, category) AS title,"
            + " dense_rank() OVER (ORDER BY coalesce(title, category)) - 1 AS title_no FROM "
            + Duck.parquet(tables.products())
            + " WHERE coalesce(title, category) IS NOT NULL");
    duck.run(
        "CREATE TABLE bought AS SELECT customer_id, title_no, count(*) AS times FROM "
            + Duck.parquet(tables.events())
            + " JOIN titled USING (product_id) WHERE "
            + PurchaseSql.IS_PURCHASE
            + " GROUP BY 1, 2");
    List<String> titles =
        duck.list(
            "SELECT title FROM titled GROUP BY title, title_no ORDER BY title_no",
            row -> row.words(0));
    SegmentKeywords keywords =
        new SegmentKeywords(
            Lexicon.of(titles, new JobContext(progress -> {}, context::isCancelled)),
            membership.names().size());
    duck.each(
        "SELECT title_no, sum(times)::BIGINT FROM bought GROUP BY 1",
        row -> keywords.add((int) row.whole(0), row.whole(1)));
    duck.each(
        "SELECT segment, title_no, sum(times)::BIGINT FROM bought JOIN member USING (customer_id)"
            + " GROUP BY 1, 2",
        row -> keywords.add((int) row.whole(0), (int) row.whole(1), row.whole(2)));
    return keywords;
  }

  private static @Nullable Double known(Row row, int column) {
    double value = row.number(column);
    return Double.isNaN(value) ? null : value;
  }
}
