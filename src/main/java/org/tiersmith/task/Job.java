package org.tiersmith.task;

/** A piece of work that can be told to stop and says how far it is. */
@FunctionalInterface
public interface Job<T> {

  /**
   * Does the work on the calling thread.
   *
   * @throws CancelledException when the context says that the job should stop
   */
  T run(JobContext context) throws Exception;
}
