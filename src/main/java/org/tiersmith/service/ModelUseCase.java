package org.tiersmith.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.EvaluationFile;
import org.tiersmith.data.ExampleBuilder;
import org.tiersmith.data.ExampleCount;
import org.tiersmith.data.ExampleSettings;
import org.tiersmith.data.Lookup;
import org.tiersmith.data.ScoredPairsFile;
import org.tiersmith.encoder.DeviceInfo;
import org.tiersmith.encoder.Devices;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.EncoderInfo;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Problem;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.model.Text;
import org.tiersmith.profile.PairRejects;
import org.tiersmith.profile.PairRequest;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.project.ArtifactId;
import org.tiersmith.project.Dataset;
import org.tiersmith.project.MetricPoint;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.project.RowCounts;
import org.tiersmith.project.Run;
import org.tiersmith.project.RunState;
import org.tiersmith.project.ScoreSet;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.FineTuner;
import org.tiersmith.training.Pace;
import org.tiersmith.training.Proposal;
import org.tiersmith.training.TrainingSettings;

/** Trains models on the project's data and scores pairs with them. */
public final class ModelUseCase {
  /** Pairs that a cross-encoder scores unless a file lists others: it takes each pair by itself. */
  private static final int CROSS_PAIRS = 20_000;

  /**
   * Pairs that are scored at most unless a file lists others: what a workstation holds with ease.
   */
  private static final int MOST_PAIRS = 2_000_000;

  private final ProjectFile project;
  private final ImportUseCase data;
  private final EncoderCatalogue catalogue;
  private final TextUseCase texts;
  private final FineTuner tuner;
  private final ProjectEvents events;
  private final PaceBook paces;
  private final Set<Long> pausing = ConcurrentHashMap.newKeySet();
  private final Set<Long> going = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Counted counted;

  /** How many examples some data make. */
  private record Counted(String data, ExampleCount count) {}

  ModelUseCase(
      ProjectFile project,
      ImportUseCase data,
      EncoderCatalogue catalogue,
      TextUseCase texts,
      ProjectEvents events) {
    this.project = project;
    this.data = data;
    this.catalogue = catalogue;
    this.texts = texts;
    this.tuner = new FineTuner(catalogue);
    this.paces = new PaceBook(catalogue);
    this.events = events;
  }

  /** The base encoders at hand. */
  public List<EncoderInfo> encoders() {
    return catalogue.list();
  }

  /** Settings that suit the project's data and this machine. */
  public TrainingSettings proposed(EncoderForm form) {
    return proposed(form, DeviceChoice.AUTO, 0);
  }

  /**
   * Settings that suit the project's data where something is chosen already.
   *
   * @param maxExamples most examples that the encoder trains on; 0 for all
   */
  public TrainingSettings proposed(EncoderForm form, DeviceChoice device, int maxExamples) {
    if (data.current().isEmpty()) {
      return TrainingSettings.defaults(form).withEncoder(proposedEncoder());
    }
    long all = RunEstimate.trainable(count(JobContext.detached()));
    long examples = maxExamples == 0 ? all : Math.min(maxExamples, all);
    return Proposal.of(form, examples, device != DeviceChoice.CPU && usesGpu())
        .withEncoder(proposedEncoder());
  }

  /** The encoder for the language of the project's data. */
  public String proposedEncoder() {
    return catalogue.propose(data.current().map(DatasetView::language).orElse("en")).id();
  }

  private boolean usesGpu() {
    return devices().size() > 1 && deviceNote().isEmpty();
  }

  /** Fine-tunes a model. What it learned up to a cancel or a crash stays in the project. */
  public RunView train(TrainingSettings settings, JobContext context) throws IOException {
    return carryOn(enqueue(List.of(settings)).getFirst().id(), context);
  }

  /** As {@link #enqueue(List, TextTemplates)}, with the project's present templates. */
  public List<RunView> enqueue(List<TrainingSettings> all) throws IOException {
    return enqueue(all, texts.current());
  }

