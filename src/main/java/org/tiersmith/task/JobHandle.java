package org.tiersmith.task;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.tiersmith.model.Text;

/** One job that was started. All methods may be called from any thread. */
public interface JobHandle<T> {

  Text title();

  JobState state();

  /** The latest progress. */
  Progress progress();

  /** Asks the job to stop at its next safe point; harmless when it has ended. */
  void cancel();

  /**
   * Calls the listener with the present progress and then with each change, on the thread that
   * reports it.
   */
  void onProgress(Consumer<Progress> listener);

  /**
   * Completes with the job's value, or exceptionally with what it threw ({@link CancelledException}
   * after a cancel). Asking for it makes the caller answerable for a failure.
   */
  CompletionStage<T> outcome();
}
