package org.tiersmith.training;

import java.util.List;
import org.tiersmith.encoder.LinearLayer;

/**
 * Low-rank adapters (Hu et al., "LoRA: Low-Rank Adaptation of Large Language Models", 2021): the
 * encoder stands still, and next to each chosen linear layer learns a product of two thin matrices.
 *
 * @param rank width of the thin matrices, 0 to 256; 0 for no adapters: the encoder itself learns
 * @param targets the linear layers that have one, each once
 */
public record Adapters(int rank, List<LinearLayer> targets) {
  /** The encoder itself learns. */
  public static final Adapters NONE = new Adapters(0, List.of());

  public Adapters {
    TrainingSettings.require(rank >= 0 && rank <= 256, "adapter-rank", rank, "0 (none) to 256");
    targets = List.copyOf(targets);
    TrainingSettings.require(
        targets.stream().distinct().count() == targets.size() && rank > 0 == !targets.isEmpty(),
        "adapter-targets",
        targets,
        "one or more different layers where there is a rank, none where there is not");
  }

  /** Adapters of a rank beside all linear layers. */
  public static Adapters ofRank(int rank) {
    return rank == 0 ? NONE : new Adapters(rank, List.of(LinearLayer.values()));
  }

  /** Whether there are any. */
  public boolean any() {
    return rank > 0;
  }
}
