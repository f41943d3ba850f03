package org.tiersmith.ui.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tiersmith.encoder.EncoderInfo;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Provenance;
import org.tiersmith.project.MetricPoint;
import org.tiersmith.project.RunState;
import org.tiersmith.service.PairView;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.RunResult;
import org.tiersmith.service.RunView;
import org.tiersmith.service.ScoreView;
import org.tiersmith.strategy.ProbabilityHistogram;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.TestMetrics;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.training.metrics.ReliabilityBin;

/** A desk whose runs are made up and end at once. */
final class FakeModelDesk implements ModelDesk {
  private static final Instant START = Instant.parse("2026-09-01T10:15:00Z");

  private final List<Consumer<ProjectChange>> listeners = new CopyOnWriteArrayList<>();
  private final List<RunView> runs = new ArrayList<>();
  private final List<MetricPoint> points = new ArrayList<>();
  private Optional<ScoreView> scores = Optional.empty();
  private boolean data = true;
  private int seriesReads;

  FakeModelDesk withoutData() {
    data = false;
    return this;
  }

  /** A desk on which work was done: several runs, the last one's pairs scored. */
  FakeModelDesk busy() {
    add(RunState.DONE, TrainingSettings.defaults(EncoderForm.TWO_TOWER), 0.842);
    add(RunState.CANCELLED, TrainingSettings.defaults(EncoderForm.CROSS), Double.NaN);
    add(
        RunState.DONE,
        TrainingSettings.defaults(EncoderForm.TWO_TOWER).withEncoder("bge-small-zh-v15"),
        0.858);
    add(RunState.DONE, TrainingSettings.defaults(EncoderForm.CROSS), 0.871);
    curve(600, 2);
    scores = Optional.of(new ScoreView(1, 4, 448_200, START, 61_000, 0, null));
    return this;
  }

  RunView add(RunState state, TrainingSettings settings, double auc) {
    long id = runs.size() + 1;
    RunResult result =
        Double.isNaN(auc)
            ? null
            : new RunResult(
                new TestMetrics(
                    4512,
                    auc,
                    1.19 - auc,
                    0.81,
                    auc - 0.26,
                    0.9 - auc,
                    reliability(),
                    auc - 0.2,
                    0.14,
                    auc - 0.3,
                    auc - 0.22,
                    0.31),
                21_480,
                4010,
                4512,
                settings.epochs(),
                settings.epochs(),
                412,
                true,
                List.of(),
                null);
    RunView run =
        new RunView(
            id,
            state,
            settings,
            "cpu, 2 threads, bfloat16",
            START.plusSeconds(3600 * id),
            state == RunState.RUNNING ? null : START.plusSeconds(3600 * id + 400),
            result,
            result != null,
            new Provenance(
                "training", "3f9a".repeat(16), Map.of(), settings.seed(), Map.of(), "cpu", START),
            "",
            false,
            false);
    runs.addFirst(run);
    return run;
  }

  /** A curve of so many steps, with validation at each epoch's end. */
  void curve(int steps, int epochs) {
    points.clear();
    Random random = new Random(3);
    for (int step = 5; step <= steps; step += 5) {
      double loss = 0.3 + 0.39 * Math.exp(-step / 130.0) + 0.03 * random.nextGaussian();
      points.add(new MetricPoint("train.loss", step, loss));
    }
    for (int epoch = 1; epoch <= epochs; epoch++) {
      long step = (long) steps * epoch / epochs;
      points.add(new MetricPoint("validation.loss", step, 0.33 + 0.03 / epoch));
      points.add(new MetricPoint("validation.auc", step, 0.83 + 0.015 * epoch));
    }
  }

  private static List<ReliabilityBin> reliability() {
    return IntStream.range(0, 10)
        .mapToObj(
            i -> {
              double p = 0.03 + 0.07 * i;
              return new ReliabilityBin(p, p + 0.015 * Math.sin(3 * i), 900 - 80 * i);
            })
        .toList();
  }

  void publish(ProjectChange change) {
    listeners.forEach(listener -> listener.accept(change));
  }

  int seriesReads() {
    return seriesReads;
  }

  @Override
  public boolean hasData() {
    return data;
  }

  @Override
  public List<EncoderInfo> encoders() {
    return List.of(
        new EncoderInfo("all-minilm-l6-v2", "MiniLM L6", "en", "Apache-2.0", null),
        new EncoderInfo("bge-small-zh-v15", "BGE small", "zh", "MIT", null));
  }

  @Override
  public TrainingSettings proposed(EncoderForm form) {
    return TrainingSettings.defaults(form).withRun(DeviceChoice.AUTO, 17);
  }

  @Override
  public RunView train(TrainingSettings settings, JobContext context) {
    context.checkCancelled();
    RunView run = add(RunState.DONE, settings, 0.88);
    publish(ProjectChange.RUN_STARTED);
    publish(ProjectChange.RUN_POINT);
    publish(ProjectChange.RUN_ENDED);
    return run;
  }

  @Override
  public List<RunView> runs() {
    return List.copyOf(runs);
  }

  @Override
  public List<MetricPoint> series(long run) {
    seriesReads++;
    return List.copyOf(points);
  }

  @Override
  public ScoreView score(RunView run, JobContext context) {
    ScoreView made = new ScoreView(2, run.id(), 1000, START, 50_000, 0, null);
    scores = Optional.of(made);
    publish(ProjectChange.PAIRS_SCORED);
    return made;
  }

  @Override
  public Optional<ScoreView> scores() {
    return scores;
  }

  @Override
  public List<ProbabilityHistogram> distributions(int bins) {
    double[] medians = {0.42, 0.33, 0.21, 0.19, 0.14};
    String[] names = {"Champions", "Loyal", "New", "At risk", "Price hunters"};
    double[] edges = IntStream.rangeClosed(0, bins).mapToDouble(b -> 0.75 * b / bins).toArray();
    return IntStream.range(0, names.length)
        .mapToObj(
            s -> {
              double m = medians[s];
              double wide = 0.05 + 0.15 * m;
              long[] counts =
                  IntStream.range(0, bins)
                      .mapToLong(
                          b -> Math.round(4000 * Math.exp(-Math.pow((edges[b] - m) / wide, 2))))
                      .toArray();
              double[] quantiles = {m - 0.1, m - 0.05, m, m + 0.05, m + 0.1};
              return new ProbabilityHistogram(names[s], edges, counts, m, quantiles);
            })
        .toList();
  }

  @Override
  public PairReading pair(String customer, String product) {
    if (!customer.startsWith("C-")) {
      throw Problem.of("ui.model.no-pair", "{0} with {1} is unknown.", customer, product);
    }
    return new PairReading(
        new PairView(
            customer,
            product,
            "loyal member, 35-44, London. bought: French press, hand grinder, linen towel."
                + " searched: gooseneck kettle. last review: tea arrived fresh, will order again",
            "陶瓷手冲咖啡壶 600 ml. kitchen, coffee and tea. hand-glazed, gift box",
            List.of(
                new PairView.Number("days_since_last_purchase", 34),
                new PairView.Number("purchases_90_days", 4),
                new PairView.Number("price_against_category", 1.22),
                new PairView.Number("season_sin", -0.41))),
        0.182,
        2.6,
        168);
  }

  @Override
  public PairReading anyPair(long seed) {
    return pair("C-%05d".formatted(417 + seed), "P-12");
  }

  @Override
  public Runnable listen(Consumer<ProjectChange> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
