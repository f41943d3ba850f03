package org.tiersmith.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;

/**
 * Values that take a while to make, the latest few kept under a key that says of what they are
 * made. Who asks while one is made waits for it, and can be cancelled. Thread-safe.
 */
final class Kept<T> {
  private static final long POLL_MILLIS = 20;

  private final ReentrantLock making = new ReentrantLock();
  private final Map<String, T> values;

  /**
   * @param most how many are kept
   */
  Kept(int most) {
    values =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > most;
          }
        };
  }

  /** The value of a key, made when it is asked for first. */
  T get(String key, JobContext context, Function<JobContext, T> make) {
    lock(context);
    try {
      @Nullable T known = values.get(key);
      if (known == null) {
        known = make.apply(context);
        values.put(key, known);
      }
      return known;
    } finally {
      making.unlock();
    }
  }

  private void lock(JobContext context) {
    try {
      while (!making.tryLock(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        context.checkCancelled();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }
}
