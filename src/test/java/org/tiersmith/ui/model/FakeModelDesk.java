package org.tiersmith.ui.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tiersmith.encoder.DeviceInfo;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Provenance;
import org.tiersmith.model.Text;
import org.tiersmith.project.MetricPoint;
import org.tiersmith.project.RunState;
import org.tiersmith.service.Name;
import org.tiersmith.service.PairView;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.RunEstimate;
import org.tiersmith.service.RunResult;
import org.tiersmith.service.RunView;
import org.tiersmith.service.ScoreView;
import org.tiersmith.strategy.ProbabilityHistogram;
import org.tiersmith.strategy.Scope;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.TestMetrics;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.training.metrics.Interval;
import org.tiersmith.training.metrics.Intervals;
import org.tiersmith.training.metrics.ReliabilityBin;

/** A desk whose runs are made up and end at once. */
final class FakeModelDesk implements ModelDesk {
  private static final Instant START = Instant.parse("2026-09-01T10:15:00Z");

  private static final Text WARNING =
      Text.of(
          "fake.leak",
          "The column \"redeemed\" alone tells who bought: it may hold what is known only after the"
              + " purchase. Leave it out and train again.");

  private final List<Consumer<ProjectChange>> listeners = new CopyOnWriteArrayList<>();
  private final List<RunView> runs = new ArrayList<>();
  private final Map<Long, List<MetricPoint>> points = new HashMap<>();
  private final Map<String, String> memory = new HashMap<>();
  private Optional<ScoreView> scores = Optional.empty();
  private boolean data = true;
  private boolean explains;
  private boolean warned;
  private int seriesReads;
  private int pointsRead;
  private final Set<Long> pausing = new HashSet<>();
  private final Set<Long> failing = new HashSet<>();
  private final List<Long> order = new ArrayList<>();

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
    for (long run = 1; run <= 4; run++) {
      curve(run, 600, 2);
    }
    scores = Optional.of(new ScoreView(1, 4, 448_200, START, 61_000, 0, null, null));
    return this;
  }

  /** Of runs that are made from now on the figures are doubtful. */
  FakeModelDesk warning() {
    warned = true;
    return this;
  }

  RunView add(RunState state, TrainingSettings settings, double auc) {
    long id = runs.stream().mapToLong(RunView::id).max().orElse(0) + 1;
    RunView run = made(id, state, settings, auc, id == 1 ? "first try, as proposed" : "");
    runs.addFirst(run);
    return run;
  }

  private RunView made(
      long id, RunState state, TrainingSettings settings, double auc, String notes) {
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
                    0.37),
                21_480,
                4010,
                4512,
                settings.epochs(),
                settings.epochs(),
                412,
                true,
                warned ? List.of(WARNING) : List.of(),
                intervals(auc));
    boolean stopped = state == RunState.PAUSED || state == RunState.INTERRUPTED;
    return new RunView(
        id,
        state,
        settings,
        "cpu, 2 threads, bfloat16",
        START.plusSeconds(3600 * id),
        state == RunState.RUNNING || state == RunState.QUEUED
            ? null
            : START.plusSeconds(3600 * id + 400),
        result,
        result != null,
        new Provenance(
            "training", "3f9a".repeat(16), Map.of(), settings.seed(), Map.of(), "cpu", START),
        notes,
        stopped || state == RunState.QUEUED,
        result != null);
  }

  /** A curve of so many steps for a run, with validation at each epoch's end. */
  void curve(long run, int steps, int epochs) {
    List<MetricPoint> own = new ArrayList<>();
    Random random = new Random(run);
    for (int step = 5; step <= steps; step += 5) {
      double loss =
          0.3
              + 0.02 * (run % 3)
              + 0.39 * Math.exp(-step / (90.0 + 20 * run))
              + 0.03 * random.nextGaussian();
      own.add(new MetricPoint("train.loss", step, loss));
      double warm = Math.min(1, step / (0.1 * steps));
      own.add(new MetricPoint("learning-rate", step, 1e-4 * warm * (1 - step / (double) steps)));
      own.add(new MetricPoint("speed", step, 400 + 20 * random.nextGaussian()));
    }
    for (int half = 1; half <= 2 * epochs; half++) {
      long step = (long) steps * half / (2L * epochs);
      own.add(new MetricPoint("validation.loss", step, 0.33 + 0.01 * (run % 3) + 0.03 / half));
      own.add(new MetricPoint("validation.auc", step, 0.83 + 0.01 * half - 0.004 * run));
    }
    points.put(run, own);
  }

  private static Intervals intervals(double auc) {
    Interval wide = new Interval(0.6, 0.7);
    return new Intervals(
        new Interval(auc - 0.007, auc + 0.007),
        wide,
        new Interval(1.18 - auc, 1.2 - auc),
        wide,
        wide,
        wide,
        wide,
        wide,
        wide,
        900,
        200);
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

  int pointsRead() {
    return pointsRead;
  }

  @Override
  public boolean hasData() {
    return data;
  }

  @Override
  public DevicesView devices() {
    return new DevicesView(
        List.of(
            new DeviceInfo("cpu", "Acme Eight × 8", 32L << 30, true),
            new DeviceInfo("cuda:0", "Acme Ray 9", 16L << 30, true)),
        Text.of("fake.unused", "Acme Ray 9 is not used: its libraries are missing."));
  }

  @Override
  public List<BaseView> bases() {
    return List.of(
        new BaseView("all-minilm-l6-v2", "MiniLM L6", "en", null),
        new BaseView("bge-small-zh-v15", "BGE small", "zh", null),
        new BaseView(
            "my-bert",
            "my-bert",
            "",
            Text.of("fake.pickled", "its weights are pickled; only safetensors are read")));
  }

  @Override
  public String remembered(String key) {
    return memory.getOrDefault(key, "");
  }

  @Override
  public void remember(String key, String value) {
    memory.put(key, value);
  }

  @Override
  public TrainingSettings proposed(EncoderForm form) {
    return TrainingSettings.defaults(form).withRun(DeviceChoice.AUTO, 17);
  }

  @Override
  public List<RunView> enqueue(List<TrainingSettings> settings) {
    List<RunView> queued =
        settings.stream().map(one -> add(RunState.QUEUED, one, Double.NaN)).toList();
    publish(ProjectChange.RUN_STARTED);
    return queued;
  }

  @Override
  public RunView carryOn(long run, JobContext context) {
    context.checkCancelled();
    if (failing.contains(run)) {
      throw Problem.of("fake.broken", "Run {0} can't go on.", Long.toString(run));
    }
    replace(run, RunState.RUNNING, Double.NaN);
    publish(ProjectChange.RUN_STARTED);
    curve(run, 300, 1);
    publish(ProjectChange.RUN_POINT);
    boolean stops = pausing.remove(run);
    RunView done = replace(run, stops ? RunState.PAUSED : RunState.DONE, stops ? Double.NaN : 0.88);
    order.add(run);
    publish(ProjectChange.RUN_ENDED);
    return done;
  }

  /** Puts a run into another state. */
  RunView replace(long id, RunState state, double auc) {
    RunView before = runs.stream().filter(r -> r.id() == id).findFirst().orElseThrow();
    int at = runs.indexOf(before);
    RunView made = made(id, state, before.settings(), auc, before.notes());
    runs.set(at, made);
    return made;
  }

  /** A run that a person asked to pause stops as soon as it goes on. */
  @Override
  public void pause(long run) {
    pausing.add(run);
  }

  void failsOn(long run) {
    failing.add(run);
  }

  /** The runs that were carried on, in that order. */
  List<Long> order() {
    return order;
  }

  @Override
  public void note(long run, String text) {
    RunView before = runs.stream().filter(r -> r.id() == run).findFirst().orElseThrow();
    runs.set(
        runs.indexOf(before),
        made(
            run,
            before.state(),
            before.settings(),
            before.result() == null ? Double.NaN : before.result().test().auc(),
            text));
  }

  @Override
  public void remove(long run) {
    if (scores.filter(score -> score.runId() == run).isPresent()) {
      throw Problem.of("fake.scored", "Pairs are scored with run {0}.", Long.toString(run));
    }
    runs.removeIf(r -> r.id() == run);
  }

  @Override
  public List<RunEstimate> estimates(List<TrainingSettings> all, JobContext context) {
    return all.stream()
        .map(settings -> steps(settings, context))
        .map(steps -> new RunEstimate(21_480, steps, steps * 0.2))
        .toList();
  }

  @Override
  public long steps(TrainingSettings settings, JobContext context) {
    return 600L * settings.epochs();
  }

  @Override
  public Optional<RunQuality> quality(long run, JobContext context) {
    return Optional.of(new FakeQuality(run));
  }

  @Override
  public List<RunView> runs() {
    return List.copyOf(runs);
  }

  @Override
  public List<MetricPoint> series(long run, long afterStep) {
    seriesReads++;
    List<MetricPoint> found =
        points.getOrDefault(run, List.of()).stream()
            .filter(point -> point.step() > afterStep)
            .toList();
    pointsRead += found.size();
    return found;
  }

  @Override
  public ScoreView score(RunView run, JobContext context) {
    ScoreView made = new ScoreView(2, run.id(), 1000, START, 50_000, 0, null, null);
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
                new PairView.Number("recency_log", 3.55),
                new PairView.Number("bought_before_log", 1.386),
                new PairView.Number("price_to_category_log", 0.199),
                new PairView.Number("category_trend", -0.41))),
        0.182,
        2.6,
        168);
  }

  @Override
  public PairReading anyPair(long seed) {
    return pair("C-%05d".formatted(417 + seed), "P-12");
  }

  FakeModelDesk explaining() {
    explains = true;
    return this;
  }

  @Override
  public Optional<PairWhyView> why(long run, String customer, String product, JobContext context) {
    if (!explains) {
      return Optional.empty();
    }
    PairReading reading = pair(customer, product);
    return Optional.of(
        new PairWhyView(
            pieces(reading.view().customerText(), 1),
            pieces(reading.view().productText(), 2),
            reading.view().numbers().stream()
                .map(n -> new PairWhyView.Part(n.name(), n.value(), 0.3 * Math.sin(n.value())))
                .toList(),
            -2.1,
            -1.5));
  }

  private static List<PairWhyView.Piece> pieces(String text, int seed) {
    Random random = new Random(seed);
    return Pattern.compile("\\p{IsHan}{1,2}|[^\\s\\p{IsHan}]+\\s*|\\s+")
        .matcher(text)
        .results()
        .map(match -> new PairWhyView.Piece(match.group(), 0.2 * random.nextGaussian()))
        .toList();
  }

  @Override
  public List<Name> names(Scope scope, String text, int most) {
    return IntStream.range(400, 420)
        .mapToObj(i -> (scope == Scope.CUSTOMER ? "C-00" : "P-") + i)
        .filter(id -> id.contains(text))
        .limit(most)
        .map(id -> new Name(id, id))
        .toList();
  }

  @Override
  public Runnable listen(Consumer<ProjectChange> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
