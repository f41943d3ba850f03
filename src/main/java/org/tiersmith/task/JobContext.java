package org.tiersmith.task;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.tiersmith.model.Text;

/** What a running job may call: tell its progress, and ask whether it should stop. Thread-safe. */
public final class JobContext {
  private final Consumer<Progress> listener;
  private final BooleanSupplier cancelled;

  public JobContext(Consumer<Progress> listener, BooleanSupplier cancelled) {
    this.listener = listener;
    this.cancelled = cancelled;
  }

  /** A context that nobody listens to and nobody cancels. */
  public static JobContext detached() {
    return new JobContext(progress -> {}, () -> false);
  }

  /** Reports progress; cheap, may be called from any thread and as often as wanted. */
  public void progress(double fraction, Text text) {
    listener.accept(new Progress(fraction, text));
  }

  public boolean isCancelled() {
    return cancelled.getAsBoolean();
  }

  /** Throws {@link CancelledException} if the job should stop. */
  public void checkCancelled() {
    if (isCancelled()) {
      throw new CancelledException();
    }
  }

  /** A context of this job that stops for one more reason. */
  public JobContext until(BooleanSupplier stopped) {
    return new JobContext(listener, () -> cancelled.getAsBoolean() || stopped.getAsBoolean());
  }

  /** A context for a part of this job: its fractions 0..1 become {@code from..to} here. */
  public JobContext part(double from, double to) {
    return new JobContext(
        p ->
            listener.accept(
                new Progress(
                    p.fraction() < 0 ? p.fraction() : from + (to - from) * p.fraction(), p.text())),
        cancelled);
  }
}
