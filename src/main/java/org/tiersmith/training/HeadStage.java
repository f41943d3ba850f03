package org.tiersmith.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tiersmith.encoder.BertLayout;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.TorchProgram;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.EncoderForm;
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
  private static final double RATE = 1e-3;
  private static final double DECAY = 0.5;

  /** A head on vectors that stand still learns them by heart unless much is dropped. */
  private static final double DROPOUT = 0.3;

  /** The two sides of a two-tower have a hidden layer each: more to learn by heart. */
  private static final double TOWERS_DROPOUT = 0.5;

  /** The head's best weights; {@code start} holds the encoder's and the head's first ones. */
  Map<String, Tensor> train(LearningData data, Map<String, Tensor> start, JobContext context)
      throws IOException {
    PairVectors vectors = encode(data.rows(), start, context.part(0, 0.7));
    ModelShape head = shape.on(ModelShape.Base.VECTORS);
    int longestRun = HeadLoop.BATCH * Math.max(ModelShape.WIDTH, shape.encoder().hidden());
    try (Learner learner =
        new Learner(
            runtime,
            head,
            headSettings(),
            Weighting.of(settings.objective(), data.shareBought()),
            start,
            0,
            longestRun)) {
      return new HeadLoop(
              learner,
              (manager, pairs) -> vectors.inputs(manager, pairs, data.examples()),
              data,
              settings.tuning().headEpochs(),
              settings.seed())
          .best(context.part(0.7, 1));
    }
  }

  private TrainingSettings headSettings() {
    Tuning tuning = settings.tuning();
    return settings
        .change()
        .adapters(Adapters.NONE)
        .tuning(
            new Tuning(
                RATE,
                tuning.layerDecay(),
                DECAY,
                tuning.warmup(),
                shape.towers() ? TOWERS_DROPOUT : DROPOUT,
                tuning.patience(),
                0,
                tuning.headEpochs()))
        .build();
  }

  private PairVectors encode(SplitRows rows, Map<String, Tensor> start, JobContext context)
      throws IOException {
    ModelShape towers =
        new ModelShape(
            ModelShape.Base.ENCODER,
            shape.encoder(),
            EncoderForm.TWO_TOWER,
            shape.numbers(),
            Adapters.NONE);
    int[] pairs =
        IntStream.concat(Arrays.stream(rows.train()), Arrays.stream(rows.validation())).toArray();
    try (TorchProgram program = new TorchProgram(runtime, towers.script(runtime.bfloat16()))) {
      List<NDArray> weights = new ArrayList<>();
      for (String name : BertLayout.names(shape.encoder().layers())) {
        weights.add(TorchProgram.array(program.manager(), requireNonNull(start.get(name), name)));
      }
      return new Predictor(Forward.of(program, weights), batches).vectors(pairs, context);
    }
  }
}
