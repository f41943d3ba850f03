package org.tiersmith.ui.kit;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tiersmith.model.Text;
import org.tiersmith.task.Job;

/**
 * What a whole screen stands on: read in the background at the start and after each change of the
 * project. What is shown stays while it is read anew. On the FX thread.
 *
 * @param <T> what is read
 */
public final class Loading<T> {
  private final ReadOnlyObjectWrapper<LoadState> state =
      new ReadOnlyObjectWrapper<>(this, "state", LoadState.LOADING);
  private final Job<T> reading;
  private final LatestReading<T> latest;

  /**
   * @param reading reads it, in the background
   * @param show takes what was read and says whether that is anything; on the FX thread
   */
  public Loading(Tasks tasks, Notices notices, Text title, Job<T> reading, Predicate<T> show) {
    this.reading = reading;
    Consumer<T> done = found -> state.set(show.test(found) ? LoadState.READY : LoadState.NOTHING);
    this.latest =
        new LatestReading<>(tasks, notices, title, done, () -> state.set(LoadState.FAILED));
  }

  public ReadOnlyObjectProperty<LoadState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Reads it, anew after the first time. */
  public void load() {
    if (state.get() != LoadState.READY) {
      state.set(LoadState.LOADING);
    }
    latest.ask(reading);
  }

  /** Delivers nothing more. */
  public void close() {
    latest.forget();
  }
}
