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
 * Fine-tunes a cross-encoder on the sample shop: this engine as it usually runs, with adapters and
 * in exact float32, beside the loop that tutorials write in the same engine, and beside PyTorch in
 * Python where there is one.
 */
final class TrainBench implements Bench {
  private static final int USUAL_ROWS = 2_000;
  private static final int TEST_ROWS = 2_000;
  private static final int SEEDS = 3;
  private static final int PLAIN_LENGTH = 128;
  private static final int PLAIN_STEPS = 6;
  private static final int RANK = 8;

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
      Outcomes plain = new Outcomes();
      Outcomes fast = new Outcomes();
      Outcomes lora = new Outcomes();
      Outcomes exact = new Outcomes();
      // In turns, so that what else the machine does falls on all of them.
      for (int round = 0; round < SEEDS; round++) {
        TrainingSettings seeded = settings.change().seed(options.seed() + round).build();
        JobContext part = context.part((double) round / SEEDS, (round + 1.0) / SEEDS);
        plain.speeds[round] =
            new PlainLoop(examples, seeded, PLAIN_LENGTH).examplesPerSecond(catalogue, PLAIN_STEPS);
        fast.add(round, trained(shop, examples, seeded, part.part(0.1, 0.3)));
        lora.add(round, trained(shop, examples, adapted(seeded), part.part(0.3, 0.55)));
        TrainingSettings precise = seeded.change().precision(Precision.EXACT).build();
        exact.add(round, trained(shop, examples, precise, part.part(0.55, 1)));
      }
      OptionalDouble python = PythonPeer.examplesPerSecond(settings, PLAIN_LENGTH, PLAIN_STEPS);
      return result(
          SampleExamples.count(examples, Split.TRAIN),
          plain,
          python,
          fast,
          exact,
          lora,
          TorchRuntime.start(DeviceChoice.CPU).describe());
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

  private static TrainingSettings adapted(TrainingSettings settings) {
    return settings.change().adapters(Adapters.ofRank(RANK)).build();
  }

  private TrainingOutcome trained(
      SampleExamples shop, Examples examples, TrainingSettings settings, JobContext context)
      throws IOException {
    return new FineTuner(catalogue)
        .train(
            examples,
            settings,
            RunListener.none(),
            Files.createTempDirectory(shop.folder(), "run"),
            null,
            context);
  }

  /** What the rounds came to, each with a seed of its own. */
  private static final class Outcomes {
    private final double[] auc = new double[SEEDS];
    private final double[] speeds = new double[SEEDS];
    private long optimiserBytes;

    void add(int round, TrainingOutcome outcome) {
      auc[round] = outcome.test().auc();
      speeds[round] = outcome.examplesPerSecond();
      optimiserBytes = outcome.optimiserBytes();
    }

    double meanAuc() {
      return Arrays.stream(auc).average().orElse(Double.NaN);
    }

    double speed() {
      return median(speeds);
    }

    /** Median of the rounds' ratios to others' speeds. */
    double times(Outcomes others) {
      double[] times = new double[SEEDS];
      Arrays.setAll(times, round -> speeds[round] / others.speeds[round]);
      return median(times);
    }

    private static double median(double[] values) {
      return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }
  }

  private static BenchResult result(
      int rows,
      Outcomes plain,
      OptionalDouble python,
      Outcomes fast,
      Outcomes exact,
      Outcomes lora,
      String device) {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("rows", rows);
    figures.put("examples_per_s", fast.speed());
    figures.put("exact_examples_per_s", exact.speed());
    figures.put("plain_loop_examples_per_s", plain.speed());
    figures.put("times_plain_loop", fast.times(plain));
    python.ifPresent(speed -> figures.put("python_torch_examples_per_s", speed));
    figures.put("auc_fast", fast.meanAuc());
    figures.put("auc_exact", exact.meanAuc());
    figures.put("auc_lora", lora.meanAuc());
    double share = (double) lora.optimiserBytes / fast.optimiserBytes;
    figures.put("lora_optimiser_share", share);
    figures.put("lora_examples_per_s", lora.speed());
    for (int i = 0; i < SEEDS; i++) {
      figures.put("auc_fast_" + (i + 1), fast.auc[i]);
      figures.put("auc_exact_" + (i + 1), exact.auc[i]);
      figures.put("auc_lora_" + (i + 1), lora.auc[i]);
    }
    return new BenchResult(
        figures,
        List.of(
            String.format(
                "train: %.1f examples/s on %s, %.1f in exact float32; the plain loop %.1f: %.1f"
                    + " times as fast",
                fast.speed(), device, exact.speed(), plain.speed(), fast.times(plain)),
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
                RANK, lora.meanAuc(), lora.speed(), 100 * share)));
  }
}
