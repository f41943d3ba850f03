package org.tiersmith.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tiersmith.model.Text;
import org.tiersmith.service.RunEstimate;
import org.tiersmith.service.TrainingUseCase;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.TrainingSettings;

/** Says how long runs will take. */
final class RunForecast {
  private static final long MINUTE = 60;
  private static final long HOUR = 3600;

  private RunForecast() {}

  /**
   * For example {@code About 17 minutes for 21,000 examples in 2 epochs}; empty where the pace
   * can't be known.
   */
  static Optional<Text> of(TrainingUseCase training, List<TrainingSettings> all, JobContext context)
      throws IOException {
    List<RunEstimate> each = training.estimates(all, context);
    double seconds = each.stream().mapToDouble(RunEstimate::seconds).sum();
    if (Double.isNaN(seconds)) {
      return Optional.empty();
    }
    return Optional.of(
        all.size() == 1
            ? Text.of(
                "progress.estimate",
                "About {0} for {1} in {2}",
                time(seconds),
                Counts.of(each.getFirst().examples(), "example"),
                Counts.of(all.getFirst().epochs(), "epoch"))
            : Text.of(
                "progress.estimate-all",
                "About {0} for {1}",
                time(seconds),
                Counts.of(all.size(), "run")));
  }

  /** A time in the largest units that matter. */
  static String time(double seconds) {
    long whole = Math.max(1, Math.round(seconds));
    if (whole < 2 * MINUTE) {
      return Counts.of(whole, "second");
    }
    long minutes = Math.round(whole / (double) MINUTE);
    return minutes < HOUR / MINUTE
        ? Counts.of(minutes, "minute")
        : Counts.of(minutes / MINUTE, "hour") + " " + Counts.of(minutes % MINUTE, "minute");
  }
}
