package org.tiersmith.ui.model;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.service.RunView;
import org.tiersmith.service.ScoreView;
import org.tiersmith.strategy.ProbabilityHistogram;
import org.tiersmith.task.Lane;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** The scored pairs in summary, and how they are scored. On the FX thread. */
final class ScoresViewModel {
  /**
   * The scored pairs in summary.
   *
   * @param scores which run scored them
   * @param segments how their probabilities are spread
   */
  record Scored(ScoreView scores, List<ProbabilityHistogram> segments) {}

  private static final int BINS = 60;
  private static final Text SPREAD = Text.of("ui.model.spread", "Reading the scored pairs");

  private final ModelDesk desk;
  private final Tasks tasks;
  private final Notices notices;
  private final LatestReading<Optional<Scored>> spread;
  private final ReadOnlyObjectWrapper<@Nullable Scored> scored =
      new ReadOnlyObjectWrapper<>(this, "scored");
  private final ReadOnlyBooleanWrapper scoring = new ReadOnlyBooleanWrapper(this, "scoring");

  ScoresViewModel(ModelDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    this.tasks = tasks;
    this.notices = notices;
    spread = new LatestReading<>(tasks, notices, SPREAD, found -> scored.set(found.orElse(null)));
  }

  /** The scored pairs; null before any are. */
  ReadOnlyObjectProperty<@Nullable Scored> scoredProperty() {
    return scored.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty scoringProperty() {
    return scoring.getReadOnlyProperty();
  }

  /** Reads the scored pairs anew. */
  void refresh() {
    spread.ask(
        context -> desk.scores().map(scores -> new Scored(scores, desk.distributions(BINS))));
  }

  /** Scores the usual pairs with a run. */
  void score(RunView run) {
    if (!run.scorable() || scoring.get()) {
      return;
    }
    scoring.set(true);
    tasks.start(
        Text.of("ui.model.score", "Scoring pairs with run {0}", Long.toString(run.id())),
        Lane.HEAVY,
        context -> desk.score(run, context),
        scores -> {
          scoring.set(false);
          notices.done(done(scores));
        },
        thrown -> {
          scoring.set(false);
          notices.problem(thrown);
        });
  }

  private static Text done(ScoreView scores) {
    String run = Long.toString(scores.runId());
    return scores.resumed() == null
        ? Text.of("ui.model.scored", "{0} pairs are scored with run {1}.", scores.pairs(), run)
        : Text.of(
            "ui.model.scored-on",
            "{0} pairs are scored with run {1}. {2}",
            scores.pairs(),
            run,
            scores.resumed().text());
  }

  void close() {
    spread.forget();
  }
}
