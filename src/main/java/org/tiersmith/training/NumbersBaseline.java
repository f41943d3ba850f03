package org.tiersmith.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.tiersmith.encoder.BertConfig;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Examples;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.metrics.ThresholdTable;

/**
 * How far the numbers come without any text: the same head, loss, calibration and measures. A model
 * with text has to beat it by much to be worth its time.
 */
public final class NumbersBaseline {
  private static final int EPOCHS = 20;
  private static final Tuning TUNING = new Tuning(2e-3, 1, 0.01, 0, 0.1, 2, 0, EPOCHS);

  private NumbersBaseline() {}

  /** Trains on the training split and measures on the test split; seconds on a CPU. */
  public static TestMetrics measure(Examples examples, long seed, JobContext context)
      throws IOException {
    LearningData data = new LearningData(examples, SplitRows.of(examples, 0, seed));
    NumberScaling scaling = NumberScaling.fit(examples.features(), data.rows().train());
    BertConfig none = new BertConfig(1, 1, 0, 1, 1, 1, 0, BertConfig.Pooling.MEAN);
    ModelShape shape =
        new ModelShape(
            ModelShape.Base.NUMBERS, none, EncoderForm.CROSS, scaling.columns(), Adapters.NONE);
    Map<String, Tensor> start =
        HeadStart.of(
            shape,
            FineTuner.meanResponse(examples, data.rows().train()),
            Randoms.of(seed, Randoms.Purpose.HEAD_START, 0));
    Stage stage = new Stage(shape, scaling, data, seed);
    return stage.measure(stage.train(start, context));
  }

  /** The head with its surroundings. */
  private record Stage(ModelShape shape, NumberScaling scaling, LearningData data, long seed) {

    Map<String, Tensor> train(Map<String, Tensor> start, JobContext context) throws IOException {
      try (Learner learner = learner(start)) {
        return loop(learner).best(context);
      }
    }

    TestMetrics measure(Map<String, Tensor> best) throws IOException {
      try (Learner learner = learner(best)) {
        Answers validation = loop(learner).answers(data.rows().validation());
        Calibration calibration = HazardFit.of(validation, Run.CALIBRATION_PRIOR);
        double threshold =
            ThresholdTable.of(validation.probabilities(calibration), validation.bought()).bestF1();
        Answers test = loop(learner).answers(data.rows().test());
        return Metrics.of(test.probabilities(calibration), test.bought(), threshold);
      }
    }

    private Learner learner(Map<String, Tensor> weights) throws IOException {
      TrainingSettings settings =
          TrainingSettings.defaults(EncoderForm.CROSS)
              .change()
              .tuning(TUNING)
              .device(DeviceChoice.CPU)
              .seed(seed)
              .build();
      TorchRuntime runtime = TorchRuntime.start(DeviceChoice.CPU);
      int longestRun = HeadLoop.BATCH * ModelShape.WIDTH;
      Weighting even = Weighting.of(settings.objective(), data.shareBought());
      return new Learner(runtime, shape, settings, even, weights, 0, longestRun);
    }

    private HeadLoop loop(Learner learner) {
      return new HeadLoop(learner, this::inputs, data, EPOCHS, seed);
    }

    private List<NDArray> inputs(NDManager manager, int[] pairs) {
      int width = scaling.width();
      float[] numbers = new float[pairs.length * width];
      float[] discount = new float[pairs.length];
      float[] outcomes = new float[pairs.length];
      for (int i = 0; i < pairs.length; i++) {
        scaling.write(data.examples().features(), pairs[i], numbers, i * width);
        discount[i] = data.examples().discount()[pairs[i]];
        outcomes[i] = data.examples().purchased()[pairs[i]] ? 1 : 0;
      }
      return List.of(
          manager.create(numbers, new Shape(pairs.length, width)),
          manager.create(discount),
          manager.create(outcomes));
    }
  }
}
