package org.tiersmith.ui.customers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tiersmith.model.Text;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/**
 * Changes that are made in the background, one after the other in the order in which a person made
 * them. On the FX thread.
 *
 * @param <S> what they change
 */
final class InOrder<S> {
  private final Tasks tasks;
  private final Notices notices;
  private final Text title;
  private final Supplier<S> read;
  private final Consumer<S> show;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param read reads what was changed, in the background
   * @param show takes it once no change is left to make
   */
  InOrder(Tasks tasks, Notices notices, Text title, Supplier<S> read, Consumer<S> show) {
    this.tasks = tasks;
    this.notices = notices;
    this.title = title;
    this.read = read;
    this.show = show;
  }

  /** Makes a change after those that were added before. */
  void add(Runnable change) {
    waiting.add(change);
    next();
  }

  private void next() {
    if (busy || waiting.isEmpty()) {
      return;
    }
    busy = true;
    Runnable change = waiting.remove();
    tasks.quietly(
        title,
        context -> {
          change.run();
          return read.get();
        },
        now -> {
          busy = false;
          if (waiting.isEmpty()) {
            show.accept(now);
          }
          next();
        },
        thrown -> {
          busy = false;
          notices.problem(thrown);
          next();
        });
  }
}
