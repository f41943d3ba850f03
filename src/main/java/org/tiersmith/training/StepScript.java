package org.tiersmith.training;

import java.util.Map;
import org.tiersmith.encoder.BertScript;

/** TorchScript source of loss, gradients and optimisers. */
final class StepScript {
  /** Global norm to which gradients are clipped. */
  private static final double CLIP = 1.0;

  private StepScript() {}

  /**
   * Methods {@code gradients}, {@code gather}, {@code clip}, {@code adamw} and {@code sgd}.
   *
   * @param first index of the first weight that learns
   */
  static String of(int first, Objective objective, Weighting weighting) {
    double smoothing = objective.labelSmoothing();
    return BertScript.fill(
        BertScript.read(StepScript.class, "step.torchscript"),
        Map.of(
            "FIRST",
            first,
            "CLIP",
            CLIP,
            "CERTAIN",
            1 - smoothing,
            "DOUBT",
            smoothing / 2,
            "FOCAL",
            flag(objective.focalGamma() > 0),
            "GAMMA",
            objective.focalGamma(),
            "WEIGHTED",
            flag(weighting.bought() != weighting.not()),
            "MORE",
            weighting.bought() - weighting.not(),
            "LESS",
            weighting.not()));
  }

  private static String flag(boolean set) {
    return set ? "True" : "False";
  }
}
