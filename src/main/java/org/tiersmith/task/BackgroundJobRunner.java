package org.tiersmith.task;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.tiersmith.model.Text;

/**
 * Runs jobs on a few daemon threads: the light lane beside each other, the heavy lane one at a
 * time. Cancelling is cooperative; threads are never interrupted, since an interrupt would close
 * file channels under a job's feet.
 */
public final class BackgroundJobRunner implements JobRunner {
  private static final System.Logger LOG = System.getLogger(BackgroundJobRunner.class.getName());
  private static final int LIGHT_THREADS = 4;
  private static final int GRACE_MILLIS = 250;
  private static final int CLOSE_SECONDS = 30;

  private final LiveJobs live = new LiveJobs();
  private final ExecutorService light =
      Executors.newFixedThreadPool(LIGHT_THREADS, daemons("tiersmith-light-", Courtesy.LIGHT));
  private final ExecutorService heavy =
      Executors.newSingleThreadExecutor(daemons("tiersmith-heavy-", Courtesy.HEAVY));
  private final UnclaimedFailures failures;
  private final Executor afterGrace;
  private final Object closing = new Object();
  private boolean closed;

  public BackgroundJobRunner(FailureListener failureListener) {
    this(failureListener, CompletableFuture.delayedExecutor(GRACE_MILLIS, TimeUnit.MILLISECONDS));
  }

  BackgroundJobRunner(FailureListener failureListener, Executor afterGrace) {
    this.failures = new UnclaimedFailures(failureListener);
    this.afterGrace = afterGrace;
  }

  @Override
  public <T> JobHandle<T> submit(Text title, Lane lane, Job<T> job) {
    TrackedJob<T> tracked = new TrackedJob<>(title, job, live::changed, this::holdFailure);
    synchronized (closing) {
      if (closed) {
        tracked.cancel();
        return tracked;
      }
      live.add(tracked);
      (lane == Lane.HEAVY ? heavy : light).execute(tracked);
    }
    return tracked;
  }

  private void holdFailure(TrackedJob<?> job, Throwable failure) {
    failures.hold(job, failure);
    afterGrace.execute(() -> failures.report(job));
  }

  @Override
  public List<JobHandle<?>> live() {
    return live.list();
  }

  @Override
  public Registration onChange(Consumer<JobHandle<?>> listener) {
    return live.onChange(listener);
  }

  @Override
  public void close() {
    synchronized (closing) {
      closed = true;
    }
    live.list().forEach(JobHandle::cancel);
    heavy.shutdown();
    light.shutdown();
    awaitEnd(heavy);
    awaitEnd(light);
    failures.reportAll();
  }

  private static void awaitEnd(ExecutorService lane) {
    try {
      if (!lane.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "A cancelled job did not stop in {0} s", CLOSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ThreadFactory daemons(String prefix, Courtesy courtesy) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(courtesy.shownBy(work), prefix + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
