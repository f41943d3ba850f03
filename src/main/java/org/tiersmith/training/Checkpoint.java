package org.tiersmith.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.tiersmith.encoder.Safetensors;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.model.Examples;
import org.tiersmith.model.Problem;

/**
 * The state from which a run can go on as if it had never stopped: weights and moments of the
 * optimiser, and how far it has come. Order and dropout follow from the seed and the step ({@link
 * Randoms}), so they need no state.
 *
 * @param progressed how far the run has come
 * @param examples fingerprint of what it learns from
 * @param base hash of the weights that the encoder began with
 * @param bfloat16 how it computes
 * @param tensors the learner's, by name
 */
record Checkpoint(
    Progressed progressed,
    String examples,
    String base,
    boolean bfloat16,
    Map<String, Tensor> tensors) {
  private static final String FORMAT = "tiersmith-checkpoint-1";

  void write(Path file) throws IOException {
    Map<String, String> metadata = new HashMap<>(progressed.asMap());
    metadata.put("format", FORMAT);
    metadata.put("examples", examples);
    metadata.put(TrainedModel.BASE, base);
    metadata.put("bfloat16", Boolean.toString(bfloat16));
    new Safetensors(tensors, metadata).write(file);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param fingerprint of the examples at hand
   * @throws Problem if the file is another's, or its run learned from other examples
   */
  static Checkpoint read(Path file, String fingerprint) throws IOException {
    Safetensors content = Safetensors.read(file);
    Map<String, String> metadata = content.metadata();
    if (!FORMAT.equals(metadata.get("format"))) {
      throw Problem.of(
          "training.other-checkpoint",
          "{0} is no state of a training run. Nothing was changed; start a new run.",
          file.getFileName());
    }
    if (!fingerprint.equals(metadata.get("examples"))) {
      throw Problem.of(
          "training.other-examples",
          "The data have changed since this run began, so it can''t go on. What it learned is"
              + " kept; start a new run on the present data.");
    }
    return new Checkpoint(
        Progressed.of(metadata),
        fingerprint,
        metadata.getOrDefault(TrainedModel.BASE, ""),
        Boolean.parseBoolean(metadata.get("bfloat16")),
        content.tensors());
  }

  /**
   * Refuses a state of another network, or one whose base encoder was exchanged since.
   *
   * @throws Problem if the run can't go on on this ground
   */
  void check(Run.Ground ground) {
    if (!tensors.keySet().containsAll(ground.untrained().shape().names())) {
      throw Problem.of(
          "training.older-checkpoint",
          "This run was begun by an earlier version of this program, whose network was another, so"
              + " it can''t go on. What it learned is kept; start a new run with its settings.");
    }
    if (!base.isEmpty() && !base.equals(ground.untrained().base())) {
      throw Problem.of(
          "training.exchanged-base",
          "The weights of the encoder {0} are others now than when this run began, so it can''t go"
              + " on. What it learned is kept; put the former encoder back, or start a new run.",
          ground.untrained().encoder());
    }
  }

  /** A hash of all that a model reads of examples. */
  static String fingerprint(Examples examples) {
    byte[] bought = new byte[examples.purchased().length];
    for (int i = 0; i < bought.length; i++) {
      bought[i] = examples.purchased()[i] ? (byte) 1 : 0;
    }
    return new Fingerprint()
        .add(examples.features())
        .add(examples.discount())
        .add(examples.split())
        .add(bought)
        .hex();
  }
}
