package org.tiersmith.ui.customers;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.Job;
import org.tiersmith.task.Lane;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.TaskItem;
import org.tiersmith.ui.kit.Tasks;

/**
 * Something that takes a while, worked out when it is first looked at, with its progress and a way
 * to cancel it in the task bar. Only what was asked for last is delivered. On the FX thread.
 *
 * @param <T> what is worked out
 */
final class OnDemand<T> {
  private final Tasks tasks;
  private final Notices notices;
  private final Text title;
  private final ReadOnlyObjectWrapper<@Nullable T> value =
      new ReadOnlyObjectWrapper<>(this, "value");
  private final ReadOnlyObjectWrapper<LoadState> state =
      new ReadOnlyObjectWrapper<>(this, "state", LoadState.NOTHING);
  private @Nullable TaskItem running;
  private long question;

  OnDemand(Tasks tasks, Notices notices, Text title) {
    this.tasks = tasks;
    this.notices = notices;
    this.title = title;
  }

  /** What was worked out last; null before. */
  ReadOnlyObjectProperty<@Nullable T> valueProperty() {
    return value.getReadOnlyProperty();
  }

  /** NOTHING until it is asked for, and after a cancel. */
  ReadOnlyObjectProperty<LoadState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** As the state, but what was worked out before stays while it is worked out anew. */
  ObservableValue<LoadState> keptProperty() {
    return Bindings.createObjectBinding(
        () ->
            state.get() == LoadState.LOADING && value.get() != null ? LoadState.READY : state.get(),
        state,
        value);
  }

  /** Whether nothing was asked, or what was asked has lapsed. */
  boolean isIdle() {
    return state.get() == LoadState.NOTHING;
  }

  /** Asks anew; whatever was asked before lapses. */
  void ask(Job<T> job) {
    ask(job, done -> {});
  }

  /**
   * Asks anew.
   *
   * @param then called with what was worked out, once it is shown
   */
  void ask(Job<T> job, Consumer<T> then) {
    forget();
    long asked = question;
    state.set(LoadState.LOADING);
    TaskItem item =
        tasks.start(
            title,
            Lane.LIGHT,
            job,
            made -> {
              if (asked == question) {
                running = null;
                value.set(made);
                state.set(LoadState.READY);
                then.accept(made);
              }
            },
            thrown -> fail(asked, thrown));
    if (asked == question && state.get() == LoadState.LOADING) {
      running = item;
    }
  }

  /** Stops what runs and delivers nothing of it. */
  void forget() {
    question++;
    if (running != null) {
      running.cancel();
      running = null;
    }
    state.set(value.get() == null ? LoadState.NOTHING : LoadState.READY);
  }

  /** Forgets also what was worked out, for it is no longer true. */
  void clear() {
    value.set(null);
    forget();
  }

  private void fail(long asked, Throwable thrown) {
    if (asked == question) {
      running = null;
      boolean cancelled = thrown instanceof CancelledException;
      state.set(cancelled ? LoadState.NOTHING : LoadState.FAILED);
      notices.problem(thrown);
    }
  }
}
