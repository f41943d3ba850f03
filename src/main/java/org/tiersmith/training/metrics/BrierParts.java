package org.tiersmith.training.metrics;

/**
 * The Brier score in parts: score = miscalibration - discrimination + uncertainty. The recalibrated
 * probabilities in between are the best rising function of the given ones (pool adjacent
 * violators), so no bins need be chosen (Dimitriadis, Gneiting and Jordan 2021).
 *
 * @param score mean squared distance of probability and outcome
 * @param miscalibration what recalibration would save, at least 0
 * @param discrimination what telling customers apart saves, at least 0
 * @param uncertainty score of the mean outcome for all: base rate times its complement
 */
public record BrierParts(
    double score, double miscalibration, double discrimination, double uncertainty) {

  /** The parts; NaN without examples. */
  public static BrierParts of(ThresholdTable table) {
    double n = table.rows();
    double rate = table.positives() / n;
    double uncertainty = rate * (1 - rate);
    double score = score(table);
    double recalibrated = recalibrated(table);
    return new BrierParts(score, score - recalibrated, uncertainty - recalibrated, uncertainty);
  }

  private static double score(ThresholdTable table) {
    double sum = 0;
    for (int rank = 0; rank < table.rows(); rank++) {
      sum += Losses.brier(table.ranking().sorted()[rank], table.boughtIn(rank, rank + 1) > 0);
    }
    return sum / table.rows();
  }

  /** Score of the best rising function: within each pool its share of buyers. */
  private static double recalibrated(ThresholdTable table) {
    int[] ends = new int[table.rows()];
    int pools = 0;
    for (int from = 0, to; from < table.rows(); from = to) {
      to = table.ranking().runEnd(from);
      ends[pools++] = to;
      while (pools > 1 && share(table, ends, pools - 2) >= share(table, ends, pools - 1)) {
        ends[pools - 2] = ends[pools - 1];
        pools--;
      }
    }
    double sum = 0;
    for (int pool = 0; pool < pools; pool++) {
      double share = share(table, ends, pool);
      sum += share * (1 - share) * (ends[pool] - start(ends, pool));
    }
    return sum / table.rows();
  }

  private static double share(ThresholdTable table, int[] ends, int pool) {
    int from = start(ends, pool);
    return (double) table.boughtIn(from, ends[pool]) / (ends[pool] - from);
  }

  private static int start(int[] ends, int pool) {
    return pool == 0 ? 0 : ends[pool - 1];
  }
}
