package org.tiersmith.profile.churn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores beside what happened.
 *
 * @param scores the higher, the likelier
 * @param happened whether it did
 */
record Judged(double[] scores, boolean[] happened) {
  private static final int BINS = 10;

  /** Area under the ROC curve: how often one that happened outranks one that did not; ties half. */
  double auc() {
    List<Integer> order = order();
    double ranks = 0;
    long positives = 0;
    for (int from = 0; from < order.size(); ) {
      int to = from;
      while (to < order.size() && scores[order.get(to)] == scores[order.get(from)]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        if (happened[order.get(i)]) {
          ranks += (from + to + 1) / 2.0;
          positives++;
        }
      }
      from = to;
    }
    double negatives = scores.length - (double) positives;
    return (ranks - positives * (positives + 1) / 2.0) / (positives * negatives);
  }

  /** Mean squared distance of the scores, which are probabilities, from what happened. */
  double brier() {
    return IntStream.range(0, scores.length)
        .mapToDouble(i -> Math.pow(scores[i] - (happened[i] ? 1 : 0), 2))
        .average()
        .orElse(Double.NaN);
  }

  double base() {
    return IntStream.range(0, happened.length).filter(i -> happened[i]).count()
        / (double) happened.length;
  }

  /** Tenths of equal size by rising score. */
  List<ChurnTest.Bin> bins() {
    List<Integer> order = order();
    List<ChurnTest.Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      List<Integer> of = order.subList(b * order.size() / BINS, (b + 1) * order.size() / BINS);
      if (!of.isEmpty()) {
        bins.add(
            new ChurnTest.Bin(
                of.stream().mapToDouble(i -> scores[i]).average().orElseThrow(),
                of.stream().filter(i -> happened[i]).count() / (double) of.size(),
                of.size()));
      }
    }
    return bins;
  }

  private List<Integer> order() {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> scores[i]))
        .toList();
  }
}
