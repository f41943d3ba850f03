package org.tiersmith.bench;

import static java.util.Objects.requireNonNull;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiersmith.encoder.Embedder;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.Tokeniser;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.CandidatePairs;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.PairGrid;
import org.tiersmith.model.Text;
import org.tiersmith.profile.FeatureBuilder;
import org.tiersmith.profile.PairRejects;
import org.tiersmith.profile.PairRequest;
import org.tiersmith.scoring.GridScorer;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.FineTuner;
import org.tiersmith.training.ModelRunner;
import org.tiersmith.training.RowKeeper;
import org.tiersmith.training.RunListener;
import org.tiersmith.training.TowerFactors;
import org.tiersmith.training.TrainingSettings;

/**
 * Scores pairs of the sample shop with a cross-encoder beside ONNX Runtime on the same net and
 * texts, and a large grid with a two-tower model.
 */
final class ScoreBench implements Bench {
  private static final int USUAL_ROWS = 1_500;
  private static final int EXAMPLES = 200;
  private static final int ROUNDS = 3;
  private static final String ENCODER = "all-minilm-l6-v2";
  private static final int GRID_PRODUCTS = 20_000;
  private static final int GRID_CUSTOMERS = 50_000;
  private static final int ALL_CUSTOMERS = 4_000;
  private static final int TOP = 20;
  private static final double MIB = 1 << 20;

  private final EncoderCatalogue catalogue = new EncoderCatalogue(Path.of("models"));

  @Override
  public String name() {
    return "score";
  }

  @Override
  public int usualRows() {
    return USUAL_ROWS;
  }

  @Override
  public BenchResult run(BenchOptions options, JobContext context) throws Exception {
    context.progress(-1, Text.of("progress.bench.shop", "Making the sample shop"));
    try (SampleExamples shop = SampleExamples.of(options.seed(), context.part(0, 0))) {
      Map<String, Number> figures = new LinkedHashMap<>();
      figures.put("rows", options.rows());
      cross(shop, options, figures, context);
      grid(shop, options.seed(), figures, context);
      return new BenchResult(figures, lines(figures));
    }
  }

  private Path train(SampleExamples shop, EncoderForm form, long seed) throws IOException {
    TrainingSettings usual = TrainingSettings.defaults(form);
    return new FineTuner(catalogue)
        .train(
            shop.some(EXAMPLES, EXAMPLES, seed),
            usual.change().sizes(1, 32, usual.maxLength(), 0).seed(seed).build(),
            RunListener.none(),
            Files.createTempDirectory(shop.folder(), "run"),
            null,
            JobContext.detached())
        .weights();
  }

  private void cross(
      SampleExamples shop, BenchOptions options, Map<String, Number> figures, JobContext context)
      throws Exception {
    Path weights = train(shop, EncoderForm.CROSS, options.seed());
    CandidatePairs pairs =
        FeatureBuilder.pairs(
            shop.tables(),
            new PairRequest.Sampled(options.rows(), options.seed()),
            new PairRejects(),
            JobContext.detached());
    int length = TrainingSettings.defaults(EncoderForm.CROSS).maxLength();
    double[] own = new double[ROUNDS];
    double[] plain = new double[ROUNDS];
    double[] small = new double[ROUNDS];
    try (OnnxPeer fp32 = new OnnxPeer(ENCODER + ".onnx");
        OnnxPeer int8 = new OnnxPeer(ENCODER + "-q.onnx");
        Tokeniser tokeniser = catalogue.tokeniser(ENCODER);
        ModelRunner runner =
            ModelRunner.open(weights, catalogue, TorchRuntime.start(DeviceChoice.AUTO))) {
      for (int round = 0; round < ROUNDS; round++) {
        context.checkCancelled();
        own[round] =
            seconds(() -> runner.answer(pairs.features(), RowKeeper.none(), JobContext.detached()));
        plain[round] = seconds(() -> fp32.run(TokenBatch.of(tokeniser, pairs.features(), length)));
        small[round] = seconds(() -> int8.run(TokenBatch.of(tokeniser, pairs.features(), length)));
      }
      errors(fp32, int8, TokenBatch.of(tokeniser, pairs.features(), length), figures);
    }
    double rows = pairs.size();
    figures.put("cross_examples_per_s", rows / median(own));
    figures.put("onnx_fp32_examples_per_s", rows / median(plain));
    figures.put("onnx_int8_examples_per_s", rows / median(small));
    figures.put("times_onnx_fp32", median(plain) / median(own));
    figures.put("times_onnx_int8", median(small) / median(own));
  }

