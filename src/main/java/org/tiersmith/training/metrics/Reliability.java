package org.tiersmith.training.metrics;

import java.util.ArrayList;
import java.util.List;

/** How often those of one probability bought, in bins of equal mass. */
public final class Reliability {
  /** With some thousand examples more bins would measure chance. */
  private static final int MOST_BINS = 10;

  /** Fewer examples in a bin would measure chance. */
  private static final int LEAST_IN_BIN = 50;

  private Reliability() {}

  /** Ten bins by rising probability; fewer where there are fewer rows than that. */
  public static List<ReliabilityBin> bins(ThresholdTable table) {
    return bins(table, MOST_BINS);
  }

  /** As many bins as the rows allow without measuring chance. */
  static List<ReliabilityBin> robustBins(ThresholdTable table) {
    return bins(table, Math.clamp(table.rows() / LEAST_IN_BIN, 1, MOST_BINS));
  }

  private static List<ReliabilityBin> bins(ThresholdTable table, int count) {
    List<ReliabilityBin> bins = new ArrayList<>();
    for (int bin = 0; bin < count; bin++) {
      int from = (int) ((long) table.rows() * bin / count);
      int to = (int) ((long) table.rows() * (bin + 1) / count);
      if (to > from) {
        bins.add(bin(table, from, to));
      }
    }
    return bins;
  }

  private static ReliabilityBin bin(ThresholdTable table, int from, int to) {
    double sum = 0;
    for (int rank = from; rank < to; rank++) {
      sum += table.ranking().sorted()[rank];
    }
    double rows = to - from;
    return new ReliabilityBin(sum / rows, table.boughtIn(from, to) / rows, to - from);
  }

  /** Expected calibration error: mean distance of predicted and observed share over the rows. */
  public static double ece(List<ReliabilityBin> bins) {
    double sum = 0;
    double rows = 0;
    for (ReliabilityBin bin : bins) {
      sum += bin.rows() * Math.abs(bin.predicted() - bin.observed());
      rows += bin.rows();
    }
    return sum / rows;
  }
}
