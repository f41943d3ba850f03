package org.tiersmith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Examples;
import org.tiersmith.model.Split;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.Adapters;
import org.tiersmith.training.FineTuner;
import org.tiersmith.training.PlainLoop;
import org.tiersmith.training.Precision;
import org.tiersmith.training.RunListener;
import org.tiersmith.training.TrainingOutcome;
import org.tiersmith.training.TrainingSettings;

/**
 * Fine-tunes a cross-encoder on the sample shop: this engine as it usually runs and in exact
 * float32, beside the loop that tutorials write in the same engine, and beside PyTorch in Python
 * where there is one.
 */
final class TrainBench implements Bench {
  private static final int USUAL_ROWS = 2_000;
  private static final int TEST_ROWS = 2_000;
  private static final int SEEDS = 3;
  private static final int PLAIN_LENGTH = 128;
  private static final int PLAIN_STEPS = 10;
  private static final int RANK = 8;
  private static final double ADAPTER_RATE = 1e-3;

  private final EncoderCatalogue catalogue = new EncoderCatalogue(Path.of("models"));

  @Override
  public String name() {
    return "train";
  }

  @Override
  public int usualRows() {
    return USUAL_ROWS;
  }

  @Override
  public BenchResult run(BenchOptions options, JobContext context) throws IOException {
    context.progress(-1, Text.of("progress.bench.shop", "Making the sample shop"));
    try (SampleExamples shop = SampleExamples.of(options.seed(), context.part(0, 0))) {
      Examples examples = shop.some(options.rows(), TEST_ROWS, options.seed());
      TrainingSettings settings = settings(options.seed());
      TorchRuntime runtime = TorchRuntime.start(DeviceChoice.CPU);
      double plain =
          new PlainLoop(examples, settings, PLAIN_LENGTH).examplesPerSecond(catalogue, PLAIN_STEPS);
      OptionalDouble python = PythonPeer.examplesPerSecond(settings, PLAIN_LENGTH, PLAIN_STEPS);
      Outcomes fast = outcomes(shop, examples, settings, context.part(0.05, 0.3));
      Outcomes lora = outcomes(shop, examples, adapted(settings), context.part(0.3, 0.55));
      TrainingSettings precise = settings.change().precision(Precision.EXACT).build();
      Outcomes exact = outcomes(shop, examples, precise, context.part(0.55, 1));
      int rows = SampleExamples.count(examples, Split.TRAIN);
      return result(rows, plain, python, fast, exact, lora, runtime.describe());
    }
  }

  private static TrainingSettings settings(long seed) {
    TrainingSettings usual = TrainingSettings.defaults(EncoderForm.CROSS);
    return usual
        .change()
        .sizes(1, usual.batch(), usual.maxLength(), 0)
        .device(DeviceChoice.CPU)
        .seed(seed)
        .build();
  }

  /** Adapters learn from nothing, so they take larger steps than a trained encoder can bear. */
  private static TrainingSettings adapted(TrainingSettings settings) {
    return settings.change().adapters(Adapters.ofRank(RANK)).learningRate(ADAPTER_RATE).build();
  }

  /**
   * What runs with several seeds came to.
   *
   * @param auc on the test examples, per seed
   * @param examplesPerSecond their median
   * @param optimiserBytes what the optimiser held
   */
  private record Outcomes(double[] auc, double examplesPerSecond, long optimiserBytes) {
    double meanAuc() {
      return Arrays.stream(auc).average().orElse(Double.NaN);
    }
  }

  private Outcomes outcomes(
      SampleExamples shop, Examples examples, TrainingSettings settings, JobContext context)
      throws IOException {
    double[] auc = new double[SEEDS];
    double[] speeds = new double[SEEDS];
    long optimiserBytes = 0;
    for (int i = 0; i < SEEDS; i++) {
      TrainingSettings seeded = settings.change().seed(settings.seed() + i).build();
      Path folder = Files.createTempDirectory(shop.folder(), "run");
      TrainingOutcome outcome =
          new FineTuner(catalogue)
              .train(
                  examples,
                  seeded,
                  RunListener.none(),
                  folder,
                  null,
                  context.part((double) i / SEEDS, (i + 1.0) / SEEDS));
      auc[i] = outcome.test().auc();
      speeds[i] = outcome.examplesPerSecond();
      optimiserBytes = outcome.optimiserBytes();
    }
    Arrays.sort(speeds);
    return new Outcomes(auc, speeds[SEEDS / 2], optimiserBytes);
  }

  private static BenchResult result(
      int rows,
      double plain,
      OptionalDouble python,
      Outcomes fast,
      Outcomes exact,
      Outcomes lora,
      String device) {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("rows", rows);
    figures.put("examples_per_s", fast.examplesPerSecond());
    figures.put("exact_examples_per_s", exact.examplesPerSecond());
    figures.put("plain_loop_examples_per_s", plain);
    figures.put("times_plain_loop", fast.examplesPerSecond() / plain);
    python.ifPresent(speed -> figures.put("python_torch_examples_per_s", speed));
    figures.put("auc_fast", fast.meanAuc());
    figures.put("auc_exact", exact.meanAuc());
    figures.put("auc_lora", lora.meanAuc());
    double share = (double) lora.optimiserBytes() / fast.optimiserBytes();
    figures.put("lora_optimiser_share", share);
    figures.put("lora_examples_per_s", lora.examplesPerSecond());
    for (int i = 0; i < SEEDS; i++) {
      figures.put("auc_fast_" + (i + 1), fast.auc()[i]);
      figures.put("auc_exact_" + (i + 1), exact.auc()[i]);
      figures.put("auc_lora_" + (i + 1), lora.auc()[i]);
    }
    return new BenchResult(
        figures,
        List.of(
            String.format(
                "train: %.1f examples/s on %s, %.1f in exact float32; the plain loop %.1f: %.1f"
                    + " times as fast",
                fast.examplesPerSecond(),
                device,
                exact.examplesPerSecond(),
                plain,
                fast.examplesPerSecond() / plain),
            python.isPresent()
                ? String.format(
                    "train: PyTorch in Python, for information: %.1f examples/s",
                    python.getAsDouble())
                : "train: no PyTorch in Python on this machine to set beside it",
            String.format(
                "train: test AUC over %d seeds on %,d examples: %.4f fast, %.4f exact",
                SEEDS, rows, fast.meanAuc(), exact.meanAuc()),
            String.format(
                "train: with adapters of rank %d: test AUC %.4f, %.1f examples/s, %.0f %% of the"
                    + " optimiser's memory",
                RANK, lora.meanAuc(), lora.examplesPerSecond(), 100 * share)));
  }
}
