package org.tiersmith.task;

/** Told of each failure that nobody else answers for, so that it reaches the person. */
@FunctionalInterface
public interface FailureListener {

  /** Called on any thread, once per failed job. */
  void failed(JobHandle<?> job, Throwable failure);
}
