package org.tiersmith.training;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tiersmith.encoder.BertLayout;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.Examples;
import org.tiersmith.task.JobContext;

/**
 * The weights that a run begins with: the base encoder's, fresh adapters, and a head that has
 * learned alone where the settings want that.
 */
record RunStart(
    TorchRuntime runtime, ModelShape shape, Run.Ground ground, TrainingSettings settings) {
  /**
   * The head alone learns from so many times the examples that the encoder does: it takes each text
   * once, and forward only.
   */
  static final long HEAD_EXAMPLES = 5;

  Map<String, Tensor> weights(JobContext context) throws IOException {
    Examples examples = ground.data().examples();
    RandomGenerator random = Randoms.of(settings.seed(), Randoms.Purpose.HEAD_START, 0);
    Map<String, Tensor> start = new LinkedHashMap<>(ground.untrained().weights());
    start.compute(
        Vocabulary.WEIGHT, (_, words) -> ground.vocabulary().small(requireNonNull(words)));
    PlattCalibration mean = FineTuner.meanResponse(examples, ground.data().rows().train());
    start.putAll(HeadStart.of(shape, mean, random));
    adapters(start, random);
    if (settings.tuning().headEpochs() > 0) {
      int most = (int) Math.min(Integer.MAX_VALUE, HEAD_EXAMPLES * settings.maxExamples());
      SplitRows more = SplitRows.of(examples, most, settings.seed());
      start.putAll(
          new HeadStage(runtime, shape, ground.batches(), settings)
              .train(new LearningData(examples, more), start, context));
    }
    return start;
  }

  /** The first matrix random, the second nothing, so that the encoder begins as it was. */
  private void adapters(Map<String, Tensor> start, RandomGenerator random) {
    int rank = settings.adapters().rank();
    for (String name : BertLayout.adapters(shape.layers(), settings.adapters().targets())) {
      String linear = name.replaceFirst("\\.lora_[AB]\\.weight$", ".weight");
      int[] extents = requireNonNull(start.get(linear), linear).shape();
      if (name.endsWith(".lora_A.weight")) {
        float[] down = new float[rank * extents[1]];
        for (int i = 0; i < down.length; i++) {
          down[i] = (float) (random.nextGaussian() / Math.sqrt(extents[1]));
        }
        start.put(name, new Tensor(new int[] {rank, extents[1]}, down));
      } else {
        start.put(name, new Tensor(new int[] {extents[0], rank}, new float[extents[0] * rank]));
      }
    }
  }
}
