package org.tiersmith.training.metrics;

import java.util.List;
import org.tiersmith.model.Evaluation;

/**
 * What does not depend on a threshold.
 *
 * @param rows examples
 * @param customers with an example
 * @param baseRate share of the examples that ended in a purchase; NaN without rows
 * @param auc area under the ROC curve; NaN without both outcomes
 * @param prAuc average precision; NaN if none bought
 * @param logLoss in nats; NaN without rows
 * @param brier the Brier score in parts
 * @param ece expected calibration error over {@code reliability}
 * @param reliability bins of equal mass
 */
public record EvaluationSummary(
    long rows,
    long customers,
    double baseRate,
    double auc,
    double prAuc,
    double logLoss,
    BrierParts brier,
    double ece,
    List<ReliabilityBin> reliability) {

  public EvaluationSummary {
    reliability = List.copyOf(reliability);
  }

  /**
   * The summary of some examples.
   *
   * @param table of their probabilities and outcomes
   */
  public static EvaluationSummary of(Evaluation examples, ThresholdTable table) {
    List<ReliabilityBin> bins = Reliability.bins(table);
    return new EvaluationSummary(
        table.rows(),
        Clusters.dense(examples.customer(), new int[examples.size()]),
        (double) table.positives() / table.rows(),
        table.auc(),
        table.averagePrecision(),
        Losses.log(examples.p(), examples.purchased()),
        BrierParts.of(table),
        Reliability.ece(bins),
        bins);
  }
}
