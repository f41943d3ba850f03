package org.tiersmith.ui.kit;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.task.Job;
import org.tiersmith.task.JobHandle;

/**
 * Reads something in the background, as often as asked. Only what was asked for last is delivered:
 * a newer question cancels the reading before it. A failure becomes a notice. On the FX thread.
 *
 * @param <T> what is read
 */
public final class LatestReading<T> {
  private final Tasks tasks;
  private final Notices notices;
  private final Text title;
  private final Consumer<T> done;
  private final Runnable failed;
  private @Nullable JobHandle<T> running;
  private long question;

  public LatestReading(Tasks tasks, Notices notices, Text title, Consumer<T> done) {
    this(tasks, notices, title, done, () -> {});
  }

  /**
   * @param failed called when what was asked for last could not be read
   */
  public LatestReading(
      Tasks tasks, Notices notices, Text title, Consumer<T> done, Runnable failed) {
    this.tasks = tasks;
    this.notices = notices;
    this.title = title;
    this.done = done;
    this.failed = failed;
  }

  /** Asks anew; whatever was asked before lapses. */
  public void ask(Job<T> reading) {
    forget();
    long asked = question;
    JobHandle<T> handle =
        tasks.quietly(title, reading, value -> deliver(asked, value), e -> fail(asked, e));
    if (asked == question) {
      running = handle;
    }
  }

  /** Delivers nothing of what was asked so far. */
  public void forget() {
    question++;
    if (running != null) {
      running.cancel();
      running = null;
    }
  }

  private void deliver(long asked, T value) {
    if (asked == question) {
      done.accept(value);
    }
  }

  private void fail(long asked, Throwable thrown) {
    if (asked == question) {
      failed.run();
      notices.problem(thrown);
    }
  }
}
