package org.tiersmith.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.TorchProgram;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Examples;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * Trains the head alone on the vectors that the base encoder makes, before both train together:
 * each text is encoded once, so many epochs cost seconds, and a head that already makes sense does
 * not distort the encoder (Kumar et al., "Fine-Tuning can Distort Pretrained Features", 2022).
 *
 * @param runtime where to run
 * @param shape of the whole model
 * @param batches makes its inputs
 * @param settings rates and epochs
 */
record HeadStage(
    TorchRuntime runtime, ModelShape shape, BatchInputs batches, TrainingSettings settings) {
  private static final int BATCH = 256;

  /** Head weights after training; {@code start} holds the encoder's and the head's first ones. */
  Map<String, Tensor> train(
      Examples examples,
      int[] rows,
      Map<String, Tensor> start,
      RandomGenerator random,
      JobContext context)
      throws IOException {
    PairVectors vectors = encode(rows, start, context.part(0, 0.6));
    int longestRun = BATCH * ModelShape.WIDTH;
    ModelShape head = shape.on(ModelShape.Base.VECTORS);
    Random order = new Random(settings.seed());
    try (Learner learner = new Learner(runtime, head, settings, start, longestRun, random)) {
      List<Integer> shuffled = Arrays.stream(rows).boxed().collect(Collectors.toList());
      int perEpoch = (rows.length + BATCH - 1) / BATCH;
      int steps = perEpoch * settings.tuning().headEpochs();
      Schedule schedule = new Schedule(steps, settings.tuning().warmup());
      for (int step = 0; step < steps; step++) {
        context.checkCancelled();
        int from = step % perEpoch * BATCH;
        if (from == 0) {
          Collections.shuffle(shuffled, order);
        }
        int[] batch =
            shuffled.subList(from, Math.min(rows.length, from + BATCH)).stream()
                .mapToInt(Integer::intValue)
                .toArray();
        learner.step(manager -> vectors.inputs(manager, batch, examples), schedule.share(step));
        context.progress(
            0.6 + 0.4 * (step + 1) / steps, Text.of("training.head", "Training the head"));
      }
      return learner.snapshot();
    }
  }

  private PairVectors encode(int[] rows, Map<String, Tensor> start, JobContext context)
      throws IOException {
    ModelShape towers =
        new ModelShape(
            ModelShape.Base.ENCODER, shape.encoder(), EncoderForm.TWO_TOWER, shape.numbers());
    try (TorchProgram program = new TorchProgram(runtime, towers.script(runtime.bfloat16()))) {
      List<NDArray> weights = new ArrayList<>();
      for (String name : towers.names()) {
        weights.add(TorchProgram.array(program.manager(), requireNonNull(start.get(name), name)));
      }
      return new Predictor(program, weights, batches).vectors(rows, context);
    }
  }
}
