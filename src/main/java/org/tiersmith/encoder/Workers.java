package org.tiersmith.encoder;

import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Threads that compute beside each other, each on one core: that is quicker than dividing every
 * small operation among all cores, and its results do not depend on how many cores there are. On a
 * GPU, and where PyTorch has one thread, the calling thread computes itself.
 */
public final class Workers implements AutoCloseable {
  private final @Nullable ExecutorService threads;
  private final int count;

  private Workers(int count) {
    this.count = count;
    this.threads = count == 1 ? null : started(count);
  }

  /**
   * As many as PyTorch has threads where programs of this runtime run. One at a time is started,
   * for meanwhile the number that new threads take is another.
   */
  public static synchronized Workers of(TorchRuntime runtime) {
    return new Workers(runtime.device().isGpu() ? 1 : JniUtils.getNumThreads());
  }

  /** The calling thread alone, with all cores for each operation. */
  public static Workers none() {
    return new Workers(1);
  }

  /**
   * PyTorch's number of threads belongs to each thread, which takes the last one set when it first
   * asks: so each asks at once.
   */
  private static ExecutorService started(int count) {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().daemon().name("torch-", 0).factory());
    List<Future<?>> ready = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ready.add(threads.submit(Workers::takeOneCore));
    }
    ready.forEach(Workers::result);
    JniUtils.setNumThreads(count);
    return threads;
  }

  private static void takeOneCore() {
    JniUtils.setNumThreads(1);
    if (JniUtils.getNumThreads() != 1) {
      throw new IllegalStateException("PyTorch does not keep its number of threads by thread");
    }
  }

  /** How many tasks are worked on at once. */
  public int count() {
    return count;
  }

  /** Begins a task; with the calling thread alone it is done when this returns. */
  public <T> Future<T> begin(Callable<T> task) {
    if (threads != null) {
      return threads.submit(task);
    }
    FutureTask<T> here = new FutureTask<>(task);
    here.run();
    return here;
  }

  /**
   * Waits for a task.
   *
   * @throws RuntimeException what the task threw
   */
  public static <T> T result(Future<T> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException own) {
        throw own;
      }
      if (e.getCause() instanceof Error own) {
        throw own;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /** Waits for what was begun. */
  @Override
  public void close() {
    if (threads != null) {
      threads.close();
    }
  }
}
