package org.tiersmith.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Measures of probabilities against outcomes. */
final class Metrics {
  /** With some thousand examples more bins would measure chance. */
  private static final int BINS = 10;

  private Metrics() {}

  static TestMetrics of(double[] p, boolean[] bought, double threshold) {
    List<ReliabilityBin> bins = reliability(p, bought);
    return new TestMetrics(
        p.length,
        auc(p, bought),
        logLoss(p, bought),
        accuracy(p, bought),
        f1(p, bought, threshold),
        ece(bins),
        bins);
  }

  /** Area under the ROC curve by the rank sum, ties counted half; NaN without both outcomes. */
  static double auc(double[] p, boolean[] bought) {
    int[] order = order(p);
    double rankSum = 0;
    long positives = 0;
    for (int from = 0, to; from < order.length; from = to) {
      to = from + 1;
      while (to < order.length && p[order[to]] == p[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        if (bought[order[i]]) {
          rankSum += (from + to + 1) / 2.0;
          positives++;
        }
      }
    }
    long negatives = order.length - positives;
    if (positives == 0 || negatives == 0) {
      return Double.NaN;
    }
    return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
  }

  static double logLoss(double[] p, boolean[] bought) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum -= Math.log(Math.max(Double.MIN_NORMAL, bought[i] ? p[i] : 1 - p[i]));
    }
    return p.length == 0 ? Double.NaN : sum / p.length;
  }

  private static double accuracy(double[] p, boolean[] bought) {
    long right = IntStream.range(0, p.length).filter(i -> p[i] >= 0.5 == bought[i]).count();
    return (double) right / p.length;
  }

  static double f1(double[] p, boolean[] bought, double threshold) {
    long hits = 0;
    long wrong = 0;
    for (int i = 0; i < p.length; i++) {
      boolean said = p[i] >= threshold;
      hits += said && bought[i] ? 1 : 0;
      wrong += said != bought[i] ? 1 : 0;
    }
    return hits == 0 ? 0 : 2.0 * hits / (2.0 * hits + wrong);
  }

  /** The threshold whose F1 score is best: one of the probabilities. */
  static double bestThreshold(double[] p, boolean[] bought) {
    int[] order = order(p);
    long positives = IntStream.range(0, p.length).filter(i -> bought[i]).count();
    double best = -1;
    double threshold = 0.5;
    long hits = 0;
    for (int i = order.length - 1; i >= 0; i--) {
      hits += bought[order[i]] ? 1 : 0;
      boolean tied = i > 0 && p[order[i - 1]] == p[order[i]];
      double f1 = 2.0 * hits / (positives + order.length - i);
      if (!tied && f1 > best) {
        best = f1;
        threshold = p[order[i]];
      }
    }
    return threshold;
  }

  /** Bins of equal mass by predicted probability. */
  static List<ReliabilityBin> reliability(double[] p, boolean[] bought) {
    int[] order = order(p);
    List<ReliabilityBin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      int from = (int) ((long) order.length * bin / BINS);
      int to = (int) ((long) order.length * (bin + 1) / BINS);
      if (to > from) {
        double predicted =
            Arrays.stream(order, from, to).mapToDouble(i -> p[i]).average().orElse(0);
        long buyers = Arrays.stream(order, from, to).filter(i -> bought[i]).count();
        bins.add(new ReliabilityBin(predicted, (double) buyers / (to - from), to - from));
      }
    }
    return bins;
  }

  private static double ece(List<ReliabilityBin> bins) {
    double sum = 0;
    double rows = 0;
    for (ReliabilityBin bin : bins) {
      sum += bin.rows() * Math.abs(bin.predicted() - bin.observed());
      rows += bin.rows();
    }
    return sum / rows;
  }

  private static int[] order(double[] p) {
    return IntStream.range(0, p.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> p[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
