package org.tiersmith.ui.model;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.project.MetricPoint;
import org.tiersmith.service.Name;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.RunEstimate;
import org.tiersmith.service.RunView;
import org.tiersmith.service.ScoreView;
import org.tiersmith.strategy.ProbabilityHistogram;
import org.tiersmith.strategy.Scope;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.TrainingSettings;

/** What the model screen needs of a project; called on background threads. */
interface ModelDesk {

  /** Whether there is data to learn from. */
  boolean hasData();

  /** The base models, with what keeps those from being used that can't be. */
  List<BaseView> bases();

  /** The processors that runs may use. */
  DevicesView devices();

  /** What the screen keeps in the project under a key; empty for nothing. */
  String remembered(String key);

  /** Keeps something under a key. */
  void remember(String key, String value);

  TrainingSettings proposed(EncoderForm form);

  /** Puts runs at the end of the queue. */
  List<RunView> enqueue(List<TrainingSettings> settings) throws IOException;

  /** Trains a run that waits, or goes on with one that has stopped, until it ends or is paused. */
  RunView carryOn(long run, JobContext context) throws IOException;

  /** Asks a run that is going to keep its state and stop. */
  void pause(long run);

  /** Keeps what a person wrote about a run. */
  void note(long run, String text);

  /** Takes a run away; a Problem if something rests on it. */
  void remove(long run);

  /** What each of these runs would take; seconds where a pace must be measured first. */
  List<RunEstimate> estimates(List<TrainingSettings> all, JobContext context) throws IOException;

  /** Steps of the optimiser that a run with these settings takes. */
  long steps(TrainingSettings settings, JobContext context);

  /** All runs, the latest first. */
  List<RunView> runs();

  /** The points of a run's series that belong to later steps than the given one; -1 for all. */
  List<MetricPoint> series(long run, long afterStep);

  /** How good a run's answers on the test examples are; empty if it kept none. */
  Optional<RunQuality> quality(long run, JobContext context) throws IOException;

  ScoreView score(RunView run, JobContext context) throws IOException;

  /** The scores that strategies work with. */
  Optional<ScoreView> scores();

  /** How the scored probabilities are spread, per segment. */
  List<ProbabilityHistogram> distributions(int bins);

  /** One pair by its ids; a Problem when it was not scored. */
  PairReading pair(String customer, String product) throws IOException;

  /** A pair drawn from the scored ones. */
  PairReading anyPair(long seed) throws IOException;

  /** Why a run gives a pair its probability; empty where that can't be told. */
  Optional<PairWhyView> why(long run, String customer, String product, JobContext context)
      throws IOException;

  /** The first ids among the scored pairs that hold a text, with what a person reads. */
  List<Name> names(Scope scope, String text, int most);

  /** Calls the listener on each change of the project, on any thread; run the result to stop. */
  Runnable listen(Consumer<ProjectChange> listener);

  /** The desk of an open project. */
  static ModelDesk of(ProjectSession session) {
    return new SessionDesk(session);
  }
}
