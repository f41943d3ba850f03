package org.tiersmith.ui.model;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.project.MetricPoint;
import org.tiersmith.project.RunState;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.RunView;
import org.tiersmith.service.ScoreView;
import org.tiersmith.strategy.ProbabilityHistogram;
import org.tiersmith.task.Lane;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Loading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.TaskItem;
import org.tiersmith.ui.kit.Tasks;

/** State and commands of the model screen. On the FX thread. */
final class ModelViewModel {
  /**
   * The scored pairs in summary.
   *
   * @param scores which run scored them
   * @param segments how their probabilities are spread
   */
  record Scored(ScoreView scores, List<ProbabilityHistogram> segments) {}

  private record Runs(boolean hasData, List<RunView> runs) {}

  static final int BINS = 60;
  private static final Text LOAD = Text.of("ui.model.load", "Reading the runs");
  private static final Text POINTS = Text.of("ui.model.points", "Reading a run's curve");
  private static final Text SPREAD = Text.of("ui.model.spread", "Reading the scored pairs");
  private static final Text PAIR = Text.of("ui.model.pair", "Reading a pair");

  private final ModelDesk desk;
  private final Tasks tasks;
  private final Notices notices;
  private final Runnable stopListening;
  private final Loading<Runs> loading;
  private final LatestReading<Optional<Scored>> spread;
  private final LatestReading<PairReading> pairs;
  private final ObservableList<RunView> runs = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable RunView> selected =
      new SimpleObjectProperty<>(this, "selected");
  private final ReadOnlyObjectWrapper<List<MetricPoint>> points =
      new ReadOnlyObjectWrapper<>(this, "points", List.of());
  private final ReadOnlyObjectWrapper<@Nullable Scored> scored =
      new ReadOnlyObjectWrapper<>(this, "scored");
  private final ReadOnlyObjectWrapper<@Nullable PairReading> pair =
      new ReadOnlyObjectWrapper<>(this, "pair");
  private final ReadOnlyBooleanWrapper trainable = new ReadOnlyBooleanWrapper(this, "trainable");
  private final ReadOnlyBooleanWrapper training = new ReadOnlyBooleanWrapper(this, "training");
  private final ReadOnlyBooleanWrapper cancellable =
      new ReadOnlyBooleanWrapper(this, "cancellable");
  private final ReadOnlyBooleanWrapper scoring = new ReadOnlyBooleanWrapper(this, "scoring");
  private @Nullable TaskItem ownTraining;
  private boolean readingPoints;
  private boolean morePoints;
  private long anyPair;

  ModelViewModel(ModelDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    this.tasks = tasks;
    this.notices = notices;
    loading =
        new Loading<>(
            tasks, notices, LOAD, context -> new Runs(desk.hasData(), desk.runs()), this::show);
    spread = new LatestReading<>(tasks, notices, SPREAD, this::show);
    pairs = new LatestReading<>(tasks, notices, PAIR, pair::set);
    stopListening = desk.listen(change -> tasks.fx().execute(() -> changed(change)));
    selected.subscribe(run -> readPoints());
    loading.load();
    spread();
  }

  ReadOnlyObjectProperty<LoadState> stateProperty() {
    return loading.stateProperty();
  }

  /** All runs, the latest first. */
  ObservableList<RunView> runs() {
    return runs;
  }

  /** The run that figures and charts show. */
  ObjectProperty<@Nullable RunView> selectedProperty() {
    return selected;
  }

  /** The selected run's series so far. */
  ReadOnlyObjectProperty<List<MetricPoint>> pointsProperty() {
    return points.getReadOnlyProperty();
  }

  /** The scored pairs; null before any are. */
  ReadOnlyObjectProperty<@Nullable Scored> scoredProperty() {
    return scored.getReadOnlyProperty();
  }

  /** The pair that is looked at. */
  ReadOnlyObjectProperty<@Nullable PairReading> pairProperty() {
    return pair.getReadOnlyProperty();
  }

  /** Whether there is data that a run could learn from. */
  ReadOnlyBooleanProperty trainableProperty() {
    return trainable.getReadOnlyProperty();
  }

  /** Whether a run is going. */
  ReadOnlyBooleanProperty trainingProperty() {
    return training.getReadOnlyProperty();
  }

