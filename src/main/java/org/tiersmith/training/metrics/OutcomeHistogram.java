package org.tiersmith.training.metrics;

import java.util.Arrays;

/**
 * How probabilities are spread, apart by outcome.
 *
 * @param segment whose; empty for all
 * @param edges rising, one more than there are bins, from 0
 * @param bought examples per bin that ended in a purchase; a bin holds its lower edge, the last
 *     also its upper one
 * @param passed the others per bin
 */
public record OutcomeHistogram(String segment, double[] edges, long[] bought, long[] passed) {
  private static final int STEPS_PER_ONE = 20;

  /** All examples in equal bins from 0 to the highest probability, raised to a multiple of 0.05. */
  public static OutcomeHistogram of(ThresholdTable table, int bins) {
    return of("", table, edges(highest(table), bins));
  }

  static double highest(ThresholdTable table) {
    return table.rows() == 0 ? 0 : table.ranking().sorted()[table.rows() - 1];
  }

  static double[] edges(double highest, int bins) {
    double end = Math.min(1, (Math.floor(highest * STEPS_PER_ONE) + 1) / STEPS_PER_ONE);
    double[] edges = new double[bins + 1];
    Arrays.setAll(edges, bin -> end * bin / bins);
    return edges;
  }

  static OutcomeHistogram of(String segment, ThresholdTable table, double[] edges) {
    int bins = edges.length - 1;
    long[] bought = new long[bins];
    long[] passed = new long[bins];
    int from = 0;
    for (int bin = 0; bin < bins; bin++) {
      int to = bin == bins - 1 ? table.rows() : table.ranking().below(edges[bin + 1]);
      bought[bin] = table.boughtIn(from, to);
      passed[bin] = to - from - bought[bin];
      from = to;
    }
    return new OutcomeHistogram(segment, edges, bought, passed);
  }
}
