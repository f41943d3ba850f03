package org.tiersmith.training.metrics;

/**
 * Curves over all thresholds, thinned to what a drawing shows. Ties are one threshold. A curve has
 * no points where the outcomes that it needs are absent.
 */
public final class Curves {
  private Curves() {}

  /** Share of buyers found (y) by share of the others wrongly expected to buy (x). */
  public static Curve roc(ThresholdTable table) {
    Curve.Pen pen = new Curve.Pen();
    double positives = table.positives();
    double negatives = table.rows() - positives;
    if (positives > 0 && negatives > 0) {
      pen.add(0, 0);
      for (int to = table.rows(), from; to > 0; to = from) {
        from = table.ranking().runStart(to);
        int found = table.boughtIn(from, table.rows());
        pen.add((table.rows() - from - found) / negatives, found / positives);
      }
    }
    return pen.done();
  }

  /** Precision (y) by recall (x); starts with the precision of the highest probability. */
  public static Curve precisionRecall(ThresholdTable table) {
    Curve.Pen pen = new Curve.Pen();
    double positives = table.positives();
    for (int to = table.rows(), from; to > 0 && positives > 0; to = from) {
      from = table.ranking().runStart(to);
      int found = table.boughtIn(from, table.rows());
      double precision = (double) found / (table.rows() - from);
      if (to == table.rows()) {
        pen.add(0, precision);
      }
      pen.add(found / positives, precision);
    }
    return pen.done();
  }

  /** Share of all purchases (y) among the examples of the highest probability (share x of them). */
  public static Curve gain(ThresholdTable table) {
    Curve.Pen pen = new Curve.Pen();
    double rows = table.rows();
    double positives = table.positives();
    if (positives > 0) {
      pen.add(0, 0);
      for (int to = table.rows(), from; to > 0; to = from) {
        from = table.ranking().runStart(to);
        pen.add((rows - from) / rows, table.boughtIn(from, table.rows()) / positives);
      }
    }
    return pen.done();
  }

  /**
   * Share of all purchases (y) among the customers of the most expected purchases (share x of
   * them).
   *
   * @param customer per example, an index from 0 on
   */
  public static Curve gainByCustomer(int[] customer, double[] p, boolean[] bought) {
    Totals totals = Totals.of(customer, p, bought);
    Ranking ranking = Ranking.of(totals.expected());
    Curve.Pen pen = new Curve.Pen();
    if (totals.all() > 0) {
      pen.add(0, 0);
      double found = 0;
      double rows = ranking.size();
      for (int to = ranking.size(), from; to > 0; to = from) {
        from = ranking.runStart(to);
        for (int rank = from; rank < to; rank++) {
          found += totals.purchases()[ranking.order()[rank]];
        }
        pen.add((rows - from) / rows, found / totals.all());
      }
    }
    return pen.done();
  }

  /** How many times more purchases than among as many drawn at random: gain over share. */
  public static Curve lift(Curve gain) {
    Curve.Pen pen = new Curve.Pen();
    for (int i = 0; i < gain.x().length; i++) {
      if (gain.x()[i] > 0) {
        pen.add(gain.x()[i], gain.y()[i] / gain.x()[i]);
      }
    }
    return pen.done();
  }

  /** Sums per customer who has an example. */
  private record Totals(double[] expected, double[] purchases, double all) {

    static Totals of(int[] customer, double[] p, boolean[] bought) {
      int[] dense = new int[customer.length];
      int customers = Clusters.dense(customer, dense);
      double[] expected = new double[customers];
      double[] purchases = new double[customers];
      double all = 0;
      for (int i = 0; i < customer.length; i++) {
        expected[dense[i]] += p[i];
        purchases[dense[i]] += bought[i] ? 1 : 0;
        all += bought[i] ? 1 : 0;
      }
      return new Totals(expected, purchases, all);
    }
  }
}
