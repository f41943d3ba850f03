package org.tiersmith.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Segmentation;

/** Size, revenue, orders and keywords of segments. */
final class SegmentFigures {
  private static final int KEYWORDS = 6;
  private static final int FEWEST_USES = 3;
  private static final Set<String> STOP_WORDS =
      Set.of("and", "the", "for", "with", "of", "in", "to", "set", "pack", "size", "new");

  private final Segmentation segmentation;
  private final double[] revenue;
  private final long[] orders;
  private final List<Map<String, Integer>> terms = new ArrayList<>();

  SegmentFigures(Duck duck, Tables tables, Segmentation segmentation) {
    this.segmentation = segmentation;
    int n = segmentation.names().size();
    revenue = new double[n];
    orders = new long[n];
    for (int i = 0; i < n; i++) {
      terms.add(new HashMap<>());
    }
    String bought =
        " FROM "
            + Duck.parquet(tables.events())
            + " AS e LEFT JOIN "
            + Duck.parquet(tables.products())
            + " AS p USING (product_id) WHERE e.type = 'purchase' OR e.purchased";
    duck.each(
        "SELECT customer_id, sum(coalesce(quantity, 1) * coalesce(list_price, 0) * (1 -"
            + " coalesce(discount_rate, 0))), count(DISTINCT \"timestamp\"::DATE)"
            + bought
            + " GROUP BY 1 ORDER BY 1",
        row -> addCustomer(row.words(0), row.number(1), row.whole(2)));
    duck.each(
        "SELECT customer_id, coalesce(p.title, p.category), count(*)" + bought + " GROUP BY 1, 2",
        row -> addTitle(row.words(0), row.words(1), (int) row.whole(2)));
  }

  List<SegmentSummary> summaries() {
    long[] sizes = new long[revenue.length];
    segmentation.segmentOf().values().forEach(segment -> sizes[segment]++);
    List<SegmentSummary> all = new ArrayList<>();
    for (int i = 0; i < revenue.length; i++) {
      all.add(
          new SegmentSummary(
              segmentation.names().get(i), sizes[i], revenue[i], orders[i], keywords(i)));
    }
    return List.copyOf(all);
  }

  private void addCustomer(String customer, double spent, long days) {
    Integer segment = segmentation.segmentOf().get(customer);
    if (segment != null) {
      revenue[segment] += spent;
      orders[segment] += days;
    }
  }

  private void addTitle(String customer, String title, int times) {
    Integer segment = segmentation.segmentOf().get(customer);
    if (segment != null) {
      for (String term : Terms.of(title)) {
        if (!STOP_WORDS.contains(term)) {
          terms.get(segment).merge(term, times, Integer::sum);
        }
      }
    }
  }

  /**
   * The terms with the highest TF-IDF, a segment being a document. As most terms occur in most
   * segments, the inverse frequency is that of the term's share: how much more of this segment's
   * purchases than of all it makes up.
   */
  private List<String> keywords(int segment) {
    double own = total(terms.get(segment));
    double all = terms.stream().mapToDouble(SegmentFigures::total).sum();
    Map<String, Double> scores = new HashMap<>();
    terms
        .get(segment)
        .forEach(
            (term, uses) -> {
              double everywhere = terms.stream().mapToInt(t -> t.getOrDefault(term, 0)).sum() / all;
              double share = uses / own;
              if (uses >= FEWEST_USES) {
                scores.put(term, share * Math.log(share / everywhere));
              }
            });
    return scores.entrySet().stream()
        .filter(e -> e.getValue() > 0 || segmentation.names().size() == 1)
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(KEYWORDS)
        .map(e -> e.getKey().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static double total(Map<String, Integer> uses) {
    return uses.values().stream().mapToInt(Integer::intValue).sum();
  }
}
