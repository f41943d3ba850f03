package org.tiersmith.task;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Failures for which no outcome handler answers yet. A caller may ask for the outcome just after
 * the job has failed, so a failure is held for a moment before the listener hears of it.
 */
final class UnclaimedFailures {
  private final Map<TrackedJob<?>, Throwable> held = new ConcurrentHashMap<>();
  private final FailureListener listener;

  UnclaimedFailures(FailureListener listener) {
    this.listener = listener;
  }

  void hold(TrackedJob<?> job, Throwable failure) {
    held.put(job, failure);
  }

  /** Tells the listener, once, unless an outcome handler answers for the job by now. */
  void report(TrackedJob<?> job) {
    Throwable failure = held.remove(job);
    if (failure != null && !job.isClaimed()) {
      listener.failed(job, failure);
    }
  }

  void reportAll() {
    held.keySet().forEach(this::report);
  }
}
