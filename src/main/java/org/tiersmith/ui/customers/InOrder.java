package org.tiersmith.ui.customers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.tiersmith.model.Text;
import org.tiersmith.task.Job;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/**
 * Changes that are made in the background, one after the other in the order in which a person made
 * them. What they change is read once none is left to make; a reading that a further change makes
 * stale is cancelled, a change never is. On the FX thread.
 *
 * @param <S> what they change
 */
final class InOrder<S> {
  private final Tasks tasks;
  private final Notices notices;
  private final Text title;
  private final Job<S> read;
  private final LatestReading<S> reading;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param read reads what was changed, in the background
   * @param show takes it
   */
  InOrder(Tasks tasks, Notices notices, Text title, Job<S> read, Consumer<S> show) {
    this.tasks = tasks;
    this.notices = notices;
    this.title = title;
    this.read = read;
    this.reading = new LatestReading<>(tasks, notices, title, show);
  }

  /** Makes a change after those that were added before. */
  void add(Runnable change) {
    waiting.add(change);
    reading.forget();
    next();
  }

  /** Reads anew, after the changes that are still to be made. */
  void read() {
    reading.forget();
    next();
  }

  /** Shows nothing of what is being read; changes are still made. */
  void forget() {
    reading.forget();
  }

  private void next() {
    if (busy) {
      return;
    }
    if (waiting.isEmpty()) {
      reading.ask(read);
      return;
    }
    busy = true;
    Runnable change = waiting.remove();
    tasks.quietly(
        title,
        context -> {
          change.run();
          return true;
        },
        done -> settle(),
        thrown -> {
          notices.problem(thrown);
          settle();
        });
  }

  private void settle() {
    busy = false;
    next();
  }
}
