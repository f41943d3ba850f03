package org.tiersmith.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.encoder.BaseEncoder;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.PieceMarks;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.Tokeniser;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.Examples;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/** Fine-tunes a base encoder on exposures. */
public final class FineTuner {
  private final EncoderCatalogue catalogue;

  public FineTuner(EncoderCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Where a run that stopped goes on.
   *
   * @param state the file that {@link RunListener#checkpoint} was told of last
   * @param weights the file that {@link RunListener#kept} was told of last; null if it was not
   */
  public record Resume(Path state, @Nullable Path weights) {}

  /**
   * Refuses what no training can be started with, before anything is prepared for it.
   *
   * @throws org.tiersmith.model.Problem when the encoder or the device can't be used
   */
  public void check(TrainingSettings settings) throws IOException {
    catalogue.check(settings.encoder(), TorchRuntime.start(settings.device()));
  }

  /**
   * Trains, keeping the best validation's weights, and measures them on the test split. The same
   * examples, settings and device description give the same weights, bit for bit on a CPU, whether
   * the run was interrupted on the way or not.
   *
   * @param runDir existing folder for the run's files
   * @param resume where to go on; null to begin
   * @throws org.tiersmith.task.CancelledException when stopped; what {@code listener} was told to
   *     keep stays valid
   * @throws PausedException when {@code listener} wanted a pause
   * @throws org.tiersmith.model.Problem when the examples, the settings or the device do not allow
   *     it
   */
  public TrainingOutcome train(
      Examples examples,
      TrainingSettings settings,
      RunListener listener,
      Path runDir,
      @Nullable Resume resume,
      JobContext context)
      throws IOException {
    context.progress(-1, Text.of("training.preparing", "Preparing the texts"));
    SplitRows rows = SplitRows.of(examples, settings.maxExamples(), settings.seed());
    String fingerprint = Checkpoint.fingerprint(examples);
    @Nullable Checkpoint before =
        resume == null ? null : Checkpoint.read(resume.state(), fingerprint);
    TorchRuntime runtime = runtime(settings, before);
    BaseEncoder base = catalogue.load(settings.encoder());
    context.checkCancelled();
    try (Tokeniser tokeniser = catalogue.tokeniser(settings.encoder())) {
      LearningData data = new LearningData(examples, rows);
      Run.Ground ground =
          ground(
              data,
              settings,
              runtime,
              base,
              tokeniser,
              fingerprint,
              TrainedModel.hash(base.config(), base.weights()));
      if (before != null) {
        before.check(ground);
      }
      if (resume != null && resume.weights() != null) {
        Files.copy(
            resume.weights(), runDir.resolve(Run.WEIGHTS), StandardCopyOption.REPLACE_EXISTING);
      }
      Map<String, Tensor> start =
          before == null
              ? new RunStart(runtime, ground.untrained().shape(), ground, settings)
                  .weights(context.part(0, 0.3))
              : before.tensors();
      Progressed from = before == null ? Progressed.START : before.progressed();
      Ended end =
          run(ground, runtime, settings, start, from, listener, runDir, context.part(0.3, 0.95));
      return outcome(end, runDir, examples, rows, runtime, settings, context.part(0.95, 1));
    }
  }

  /**
   * What a run with these settings stands on.
   *
   * @param fingerprint of the examples, and {@code baseHash} of the encoder, to be known by; empty
   *     where nothing is kept
   */
  static Run.Ground ground(
      LearningData data,
      TrainingSettings settings,
      TorchRuntime runtime,
      BaseEncoder base,
      Tokeniser tokeniser,
      String fingerprint,
      String baseHash) {
    Examples examples = data.examples();
    NumberScaling scaling = NumberScaling.fit(examples.features(), data.rows().train());
    int maxLength =
        Math.min(settings.maxLength(), Sequences.longestPadded(base.config().positions()));
    PairInputs inputs = PairInputs.of(tokeniser, examples.features(), scaling, maxLength);
    Sequences sequences = Sequences.of(tokeniser, maxLength, base.config().pooling());
    Vocabulary vocabulary = Vocabulary.of(sequences, inputs);
    return new Run.Ground(
        data,
        new BatchInputs(settings.form(), sequences.withRows(vocabulary.rows()), inputs),
        vocabulary,
        marks(settings, tokeniser, examples),
        new TrainedModel(
            settings.encoder(),
            baseHash,
            settings.form(),
            maxLength,
            base.config(),
            scaling,
            Calibration.NONE,
            settings.adapters(),
            base.weights()),
        fingerprint,
        runtime.bfloat16());
  }

  private static PieceMarks marks(
      TrainingSettings settings, Tokeniser tokeniser, Examples examples) {
    if (!settings.augmentation().any()) {
      return PieceMarks.none();
    }
    List<String> texts = new ArrayList<>(examples.features().customers().texts());
    texts.addAll(examples.features().products().texts());
    return tokeniser.marks(texts);
  }

  static TorchRuntime runtime(TrainingSettings settings, @Nullable Checkpoint before) {
    TorchRuntime runtime = TorchRuntime.start(settings.device());
    if (before != null) {
      return runtime.in(before.bfloat16());
    }
    return settings.precision() == Precision.EXACT ? runtime.exact() : runtime;
  }

  /**
   * What a run's loop leaves.
   *
   * @param optimiserBytes that the optimiser holds beside the weights
   */
  private record Ended(Progressed at, long optimiserBytes) {}

  private static Ended run(
      Run.Ground ground,
      TorchRuntime runtime,
      TrainingSettings settings,
      Map<String, Tensor> start,
      Progressed from,
      RunListener listener,
      Path runDir,
      JobContext context)
      throws IOException {
    try (Learner learner = learner(ground, runtime, settings, start, from.step())) {
      return new Ended(
          new Run(ground, learner, settings, listener, runDir, from).train(context),
          learner.optimiserBytes());
    }
  }

  /**
   * The weights that learn.
   *
   * @param steps done before
   */
  static Learner learner(
      Run.Ground ground,
      TorchRuntime runtime,
      TrainingSettings settings,
      Map<String, Tensor> start,
      long steps)
      throws IOException {
    ModelShape shape = ground.untrained().shape();
    int longest = Sequences.padded(ground.untrained().maxLength());
    int pieces = Math.min(PieceBudget.USUAL, settings.batch() * longest);
    int longestRun = Math.max(pieces, longest) * shape.encoder().hidden();
    Weighting weighting = Weighting.of(settings.objective(), ground.data().shareBought());
    return new Learner(runtime, shape, settings, weighting, start, steps, longestRun);
  }

  /** One p0 and one k for all training examples. */
  static PlattCalibration meanResponse(Examples examples, int[] rows) {
    float[] k = new float[rows.length];
    Arrays.fill(k, 1);
    return HazardFit.of(Answers.of(new float[][] {new float[rows.length], k}, examples, rows), 1);
  }

  /** Measures what was written, by the way that scoring takes. */
  private TrainingOutcome outcome(
      Ended ended,
      Path runDir,
      Examples examples,
      SplitRows rows,
      TorchRuntime runtime,
      TrainingSettings settings,
      JobContext context)
      throws IOException {
    Progressed end = ended.at();
    Path weights = runDir.resolve(Run.WEIGHTS);
    try (ModelRunner runner = ModelRunner.open(weights, catalogue, runtime)) {
      int[] held = rows.heldOut();
      float[][] raw = runner.raw(examples.features(), held, context);
      HeldOut heldOut = HeldOut.of(held, raw, runner.calibration(), examples);
      TestMetrics test = heldOut.ofLast(rows.test().length, examples, end.best().threshold());
      return new TrainingOutcome(
          weights,
          test,
          heldOut,
          runtime.describe(),
          // A run that goes on from where it lost patience ends within its epoch.
          Math.min(end.batch() > 0 ? end.epoch() : end.epoch() - 1, settings.epochs()),
          end.best().epoch(),
          end.best().loss(),
          end.speed(),
          ended.optimiserBytes(),
          settings.asMap(),
          TorchRuntime.versions());
    }
  }
}
