package org.tiersmith.profile.text;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.tiersmith.task.JobContext;

/** Does a piece of work for each of many numbers, on all cores, each core with tools of its own. */
final class Slices {
  private static final int SLICE = 256;

  private Slices() {}

  /**
   * Runs the work once for each number in {@code [0, count)}, in no order.
   *
   * @param worker makes what one thread works with
   */
  static void each(int count, Supplier<IntConsumer> worker, JobContext context) {
    AtomicInteger next = new AtomicInteger();
    int threads =
        Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), count / SLICE + 1));
    try (ExecutorService pool =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory())) {
      List<Future<?>> parts = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        parts.add(pool.submit(() -> work(count, worker.get(), next, context)));
      }
      for (Future<?> part : parts) {
        await(part);
      }
    }
  }

  private static void work(int count, IntConsumer worker, AtomicInteger next, JobContext context) {
    for (int from = next.getAndAdd(SLICE); from < count; from = next.getAndAdd(SLICE)) {
      context.checkCancelled();
      for (int i = from; i < Math.min(count, from + SLICE); i++) {
        worker.accept(i);
      }
    }
  }

  private static void await(Future<?> part) {
    try {
      part.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
