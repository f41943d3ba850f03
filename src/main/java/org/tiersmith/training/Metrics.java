package org.tiersmith.training;

import java.util.List;
import org.tiersmith.training.metrics.Confusion;
import org.tiersmith.training.metrics.Losses;
import org.tiersmith.training.metrics.Reliability;
import org.tiersmith.training.metrics.ReliabilityBin;
import org.tiersmith.training.metrics.ThresholdTable;

/** Measures of probabilities against outcomes. */
final class Metrics {
  /** Whether a purchase is more likely than none. */
  private static final double EVEN = 0.5;

  private Metrics() {}

  static TestMetrics of(double[] p, boolean[] bought, double threshold) {
    ThresholdTable table = ThresholdTable.of(p, bought);
    List<ReliabilityBin> bins = Reliability.bins(table);
    Confusion confusion = table.at(threshold);
    return new TestMetrics(
        p.length,
        table.auc(),
        Losses.log(p, bought),
        table.at(EVEN).accuracy(),
        confusion.f1(),
        Reliability.ece(bins),
        bins,
        table.averagePrecision(),
        Losses.brier(p, bought),
        confusion.precision(),
        confusion.recall(),
        threshold);
  }
}
