package org.tiersmith.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiersmith.model.Evaluation;
import org.tiersmith.task.JobContext;

/** Joins a model's answers on examples with who, what and at which price it was. */
public final class EvaluationBuilder {
  private static final String QUERY =
      "SELECT example_id, customer_id, x.product_id, split, discount_rate, purchased, list_price,"
          + " c.cost FROM %s AS x LEFT JOIN (SELECT product_id, any_value(cost) AS cost FROM %s"
          + " GROUP BY 1) AS c USING (product_id) ORDER BY example_id";

  private final Map<String, Integer> customers = new LinkedHashMap<>();
  private final Map<String, Integer> products = new LinkedHashMap<>();
  private final int[] placeOf;
  private final Evaluation draft;
  private int filled;

  private EvaluationBuilder(int[] rows) {
    placeOf = places(rows);
    draft = Evaluation.empty(List.of(), List.of(), rows.length);
  }

  /**
   * The evaluation of some examples, in the order of the examples file.
   *
   * @param examples a file of {@link ExampleBuilder}
   * @param rows distinct numbers of the examples
   * @param p of those rows: probability at the example's own discount
   * @param p0 of those rows: probability at list price
   * @param k of those rows: sensitivity
   */
  public static Evaluation of(
      Tables tables,
      Path examples,
      int[] rows,
      double[] p,
      double[] p0,
      double[] k,
      JobContext context) {
    EvaluationBuilder builder = new EvaluationBuilder(rows);
    String query = String.format(QUERY, Duck.parquet(examples), Duck.parquet(tables.products()));
    try (Duck duck = Duck.open(context)) {
      duck.each(query, row -> builder.add(row, p, p0, k));
    }
    return builder.done();
  }

  private static int[] places(int[] rows) {
    int[] places = new int[Arrays.stream(rows).max().orElse(-1) + 1];
    Arrays.fill(places, -1);
    for (int i = 0; i < rows.length; i++) {
      places[rows[i]] = i;
    }
    return places;
  }

  private void add(Row row, double[] p, double[] p0, double[] k) {
    int example = (int) row.whole(0);
    int place = example < placeOf.length ? placeOf[example] : -1;
    if (place < 0) {
      return;
    }
    int i = filled++;
    draft.customer()[i] = index(customers, row.words(1));
    draft.product()[i] = index(products, row.words(2));
    draft.split()[i] = (byte) EvaluationFile.split(row.words(3)).ordinal();
    draft.discount()[i] = row.number(4);
    draft.purchased()[i] = row.flag(5);
    draft.listPrice()[i] = row.number(6);
    draft.unitCost()[i] = row.number(7);
    draft.p()[i] = p[place];
    draft.p0()[i] = p0[place];
    draft.k()[i] = k[place];
  }

  private static int index(Map<String, Integer> indices, String id) {
    return indices.computeIfAbsent(id, _ -> indices.size());
  }

  private Evaluation done() {
    if (filled != draft.size()) {
      throw new IllegalStateException("answers to " + draft.size() + " examples, not " + filled);
    }
    return new Evaluation(
        new ArrayList<>(customers.keySet()),
        new ArrayList<>(products.keySet()),
        draft.customer(),
        draft.product(),
        draft.split(),
        draft.p(),
        draft.p0(),
        draft.k(),
        draft.discount(),
        draft.purchased(),
        draft.listPrice(),
        draft.unitCost());
  }
}
