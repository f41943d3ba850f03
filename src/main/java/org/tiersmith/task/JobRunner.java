package org.tiersmith.task;

import java.util.List;
import java.util.function.Consumer;
import org.tiersmith.model.Text;

/** Runs jobs: in the background for a window, on the calling thread for tests and commands. */
public interface JobRunner extends AutoCloseable {

  /**
   * Starts the job, or lets it wait for its lane. A job that fails with no outcome handler on its
   * handle is reported to the runner's failure listener, so no failure is lost. After {@link
   * #close()} the job does not run and its handle is cancelled.
   *
   * @param title what the job is, shown in the task bar
   */
  <T> JobHandle<T> submit(Text title, Lane lane, Job<T> job);

  /** Starts a job in the light lane. */
  default <T> JobHandle<T> submit(Text title, Job<T> job) {
    return submit(title, Lane.LIGHT, job);
  }

  /** The jobs that wait or run, oldest first. */
  List<JobHandle<?>> live();

  /**
   * Calls the listener with each job whose state has changed, from {@link JobState#WAITING} on
   * arrival to its end; {@link #live()} already shows the change. Called on the thread that changed
   * it, so listeners must be brief.
   */
  Registration onChange(Consumer<JobHandle<?>> listener);

  /** Cancels what runs and waits for it to stop. */
  @Override
  void close();
}
