package org.tiersmith.training;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.tiersmith.training.metrics.ReliabilityBin;

/**
 * How well probabilities fit examples that took no part in training. What is boxed is NaN where it
 * was not measured: runs of the first version did not.
 *
 * @param rows examples measured
 * @param auc area under the ROC curve, ties counted half; NaN if all bought or none did
 * @param logLoss mean negative log likelihood, in nats
 * @param accuracy share decided rightly at probability 0.5
 * @param f1 F1 score at {@code threshold}
 * @param ece expected calibration error over bins of equal mass
 * @param reliability those bins, by predicted probability
 * @param prAuc average precision; NaN if none bought
 * @param brier mean squared distance of probability and outcome
 * @param precision at {@code threshold}; NaN if none was expected to buy
 * @param recall at {@code threshold}; NaN if none bought
 * @param threshold the probability whose F1 score was best on the validation examples
 */
public record TestMetrics(
    long rows,
    double auc,
    double logLoss,
    double accuracy,
    double f1,
    double ece,
    List<ReliabilityBin> reliability,
    Double prAuc,
    Double brier,
    Double precision,
    Double recall,
    Double threshold) {

  public TestMetrics {
    reliability = List.copyOf(reliability);
    prAuc = requireNonNullElse(prAuc, Double.NaN);
    brier = requireNonNullElse(brier, Double.NaN);
    precision = requireNonNullElse(precision, Double.NaN);
    recall = requireNonNullElse(recall, Double.NaN);
    threshold = requireNonNullElse(threshold, Double.NaN);
  }
}