  /**
   * Puts runs at the end of the queue, where they stay until {@link #carryOn}.
   *
   * @param templates of the texts that their models read, then and whenever they score
   * @throws Problem where there is no data, or an encoder or device can't be used; then none is
   *     queued
   */
  public List<RunView> enqueue(List<TrainingSettings> all, TextTemplates templates)
      throws IOException {
    check(all);
    texts.check(templates);
    List<RunView> queued =
        all.stream()
            .map(s -> project.runs().enqueue(TextStore.write(s, templates), s.device().name()))
            .map(this::view)
            .toList();
    events.publish(ProjectChange.RUN_STARTED);
    return queued;
  }

  /**
   * Refuses runs that can't be started.
   *
   * @throws Problem where there is no data, or an encoder or device can't be used
   */
  public void check(List<TrainingSettings> all) throws IOException {
    data.dataset();
    record Ground(String encoder, DeviceChoice device) {}
    Set<Ground> checked = new HashSet<>();
    for (TrainingSettings settings : all) {
      if (checked.add(new Ground(settings.encoder(), settings.device()))) {
        tuner.check(settings);
      }
    }
  }

  /**
   * Trains a run that waits, or goes on with one that stopped, on the calling thread until it ends
   * or is paused.
   *
   * @throws Problem if there is nothing to go on from, or the data are not those it began with
   */
  public RunView carryOn(long id, JobContext context) throws IOException {
    RunView run = run(id);
    if (!run.resumable()) {
      throw Problem.of(
          "model.not-resumable",
          "Run {0} has no state to go on from. Start a new run with its settings.",
          Long.toString(id));
    }
    if (pausing.remove(id)) {
      // Paused while it waited for its turn.
      return run;
    }
    Dataset dataset = data.dataset();
    going.add(id);
    try {
      new TrainingJob(
              project,
              tuner,
              events,
              id,
              run.settings(),
              texts.ofRun(id),
              () -> pausing.contains(id))
          .run(data.tables(), dataset.provenance().inputHash(), context);
    } finally {
      going.remove(id);
      pausing.remove(id);
      events.publish(ProjectChange.RUN_ENDED);
    }
    return run(id);
  }

  /**
   * Asks a run that is going to keep its state after its step, and to stop; one whose turn has not
   * come yet does not begin.
   */
  public void pause(long id) {
    pausing.add(id);
  }

  /** Keeps what a person wrote about a run. */
  public void note(long id, String text) {
    project.runs().note(run(id).id(), text);
    events.publish(ProjectChange.RUN_ENDED);
  }

  /**
   * Takes a run away, with its weights.
   *
   * @throws Problem while it is going, and where pairs are scored with it
   */
  public void remove(long id) {
    RunView run = run(id);
    if (run.state() == RunState.RUNNING) {
      throw Problem.of(
          "model.remove-running", "Run {0} is going. Cancel it first.", Long.toString(id));
    }
    if (project.scores().all().stream().anyMatch(scores -> scores.runId() == id)) {
      throw Problem.of(
          "model.remove-scored",
          "Pairs are scored with run {0}, and strategies may rest on them. It stays.",
          Long.toString(id));
    }
    project.runs().remove(id);
    events.publish(ProjectChange.RUN_ENDED);
  }

