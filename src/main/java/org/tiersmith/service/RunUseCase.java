package org.tiersmith.service;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tiersmith.data.EvaluationFile;
import org.tiersmith.model.Problem;
import org.tiersmith.project.ArtifactId;
import org.tiersmith.project.MetricPoint;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.project.Run;
import org.tiersmith.project.RunState;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.TrainingSettings;

/** The runs of a project: what became of them, and how good their models are. Thread-safe. */
public final class RunUseCase {
  private final ProjectFile project;
  private final ProjectEvents events;
  private final Set<Long> going = ConcurrentHashMap.newKeySet();

  RunUseCase(ProjectFile project, ProjectEvents events) {
    this.project = project;
    this.events = events;
  }

  /** All runs, the latest first. */
  public List<RunView> all() {
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

  /** A run is trained from now on. */
  void began(long id) {
    going.add(id);
  }

  /** A run is not trained any more. */
  void ended(long id) {
    going.remove(id);
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
    return all().stream().filter(RunView::scorable).findFirst();
  }

  /** The weights that a run left; a {@link Problem} where it left none. */
  ArtifactId weights(long runId) {
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

  RunView view(Run run) {
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

  /** Says that no run has a model. */
  static Problem noModel() {
    return Problem.of(
        "model.no-model", "There is no trained model in this project yet. Train one first.");
  }
}
