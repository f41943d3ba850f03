package org.tiersmith.ui.model;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tiersmith.encoder.EncoderInfo;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.project.MetricPoint;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.RunView;
import org.tiersmith.service.ScoreView;
import org.tiersmith.strategy.ProbabilityHistogram;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.TrainingSettings;

/** What the model screen needs of a project; called on background threads. */
interface ModelDesk {

  /** Whether there is data to learn from. */
  boolean hasData();

  List<EncoderInfo> encoders();

  TrainingSettings proposed(EncoderForm form);

  RunView train(TrainingSettings settings, JobContext context) throws IOException;

  /** All runs, the latest first. */
  List<RunView> runs();

  List<MetricPoint> series(long run);

  ScoreView score(RunView run, JobContext context) throws IOException;

  /** The scores that strategies work with. */
  Optional<ScoreView> scores();

  /** How the scored probabilities are spread, per segment. */
  List<ProbabilityHistogram> distributions(int bins);

  /** One pair by its ids; a Problem when it was not scored. */
  PairReading pair(String customer, String product) throws IOException;

  /** A pair drawn from the scored ones. */
  PairReading anyPair(long seed) throws IOException;

  /** Calls the listener on each change of the project, on any thread; run the result to stop. */
  Runnable listen(Consumer<ProjectChange> listener);

  /** The desk of an open project. */
  static ModelDesk of(ProjectSession session) {
    return new SessionDesk(session);
  }
}
