package org.tiersmith.task;

import org.tiersmith.model.Text;

/** Runs jobs: in the background for a window, on the calling thread for tests and commands. */
public interface JobRunner extends AutoCloseable {

  /**
   * Starts the job. A job that fails with no outcome handler on its handle is reported to the
   * runner's failure listener, so no failure is lost.
   *
   * @param title what the job is, shown in the task bar
   */
  <T> JobHandle<T> submit(Text title, Job<T> job);

  /** Cancels what runs and waits for it to stop. */
  @Override
  void close();
}
