package org.tiersmith.training;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.tiersmith.encoder.BaseEncoder;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.Tokeniser;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.Examples;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/** Fine-tunes a base encoder on exposures. */
public final class FineTuner {
  /** Same values on every Java, unlike the default generator's, which may change. */
  static final String RANDOM = "L64X128MixRandom";

  /**
   * The head alone learns from so many times the examples that the encoder does: it takes each text
   * once, and forward only.
   */
  private static final long HEAD_EXAMPLES = 5;

  private final EncoderCatalogue catalogue;

  public FineTuner(EncoderCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Refuses what no training can be started with, before anything is prepared for it.
   *
   * @throws org.tiersmith.model.Problem when the encoder or the device can't be used
   */
  public void check(TrainingSettings settings) throws IOException {
    catalogue.load(settings.encoder());
    TorchRuntime.start(settings.device());
  }

  /**
   * Trains, keeping the best epoch's weights, and measures them on the test split. The same
   * examples, settings and device description give the same weights, bit for bit on a CPU.
   *
   * @param runDir existing folder for {@code weights.safetensors}
   * @throws org.tiersmith.task.CancelledException when stopped; what {@code listener} was told to
   *     keep stays valid
   * @throws org.tiersmith.model.Problem when the examples, the settings or the device do not allow
   *     it
   */
  public TrainingOutcome train(
      Examples examples,
      TrainingSettings settings,
      RunListener listener,
      Path runDir,
      JobContext context)
      throws IOException {
    context.progress(-1, Text.of("training.preparing", "Preparing the texts"));
    SplitRows rows = SplitRows.of(examples, settings.maxExamples(), settings.seed());
    TorchRuntime runtime = TorchRuntime.start(settings.device());
    BaseEncoder base = catalogue.load(settings.encoder());
    context.checkCancelled();
    NumberScaling scaling = NumberScaling.fit(examples.features(), rows.train());
    int maxLength = Math.min(settings.maxLength(), base.config().positions());
    try (Tokeniser tokeniser = catalogue.tokeniser(settings.encoder())) {
      PairInputs inputs = PairInputs.of(tokeniser, examples.features(), scaling, maxLength);
      Sequences sequences =
          new Sequences(
              tokeniser.start(), tokeniser.separator(), maxLength, base.config().pooling(), null);
      Vocabulary vocabulary = Vocabulary.of(sequences, inputs);
      BatchInputs batches =
          new BatchInputs(settings.form(), sequences.withRows(vocabulary.rows()), inputs);
      RandomGenerator random = RandomGeneratorFactory.of(RANDOM).create(settings.seed());
      ModelShape shape =
          new ModelShape(ModelShape.Base.ENCODER, base.config(), settings.form(), scaling.width());
      Map<String, Tensor> start = start(shape, base, vocabulary, examples, rows, random);
      if (settings.tuning().headEpochs() > 0) {
        HeadStage stage = new HeadStage(runtime, shape, batches, settings);
        int most = (int) Math.min(Integer.MAX_VALUE, HEAD_EXAMPLES * settings.maxExamples());
        SplitRows more = SplitRows.of(examples, most, settings.seed());
        start.putAll(stage.train(examples, more, start, random, context.part(0, 0.3)));
      }
      int longestRun = settings.batch() * Sequences.padded(maxLength) * base.config().hidden();
      TrainedModel untrained =
          new TrainedModel(
              settings.encoder(),
              settings.form(),
              maxLength,
              base.config(),
              scaling,
              Calibration.NONE,
              base.weights());
      try (Learner learner = new Learner(runtime, shape, settings, start, longestRun, random)) {
        Run run =
            new Run(examples, rows, batches, vocabulary, untrained, learner, settings, listener);
        Run.Result result =
            run.train(runDir.resolve("weights.safetensors"), context.part(0.3, 0.95));
        return outcome(result, examples, rows, runtime, settings, context.part(0.95, 1));
      }
    }
  }

  private static Map<String, Tensor> start(
      ModelShape shape,
      BaseEncoder base,
      Vocabulary vocabulary,
      Examples examples,
      SplitRows rows,
      RandomGenerator random) {
    Map<String, Tensor> start = new LinkedHashMap<>(base.weights());
    start.compute(Vocabulary.WEIGHT, (_, words) -> vocabulary.small(requireNonNull(words)));
    start.putAll(HeadStart.of(shape, meanResponse(examples, rows.train()), random));
    return start;
  }

  /** One p0 and one k for all training examples. */
  static PlattCalibration meanResponse(Examples examples, int[] rows) {
    float[] k = new float[rows.length];
    Arrays.fill(k, 1);
    return HazardFit.of(Answers.of(new float[][] {new float[rows.length], k}, examples, rows), 1);
  }

  /** Measures what was written, by the way that scoring takes. */
  private TrainingOutcome outcome(
      Run.Result result,
      Examples examples,
      SplitRows rows,
      TorchRuntime runtime,
      TrainingSettings settings,
      JobContext context)
      throws IOException {
    try (ModelRunner runner = ModelRunner.open(result.weights(), catalogue, runtime)) {
      float[][] raw = runner.raw(examples.features(), rows.test(), context);
      Answers answers = Answers.of(raw, examples, rows.test());
      TestMetrics test =
          Metrics.of(
              answers.probabilities(runner.calibration()), answers.bought(), result.threshold());
      return new TrainingOutcome(
          result.weights(),
          test,
          runtime.describe(),
          result.epochsDone(),
          result.bestEpoch(),
          result.validationLoss(),
          result.examplesPerSecond(),
          settings.asMap(),
          TorchRuntime.versions());
    }
  }
}