  /**
   * What each of some runs would take. Their pace is measured by a few steps (3 s, once for all
   * that are alike), unless a run is going, which would spoil both; then only what was measured
   * before is known.
   */
  public List<RunEstimate> estimates(List<TrainingSettings> all, JobContext context)
      throws IOException {
    ExampleCount count = count(context);
    boolean quiet = runs().stream().noneMatch(run -> run.state() == RunState.RUNNING);
    String hash = data.dataset().provenance().inputHash();
    List<Optional<Pace>> known =
        paces.of(
            all, new PaceBook.Ground(hash, data.tables(), texts.current(), count), quiet, context);
    List<RunEstimate> estimates = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      estimates.add(RunEstimate.of(all.get(i), known.get(i).orElse(null), count));
    }
    return estimates;
  }

  /** Steps of the optimiser that a run with these settings takes if it does not stop early. */
  public long steps(TrainingSettings settings, JobContext context) {
    return RunEstimate.of(settings, null, count(context)).steps();
  }

  private ExampleCount count(JobContext context) {
    String hash = data.dataset().provenance().inputHash();
    Counted known = counted;
    if (known == null || !known.data().equals(hash)) {
      known =
          new Counted(hash, ExampleBuilder.count(data.tables(), ExampleSettings.DEFAULT, context));
      counted = known;
    }
    return known.count();
  }

  /** All runs, the latest first. */
  public List<RunView> runs() {
    return project.runs().all().stream()
        .map(this::view)
        .sorted(Comparator.comparingLong(RunView::id).reversed())
        .toList();
  }

  /** One run; a {@link Problem} if there is none of that id. */
  public RunView run(long id) {
    return project.runs().find(id).map(this::view).orElseThrow(() -> noRun(id));
  }

  private Problem noRun(long id) {
    List<String> ids = project.runs().all().stream().map(run -> Long.toString(run.id())).toList();
    return ids.isEmpty()
        ? noModel()
        : Problem.of(
            "model.no-run",
            "This project has no run {0}. Its runs are: {1}.",
            Long.toString(id),
            String.join(", ", ids));
  }

  /** All points of a run's series so far, by series and step. */
  public List<MetricPoint> series(long run) {
    return series(run, -1);
  }

  /** Those points of a run's series that belong to later steps. */
  public List<MetricPoint> series(long run, long afterStep) {
    return project.runs().metrics(run, afterStep);
  }

  /**
   * The test AUC that the run's numbers reach without any text, to be beaten by much; NaN for a run
   * that was not finished.
   */
  public double numbersOnlyAuc(long run) {
    return series(run).stream()
        .filter(point -> point.series().equals(TrainingJob.NUMBERS_AUC))
        .mapToDouble(MetricPoint::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** The least validation loss of a run so far, calibrated; NaN before there is any. */
  public double validationLoss(long run) {
    return series(run).stream()
        .filter(point -> point.series().equals("validation.loss"))
        .mapToDouble(MetricPoint::value)
        .min()
        .orElse(Double.NaN);
  }

  /**
   * A finished run's model on examples that it did not learn from; seconds for a million of them.
   *
   * @throws Problem if the run has none: it is not finished, or an older version trained it
   */
  public RunEvaluation evaluation(long id, JobContext context) {
    ArtifactId artifact = project.runs().find(id).orElseThrow(() -> noRun(id)).evaluation();
    if (artifact == null) {
      throw Problem.of(
          "model.no-evaluation",
          "Run {0} has no figures by threshold and segment: it is not finished, or an older version"
              + " trained it. Train again with its settings to see them.",
          Long.toString(id));
    }
    return RunEvaluation.of(EvaluationFile.read(project.artifacts().layout(artifact), context));
  }

  /** The run that pairs are scored with unless another is named: the last that can. */
  public Optional<RunView> scorable() {
    return runs().stream().filter(RunView::scorable).findFirst();
  }

  /** The pairs that suit a run's form: all of them, or a sample where that would be too many. */
  public PairRequest usualPairs(RunView run) {
    RowCounts counts = data.dataset().counts();
    int most = run.settings().form() == EncoderForm.TWO_TOWER ? MOST_PAIRS : CROSS_PAIRS;
    return counts.customers() * counts.products() <= most
        ? new PairRequest.All()
        : new PairRequest.Sampled(most, run.settings().seed());
  }

  /**
   * Scores pairs. What was scored up to a cancel or a crash stays in the project, and the next
   * scoring of the same pairs with the same run goes on from it.
   *
   * @param runId the run whose model to use, null for the last one that can
   * @param request the pairs, null for those that suit the run
   */
  public ScoreView score(
      @Nullable Long runId, @Nullable PairRequest request, DeviceChoice device, JobContext context)
      throws IOException {
    RunView run = runId == null ? scorable().orElseThrow(ModelUseCase::noModel) : run(runId);
    ArtifactId weights = weights(run.id());
    PairRequest pairs = request == null ? usualPairs(run) : request;
    return new ScoringJob(project, data, catalogue, events, run, texts.ofRun(run.id()), device)
        .score(weights, pairs, context);
  }

  private ArtifactId weights(long runId) {
    return project
        .runs()
        .find(runId)
        .map(Run::weights)
        .orElseThrow(
            () ->
                scorable().isEmpty()
                    ? noModel()
                    : Problem.of(
                        "model.no-weights",
                        "Run {0} left no model. Choose another run, or train it to its end.",
                        Long.toString(runId)));
  }

  /** The scores that strategies work with. */
  public Optional<ScoreView> latestScore() {
    return project
        .scores()
        .latest()
        .map(scores -> view(scores, Double.NaN, new PairRejects(), null));
  }

  /** The scores that strategies work with; a {@link Problem} before there are any. */
  ScoreSet scores() {
    return project
        .scores()
        .latest()
        .orElseThrow(
            () ->
                Problem.of(
                    "project.no-scores",
                    "No pairs are scored yet. Train a model, then score the pairs."));
  }

  ScoredPairs scoredPairs(ArtifactId pairs) {
    return ScoredPairsFile.read(project.artifacts().layout(pairs));
  }

  /** What the model that scored, else the next one, reads of one pair, as of now. */
  public PairView pair(String customerId, String productId) throws IOException {
    TextTemplates templates =
        project
            .scores()
            .latest()
            .map(scores -> texts.ofRun(scores.runId()))
            .orElseGet(texts::current);
    return PairView.of(data.tables(), templates, customerId, productId);
  }

  /**
   * What each word and number of a pair adds to what a run's model says of it, as of now (some
   * seconds).
   *
   * @throws Problem if the run has no model, the pair is not known, or the data have other numbers
   *     than those that the model was trained with
   */
  public PairWhy why(long runId, String customerId, String productId, JobContext context)
      throws IOException {
    ArtifactId weights = weights(runId);
    return PairWhy.of(
        data.tables(),
        texts.ofRun(runId),
        project.artifacts().layout(weights),
        catalogue,
        DeviceChoice.AUTO,
        customerId,
        productId,
        context);
  }

  /** The processors of this machine. */
  public List<DeviceInfo> devices() {
    return Devices.list();
  }

  /** Why a GPU of this machine is not used; empty where there is none or it is used. */
  public Optional<Text> deviceNote() {
    return TorchRuntime.note();
  }

  /** Title by product id. */
  Map<String, String> productTitles() {
    return Lookup.read(data.table(DataTable.PRODUCTS), "product_id", "title");
  }

  /** Category by product id; products without one are left out. */
  Map<String, String> productCategories() {
    return Lookup.read(data.table(DataTable.PRODUCTS), "product_id", "category");
  }

  static ScoreView view(
      ScoreSet scores,
      double pairsPerSecond,
      PairRejects rejects,
      ScoreView.@Nullable Resumed resumed) {
    return new ScoreView(
        scores.id(),
        scores.runId(),
        scores.pairCount(),
        scores.created(),
        pairsPerSecond,
        rejects.count(),
        rejects.first(),
        resumed);
  }

  private RunView view(Run run) {
    RunState state = state(run);
    return new RunView(
        run.id(),
        state,
        Json.read(run.settings(), TrainingSettings.class),
        run.provenance() == null ? run.device() : run.provenance().device(),
        run.started(),
        run.finished(),
        run.metrics() == null ? null : Json.read(run.metrics(), RunResult.class),
        run.weights() != null && state != RunState.RUNNING,
        run.provenance(),
        run.notes(),
        state == RunState.QUEUED
            || (run.checkpoint() != null && state != RunState.RUNNING && state != RunState.DONE),
        run.evaluation() != null);
  }

  /** A run that nobody trains is not running, whatever a full disk has kept from being noted. */
  private RunState state(Run run) {
    return run.state() == RunState.RUNNING && !going.contains(run.id())
        ? RunState.INTERRUPTED
        : run.state();
  }

  private static Problem noModel() {
    return Problem.of(
        "model.no-model", "There is no trained model in this project yet. Train one first.");
  }
}
