package org.tiersmith.training;

import java.util.List;

/**
 * How well probabilities fit examples that took no part in training.
 *
 * @param rows examples measured
 * @param auc area under the ROC curve, ties counted half; NaN if all bought or none did
 * @param logLoss mean negative log likelihood, in nats
 * @param accuracy share decided rightly at probability 0.5
 * @param f1 F1 score at the threshold that was best on the validation examples
 * @param ece expected calibration error over bins of equal mass
 * @param reliability those bins, by predicted probability
 */
public record TestMetrics(
    long rows,
    double auc,
    double logLoss,
    double accuracy,
    double f1,
    double ece,
    List<ReliabilityBin> reliability) {

  public TestMetrics {
    reliability = List.copyOf(reliability);
  }
}
