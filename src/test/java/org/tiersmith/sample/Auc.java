package org.tiersmith.sample;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Area under the ROC curve, ties counted half. */
public final class Auc {
  private Auc() {}

  public static double of(double[] score, boolean[] positive) {
    int[] order =
        IntStream.range(0, score.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> score[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double rankSum = 0;
    long positives = 0;
    for (int from = 0, to; from < order.length; from = to) {
      to = from + 1;
      while (to < order.length && score[order[to]] == score[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        if (positive[order[i]]) {
          rankSum += (from + to + 1) / 2.0;
          positives++;
        }
      }
    }
    double negatives = order.length - positives;
    return (rankSum - positives * (positives + 1) / 2.0) / (positives * negatives);
  }
}
