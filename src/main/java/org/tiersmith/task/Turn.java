package org.tiersmith.task;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one at a time do some work; who waits for its turn can be cancelled. Thread-safe. */
public final class Turn {
  private static final long POLL_MILLIS = 5;

  private final ReentrantLock lock = new ReentrantLock();

  /**
   * Does the work when its turn has come; a thread whose turn it is has the next one too.
   *
   * @throws CancelledException where the job is cancelled, or its thread interrupted, before
   */
  public <T> T take(JobContext context, Supplier<T> work) {
    await(context);
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private void await(JobContext context) {
    try {
      do {
        context.checkCancelled();
      } while (!lock.tryLock(POLL_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }
}
