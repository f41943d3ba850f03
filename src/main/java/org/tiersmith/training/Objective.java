package org.tiersmith.training;

/**
 * What training minimises: binary cross-entropy, with corrections for data in which purchases are
 * rare or doubtful. They bend the probabilities; the calibration that follows mends them.
 *
 * @param positiveWeight how much more a purchase counts than none, above 0; 1 for alike
 * @param focalGamma examples that are answered well count (1 - p)^gamma only (Lin et al., "Focal
 *     Loss for Dense Object Detection", 2017), 0 to 10; 0 for all alike
 * @param labelSmoothing outcomes are taken as this much less certain, in [0, 0.5)
 */
public record Objective(double positiveWeight, double focalGamma, double labelSmoothing) {
  /** Plain cross-entropy. */
  public static final Objective PLAIN = new Objective(1, 0, 0);

  public Objective {
    TrainingSettings.require(
        positiveWeight > 0 && positiveWeight <= 1000,
        "positive-weight",
        positiveWeight,
        "above 0, at most 1000");
    TrainingSettings.require(
        focalGamma >= 0 && focalGamma <= 10, "focal-gamma", focalGamma, "0 to 10");
    TrainingSettings.require(
        labelSmoothing >= 0 && labelSmoothing < 0.5,
        "label-smoothing",
        labelSmoothing,
        "0 or more, below 0.5");
  }
}
