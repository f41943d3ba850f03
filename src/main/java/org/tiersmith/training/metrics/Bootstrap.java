package org.tiersmith.training.metrics;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.tiersmith.model.Evaluation;
import org.tiersmith.task.JobContext;

/**
 * Percentile bootstrap over customers, for the examples of one customer depend on each other. Rows
 * are sorted once; a resample only changes how often each customer counts, so its AUC is one pass.
 */
public final class Bootstrap {
  /** Of fewer customers a resample tells nothing. */
  private static final int LEAST_CUSTOMERS = 10;

  private static final double TAIL = 0.025;
  private static final int FIGURES = 9;

  /** Figures of a customer that simply add up, in the order of {@link #sums}. */
  private static final int SUMS = 6;

  /** Per rank, falling: customer, whether bought, and whether the last of its equals. */
  private final int[] ranked;

  /** Per customer: log loss, Brier, and the four counts of the confusion. */
  private final double[] sums;

  private final int customers;

  private Bootstrap(int[] ranked, double[] sums, int customers) {
    this.ranked = ranked;
    this.sums = sums;
    this.customers = customers;
  }

  /**
   * Intervals of all figures.
   *
   * @param threshold from which on examples are expected to buy
   * @param resamples at least 1
   * @throws org.tiersmith.task.CancelledException when stopped
   */
  public static Intervals of(
      Evaluation examples, double threshold, int resamples, long seed, JobContext context) {
    Bootstrap bootstrap = prepared(examples, threshold);
    double[][] figures = new double[FIGURES][resamples];
    if (bootstrap.customers < LEAST_CUSTOMERS) {
      Arrays.stream(figures).forEach(figure -> Arrays.fill(figure, Double.NaN));
    } else {
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < resamples; i++) {
        context.checkCancelled();
        double[] drawn = bootstrap.figures(bootstrap.weights(random));
        for (int f = 0; f < FIGURES; f++) {
          figures[f][i] = drawn[f];
        }
      }
    }
    return bootstrap.intervals(figures, resamples);
  }

  private static Bootstrap prepared(Evaluation examples, double threshold) {
    int n = examples.size();
    int[] dense = new int[n];
    int customers = Clusters.dense(examples.customer(), dense);
    Ranking ranking = Ranking.of(examples.p());
    int[] ranked = new int[n];
    for (int i = 0; i < n; i++) {
      int rank = n - 1 - i;
      int row = ranking.order()[rank];
      boolean last = rank == 0 || ranking.sorted()[rank - 1] < ranking.sorted()[rank];
      ranked[i] = dense[row] << 2 | (examples.purchased()[row] ? 2 : 0) | (last ? 1 : 0);
    }
    double[] sums = new double[customers * SUMS];
    for (int i = 0; i < n; i++) {
      int at = dense[i] * SUMS;
      boolean bought = examples.purchased()[i];
      boolean expected = examples.p()[i] >= threshold;
      sums[at] += Losses.log(examples.p()[i], bought);
      sums[at + 1] += Losses.brier(examples.p()[i], bought);
      sums[at + 2 + (expected ? 0 : 2) + (bought == expected ? 0 : 1)]++;
    }
    return new Bootstrap(ranked, sums, customers);
  }

  /** How often each customer is drawn. */
  private int[] weights(SplittableRandom random) {
    int[] weights = new int[customers];
    for (int draw = 0; draw < customers; draw++) {
      weights[random.nextInt(customers)]++;
    }
    return weights;
  }

  private double[] figures(int[] weights) {
    double[] total = new double[SUMS];
    for (int customer = 0; customer < customers; customer++) {
      for (int s = 0; weights[customer] > 0 && s < SUMS; s++) {
        total[s] += weights[customer] * sums[customer * SUMS + s];
      }
    }
    Confusion confusion =
        new Confusion(
            Math.round(total[2]), Math.round(total[3]), Math.round(total[4]), Math.round(total[5]));
    double[] ranks = ranks(weights);
    return new double[] {
      ranks[0],
      ranks[1],
      total[0] / confusion.rows(),
      total[1] / confusion.rows(),
      confusion.accuracy(),
      confusion.precision(),
      confusion.recall(),
      confusion.specificity(),
      confusion.f1()
    };
  }

  /** ROC AUC and average precision with weights. */
  private double[] ranks(int[] weights) {
    long found = 0;
    long wrong = 0;
    long foundHere = 0;
    long wrongHere = 0;
    double area = 0;
    double precision = 0;
    for (int code : ranked) {
      int weight = weights[code >>> 2];
      if ((code & 2) == 0) {
        wrongHere += weight;
      } else {
        foundHere += weight;
      }
      if ((code & 1) != 0) {
        area += wrongHere * (found + foundHere / 2.0);
        found += foundHere;
        wrong += wrongHere;
        precision += foundHere == 0 ? 0 : (double) foundHere * found / (found + wrong);
        foundHere = 0;
        wrongHere = 0;
      }
    }
    return new double[] {area / ((double) found * wrong), precision / found};
  }

  private Intervals intervals(double[][] figures, int resamples) {
    Interval[] all = Arrays.stream(figures).map(Bootstrap::interval).toArray(Interval[]::new);
    return new Intervals(
        all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7], all[8], customers,
        resamples);
  }

  /** The middle 95 % of those that could be computed. */
  private static Interval interval(double[] figures) {
    double[] sorted = Arrays.stream(figures).filter(Double::isFinite).sorted().toArray();
    return sorted.length == 0
        ? Interval.UNKNOWN
        : new Interval(quantile(sorted, TAIL), quantile(sorted, 1 - TAIL));
  }

  private static double quantile(double[] sorted, double level) {
    double position = level * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