  /** How far each quick way is from ONNX Runtime in float32: one less the cosine, on the mean. */
  private void errors(
      OnnxPeer fp32, OnnxPeer int8, List<TokenBatch> batches, Map<String, Number> figures)
      throws IOException, OrtException {
    TorchRuntime runtime = TorchRuntime.start(DeviceChoice.AUTO);
    double own = 0;
    double small = 0;
    long n = 0;
    try (Embedder embedder = new Embedder(catalogue.load(ENCODER), runtime)) {
      for (TokenBatch batch : batches) {
        float[][] exact = fp32.means(batch);
        float[][] quick = embedder.means(batch.ids(), batch.types(), batch.lengths());
        float[][] quantised = int8.means(batch);
        for (int i = 0; i < exact.length; i++) {
          own += 1 - cosine(exact[i], quick[i]);
          small += 1 - cosine(exact[i], quantised[i]);
          n++;
        }
      }
    }
    figures.put("error", own / n);
    figures.put("onnx_int8_error", small / n);
  }

  private static double cosine(float[] u, float[] v) {
    double both = 0;
    double left = 0;
    double right = 0;
    for (int i = 0; i < u.length; i++) {
      both += (double) u[i] * v[i];
      left += (double) u[i] * u[i];
      right += (double) v[i] * v[i];
    }
    return both / Math.sqrt(left * right);
  }

  private void grid(SampleExamples shop, long seed, Map<String, Number> figures, JobContext context)
      throws Exception {
    Path weights = train(shop, EncoderForm.TWO_TOWER, seed);
    PairGrid grid = FeatureBuilder.grid(shop.tables(), JobContext.detached());
    TowerFactors read =
        new GridScorer(catalogue)
            .read(weights, grid, DeviceChoice.AUTO, RowKeeper.none(), JobContext.detached());
    long[] pairs = {0};
    double[] times = new double[ROUNDS];
    TowerFactors some = enlarged(read, ALL_CUSTOMERS, GRID_PRODUCTS);
    for (int round = 0; round < ROUNDS; round++) {
      context.checkCancelled();
      pairs[0] = 0;
      times[round] =
          seconds(
              () ->
                  GridScorer.score(
                      some,
                      PairGrid.History.none(ALL_CUSTOMERS),
                      0,
                      DeviceChoice.AUTO,
                      block -> pairs[0] += block.size(),
                      JobContext.detached()));
    }
    figures.put("two_tower_pairs_per_s", pairs[0] / median(times));
    TowerFactors all = enlarged(read, GRID_CUSTOMERS, GRID_PRODUCTS);
    HeapPeak heap = new HeapPeak();
    double top =
        seconds(
            () ->
                GridScorer.score(
                    all,
                    PairGrid.History.none(GRID_CUSTOMERS),
                    TOP,
                    DeviceChoice.AUTO,
                    block -> heap.sample(),
                    context));
    figures.put("top_pairs", (long) GRID_CUSTOMERS * GRID_PRODUCTS);
    figures.put("top_s", top);
    figures.put("top_heap_mb", heap.grown() / MIB);
  }

  /** The same shop over and over, until it is large. */
  private static TowerFactors enlarged(TowerFactors read, int customers, int products) {
    return new TowerFactors(
        enlarged(read.customers(), customers),
        enlarged(read.products(), products),
        read.reach(),
        read.shift(),
        enlarged(read.customerVectors(), customers),
        enlarged(read.productVectors(), products),
        new float[0],
        new float[0],
        read.calibration());
  }

  private static Tensor enlarged(Tensor rows, int n) {
    int width = rows.shape()[1];
    int own = rows.shape()[0];
    float[] data = new float[n * width];
    for (int i = 0; i < n; i++) {
      System.arraycopy(rows.data(), i % own * width, data, i * width, width);
    }
    return new Tensor(new int[] {n, width}, data);
  }

  /** Work that is timed. */
  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  private static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static List<String> lines(Map<String, Number> f) {
    return List.of(
        String.format(
            "score: cross-encoder %.0f examples/s; ONNX Runtime %.0f in float32 (%.2f times), %.0f"
                + " in int8 (%.2f times)",
            value(f, "cross_examples_per_s"),
            value(f, "onnx_fp32_examples_per_s"),
            value(f, "times_onnx_fp32"),
            value(f, "onnx_int8_examples_per_s"),
            value(f, "times_onnx_int8")),
        String.format(
            "score: 1 - cosine to ONNX Runtime in float32: %.1e, its int8 %.1e",
            value(f, "error"), value(f, "onnx_int8_error")),
        String.format(
            "score: two-tower %,.0f pairs/s with p0, k and similarity; %,d pairs to the best %d of"
                + " each customer in %.1f s, %.0f MiB of heap",
            value(f, "two_tower_pairs_per_s"),
            (long) value(f, "top_pairs"),
            TOP,
            value(f, "top_s"),
            value(f, "top_heap_mb")));
  }

  private static double value(Map<String, Number> figures, String key) {
    return requireNonNull(figures.get(key), key).doubleValue();
  }
}