  /** Whether the run that is going was started here, so that it can be stopped here. */
  ReadOnlyBooleanProperty cancellableProperty() {
    return cancellable.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty scoringProperty() {
    return scoring.getReadOnlyProperty();
  }

  /** The finished run before the given one; empty when it is the first. */
  Optional<RunView> before(RunView run) {
    return runs.stream()
        .filter(other -> other.id() < run.id() && other.result() != null)
        .findFirst();
  }

  /** Starts a run; its curve appears while it learns. */
  void train(TrainingSettings settings) {
    ownTraining =
        tasks.start(
            Text.of("ui.model.train", "Training {0}", settings.encoder()),
            Lane.HEAVY,
            context -> desk.train(settings, context),
            run -> trained(run.id()),
            thrown -> {
              endTraining();
              notices.problem(thrown);
              loading.load();
            });
    cancellable.set(ownTraining != null && !ended);
    ended = false;
  }

  private boolean ended;

  private void trained(long run) {
    endTraining();
    loading.load();
    notices.done(
        Text.of(
            "ui.model.trained",
            "Run {0} is trained. Score the pairs with it to use it in a strategy.",
            Long.toString(run)));
  }

  private void endTraining() {
    ownTraining = null;
    ended = true;
    cancellable.set(false);
  }

  /** Stops the run that was started here; what it learned so far is kept. */
  void cancel() {
    if (ownTraining != null) {
      ownTraining.cancel();
    }
  }

  /** Scores the usual pairs with the selected run. */
  void score() {
    RunView run = selected.get();
    if (run == null || !run.scorable() || scoring.get()) {
      return;
    }
    scoring.set(true);
    tasks.start(
        Text.of("ui.model.score", "Scoring pairs with run {0}", Long.toString(run.id())),
        Lane.HEAVY,
        context -> desk.score(run, context),
        scores -> {
          scoring.set(false);
          notices.done(
              Text.of(
                  "ui.model.scored",
                  "{0} pairs are scored with run {1}.",
                  scores.pairs(),
                  Long.toString(scores.runId())));
        },
        thrown -> {
          scoring.set(false);
          notices.problem(thrown);
        });
  }

  /** Shows one pair. */
  void showPair(String customer, String product) {
    pairs.ask(context -> desk.pair(customer.strip(), product.strip()));
  }

  /** Shows some pair. */
  void showAnyPair() {
    long seed = ++anyPair;
    pairs.ask(context -> desk.anyPair(seed));
  }

  void close() {
    stopListening.run();
    loading.close();
    spread.forget();
    pairs.forget();
  }

  private void changed(ProjectChange change) {
    switch (change) {
      case DATA_IMPORTED, RUN_ENDED -> loading.load();
      case RUN_STARTED -> {
        selected.set(null);
        loading.load();
      }
      case RUN_POINT -> readPoints();
      case PAIRS_SCORED, SEGMENTATION_CHANGED -> spread();
      case SCENARIOS_CHANGED, PLANS_CHANGED -> {}
    }
  }

  private boolean show(Runs found) {
    RunView before = selected.get();
    runs.setAll(found.runs());
    trainable.set(found.hasData() || !runs.isEmpty());
    training.set(runs.stream().anyMatch(run -> run.state() == RunState.RUNNING));
    selected.set(
        runs.stream()
            .filter(run -> before != null && run.id() == before.id())
            .findFirst()
            .orElse(runs.isEmpty() ? null : runs.getFirst()));
    return !runs.isEmpty();
  }

  /** Reads the selected run's curve; while one reading goes on, any number of calls make one. */
  private void readPoints() {
    RunView run = selected.get();
    if (run == null) {
      points.set(List.of());
      return;
    }
    if (readingPoints) {
      morePoints = true;
      return;
    }
    readingPoints = true;
    tasks.quietly(
        POINTS,
        context -> desk.series(run.id()),
        found -> {
          RunView now = selected.get();
          if (now != null && now.id() == run.id()) {
            points.set(found);
          }
          pointsRead();
        },
        thrown -> {
          notices.problem(thrown);
          pointsRead();
        });
  }

  private void pointsRead() {
    readingPoints = false;
    if (morePoints) {
      morePoints = false;
      readPoints();
    }
  }

  private void spread() {
    spread.ask(
        context -> desk.scores().map(scores -> new Scored(scores, desk.distributions(BINS))));
  }

  private void show(Optional<Scored> found) {
    scored.set(found.orElse(null));
    if (found.isPresent()) {
      showAnyPair();
    }
  }
}
