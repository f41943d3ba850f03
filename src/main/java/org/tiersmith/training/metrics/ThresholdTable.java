package org.tiersmith.training.metrics;

/**
 * Probabilities sorted once, with how many bought below each: what any threshold gives is then two
 * look-ups, whatever the number of rows.
 */
public final class ThresholdTable {
  private final Ranking ranking;
  private final int[] boughtBelow;

  private ThresholdTable(Ranking ranking, int[] boughtBelow) {
    this.ranking = ranking;
    this.boughtBelow = boughtBelow;
  }

  /** The table of probabilities and outcomes; arrays of one length. */
  public static ThresholdTable of(double[] p, boolean[] bought) {
    Ranking ranking = Ranking.of(p);
    int[] below = new int[p.length + 1];
    for (int rank = 0; rank < p.length; rank++) {
      below[rank + 1] = below[rank] + (bought[ranking.order()[rank]] ? 1 : 0);
    }
    return new ThresholdTable(ranking, below);
  }

  /** Decisions when those of probability {@code threshold} or more are expected to buy. */
  public Confusion at(double threshold) {
    return fromRank(ranking.below(threshold));
  }

  private Confusion fromRank(int rank) {
    long missed = boughtBelow[rank];
    long found = positives() - missed;
    return new Confusion(found, rows() - rank - found, rank - missed, missed);
  }

  /**
   * The threshold of the best F1 score: one of the probabilities, the highest of several; 0.5
   * without rows.
   */
  public double bestF1() {
    double best = -1;
    double threshold = 0.5;
    for (int to = rows(), from; to > 0; to = from) {
      from = ranking.runStart(to);
      double f1 = fromRank(from).f1();
      if (f1 > best) {
        best = f1;
        threshold = ranking.sorted()[from];
      }
    }
    return threshold;
  }

  /** Area under the ROC curve by the rank sum, ties counted half; NaN without both outcomes. */
  public double auc() {
    double inOrder = 0;
    for (int from = 0, to; from < rows(); from = to) {
      to = ranking.runEnd(from);
      double tied = boughtIn(from, to);
      double passedBelow = from - boughtBelow[from];
      double passedTied = to - from - tied;
      inOrder += tied * (passedBelow + passedTied / 2);
    }
    return inOrder / ((double) positives() * (rows() - positives()));
  }

  /**
   * Average precision: the sum over thresholds of precision times the recall gained, ties as one
   * threshold; NaN without a buyer.
   */
  public double averagePrecision() {
    double sum = 0;
    for (int to = rows(), from; to > 0; to = from) {
      from = ranking.runStart(to);
      double gained = boughtIn(from, to);
      sum += gained == 0 ? 0 : gained * boughtIn(from, rows()) / (rows() - from);
    }
    return sum / positives();
  }

  public int rows() {
    return ranking.size();
  }

  /** How many bought. */
  public int positives() {
    return boughtBelow[rows()];
  }

  /** Rows from one rank to before another that bought. */
  int boughtIn(int from, int to) {
    return boughtBelow[to] - boughtBelow[from];
  }

  Ranking ranking() {
    return ranking;
  }
}
