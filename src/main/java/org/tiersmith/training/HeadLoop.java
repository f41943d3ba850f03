package org.tiersmith.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.TorchProgram;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.Randoms.Purpose;
import org.tiersmith.training.metrics.Losses;

/**
 * Trains a head whose inputs are at hand, epoch by epoch, until the validation loss rises.
 *
 * @param learner the head
 * @param inputs makes a batch
 * @param data what to learn from
 * @param epochs most epochs
 * @param seed of the order
 */
record HeadLoop(Learner learner, InputMaker inputs, LearningData data, int epochs, long seed) {
  static final int BATCH = 256;

  /** Pairs that are answered at once. */
  private static final int BLOCK = 8192;

  /** Epochs without a better validation loss before it stops. */
  private static final int PATIENCE = 2;

  /** Makes the inputs of some pairs, with their discounts and outcomes. */
  @FunctionalInterface
  interface InputMaker {
    List<NDArray> of(NDManager manager, int[] pairs);
  }

  /** The weights of the epoch with the least validation loss. */
  Map<String, Tensor> best(JobContext context) {
    RandomGenerator order = Randoms.of(seed, Purpose.HEAD_ORDER, 0);
    List<Integer> shuffled =
        Arrays.stream(data.rows().train()).boxed().collect(Collectors.toList());
    Map<String, Tensor> best = learner.snapshot();
    double least = Double.POSITIVE_INFINITY;
    int bestEpoch = 0;
    for (int epoch = 1; epoch <= epochs && epoch - bestEpoch <= PATIENCE; epoch++) {
      Collections.shuffle(shuffled, order);
      epoch(shuffled, epoch, context);
      context.progress(
          (double) epoch / epochs, Text.of("training.head", "Training the head: epoch {0}", epoch));
      Answers answers = answers(data.rows().validation());
      double loss = Losses.log(answers.probabilities(Calibration.NONE), answers.bought());
      if (loss < least) {
        least = loss;
        best = learner.snapshot();
        bestEpoch = epoch;
      }
    }
    return best;
  }

  private void epoch(List<Integer> shuffled, int epoch, JobContext context) {
    for (int from = 0; from < shuffled.size(); from += BATCH) {
      context.checkCancelled();
      int to = Math.min(shuffled.size(), from + BATCH);
      int[] batch = shuffled.subList(from, to).stream().mapToInt(Integer::intValue).toArray();
      double left = 1 - (epoch - 1 + (double) from / shuffled.size()) / epochs;
      learner.step(List.of(manager -> inputs.of(manager, batch)), batch.length, left);
    }
  }

  /** What the head says of these pairs as it is now. */
  Answers answers(int[] pairs) {
    float[] zk = new float[2 * pairs.length];
    for (int from = 0; from < pairs.length; from += BLOCK) {
      int[] block = Arrays.copyOfRange(pairs, from, Math.min(pairs.length, from + BLOCK));
      float[] answers = forward(block);
      System.arraycopy(answers, 0, zk, 2 * from, answers.length);
    }
    return Answers.of(Answers.columns(zk), data.examples(), pairs);
  }

  private float[] forward(int[] pairs) {
    TorchProgram program = learner.program();
    try (NDManager scope = program.manager().newSubManager()) {
      List<NDArray> undropped = List.of(scope.create(0f));
      List<List<NDArray>> arguments =
          List.of(inputs.of(scope, pairs), learner.weights(), undropped);
      return program.call(scope, false, "forward", arguments).toFloatArray();
    }
  }
}
