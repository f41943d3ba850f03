package org.tiersmith.ui.model;

import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.project.RunState;
import org.tiersmith.service.RunView;
import org.tiersmith.training.RunListener;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** How far the selected run has come. On the FX thread. */
final class ProgressViewModel {
  /**
   * How far a run has come.
   *
   * @param epoch that is going on, from 1
   * @param steps of the whole run, 0 where not known
   * @param speed examples a second, NaN before it was measured
   * @param secondsLeft NaN where not known
   */
  record Progress(
      long epoch, int epochs, long step, long steps, double speed, double secondsLeft) {}

  private static final Text STEPS = Text.of("ui.model.steps", "Counting a run's steps");
  private static final double NANOS = 1e9;

  private final LatestReading<Long> reading;
  private final ModelDesk desk;
  private final RunsViewModel runs;
  private final CurvesViewModel curves;
  private final LongSupplier clock;
  private final ReadOnlyLongWrapper steps = new ReadOnlyLongWrapper(this, "steps");
  private long counted;
  private long watchedRun;
  private long firstStep;
  private long firstNanos;

  /**
   * @param clock nanoseconds that go by
   */
  ProgressViewModel(
      ModelDesk desk,
      Tasks tasks,
      Notices notices,
      RunsViewModel runs,
      CurvesViewModel curves,
      LongSupplier clock) {
    this.desk = desk;
    this.runs = runs;
    this.curves = curves;
    this.clock = clock;
    reading = new LatestReading<>(tasks, notices, STEPS, steps::set);
    runs.selectedProperty().subscribe(this::selected);
  }

  /** Steps of the whole selected run as planned; 0 where not known. */
  ReadOnlyLongProperty stepsProperty() {
    return steps.getReadOnlyProperty();
  }

  /** The selected run's last step so far. */
  long lastStep() {
    RunView run = runs.selectedProperty().get();
    return run == null ? 0 : curves.curve(run.id()).track(CurveKind.LOSS.steps()).lastStep();
  }

  /** Steps of one epoch of the selected run; 0 where not known. */
  long stepsAnEpoch() {
    RunView run = runs.selectedProperty().get();
    if (run == null) {
      return 0;
    }
    return run.result() != null && run.result().epochsDone() > 0
        ? lastStep() / run.result().epochsDone()
        : planned(run) / run.settings().epochs();
  }

  /** How far the selected run has come; empty while it isn't going. */
  Optional<Progress> now() {
    RunView run = runs.selectedProperty().get();
    if (run == null || run.state() != RunState.RUNNING) {
      return Optional.empty();
    }
    long step = lastStep();
    long each = stepsAnEpoch();
    long epoch = each == 0 ? 1 : Math.min(run.settings().epochs(), step / each + 1);
    return Optional.of(
        new Progress(
            epoch,
            run.settings().epochs(),
            step,
            planned(run),
            curves.curve(run.id()).track(CurveKind.SPEED.steps()).last(),
            secondsLeft(run, step)));
  }

  /** By the pace since this run was first looked at. */
  private double secondsLeft(RunView run, long step) {
    long nanos = clock.getAsLong();
    if (watchedRun != run.id() || step < firstStep || firstStep == 0) {
      watchedRun = run.id();
      firstStep = step;
      firstNanos = nanos;
    }
    double pace = (step - firstStep) / ((nanos - firstNanos) / NANOS);
    long all = planned(run);
    return pace > 0 && all >= step ? (all - step) / pace : Double.NaN;
  }

  /** Steps of the whole run: what it said, or what was reckoned before it did; 0 if unknown. */
  private long planned(RunView run) {
    double said = curves.curve(run.id()).track(RunListener.STEPS).last();
    return Double.isNaN(said) ? steps.get() : (long) said;
  }

  private void selected(@Nullable RunView run) {
    if (run == null || run.id() == counted) {
      return;
    }
    counted = run.id();
    reading.forget();
    steps.set(0);
    if (run.result() == null) {
      reading.ask(context -> desk.steps(run.settings(), context));
    }
  }

  void close() {
    reading.forget();
  }
}
