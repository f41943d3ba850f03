package org.tiersmith.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tiersmith.data.ExampleCount;
import org.tiersmith.data.ExampleSettings;
import org.tiersmith.training.Pace;
import org.tiersmith.training.TrainingSettings;

/**
 * What a run would take.
 *
 * @param examples that it would learn from in an epoch, about
 * @param steps of the optimiser in all epochs, about
 * @param seconds by the pace of the project's last run of the same form, or by one measured for the
 *     purpose; NaN where neither is known
 */
public record RunEstimate(long examples, long steps, double seconds) {

  /**
   * The estimate for some settings.
   *
   * @param trainable how many training examples there are
   * @param runs of the project, the latest first
   */
  static RunEstimate of(TrainingSettings settings, long trainable, List<RunView> runs) {
    int most = settings.maxExamples();
    long examples = most == 0 ? trainable : Math.min(most, trainable);
    long steps = settings.epochs() * Math.ceilDiv(examples, settings.batch());
    double seconds =
        like(settings, runs)
            .map(run -> seconds(run, examples * settings.epochs()))
            .orElse(Double.NaN);
    return new RunEstimate(examples, steps, seconds);
  }

  /** Whether one of these runs, of the same form and base, tells how long another takes. */
  static boolean isKnown(TrainingSettings settings, List<RunView> runs) {
    return like(settings, runs)
        .filter(run -> run.settings().encoder().equals(settings.encoder()))
        .isPresent();
  }

  /** The same at another pace. */
  RunEstimate at(Pace pace, TrainingSettings settings, ExampleCount count) {
    ExampleSettings usual = ExampleSettings.DEFAULT;
    long all = count.examples();
    long train = Math.round(all * usual.trainShare());
    long validation = Math.round(all * usual.validationShare());
    Pace.Amount amount =
        new Pace.Amount(
            train,
            validation,
            all - train - validation,
            count.customerTexts() + count.productTexts());
    return new RunEstimate(examples, steps, pace.seconds(settings, amount));
  }

  /** The last finished run of the same form, on the same base if there is one. */
  private static Optional<RunView> like(TrainingSettings settings, List<RunView> runs) {
    List<RunView> finished =
        runs.stream()
            .filter(run -> run.result() != null && run.finished() != null)
            .filter(run -> run.settings().form() == settings.form())
            .toList();
    return finished.stream()
        .filter(run -> run.settings().encoder().equals(settings.encoder()))
        .findFirst()
        .or(() -> finished.stream().findFirst());
  }

  /** The steps at that run's pace, and what that run took besides. */
  private static double seconds(RunView run, long examples) {
    RunResult result = run.result();
    Instant finished = run.finished();
    if (result == null || finished == null || !(result.examplesPerSecond() > 0)) {
      return Double.NaN;
    }
    int most = run.settings().maxExamples();
    long learned = most == 0 ? result.trainExamples() : Math.min(most, result.trainExamples());
    double stepping = learned * result.epochsDone() / result.examplesPerSecond();
    double all = Duration.between(run.started(), finished).toMillis() / 1000.0;
    return examples / result.examplesPerSecond() + Math.max(0, all - stepping);
  }
}
