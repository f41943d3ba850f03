package org.tiersmith.task;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.tiersmith.model.Text;

/** A job with its state, progress and outcome. Runs once, on the thread that calls it. */
final class TrackedJob<T> implements JobHandle<T>, Runnable {
  private final Text title;
  private final Job<T> job;
  private final Consumer<JobHandle<?>> onChange;
  private final BiConsumer<TrackedJob<?>, Throwable> onFailure;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final Listeners<Progress> progressListeners = new Listeners<>();
  private final Object progressOrder = new Object();
  private volatile JobState state = JobState.WAITING;
  private volatile Progress progress;
  private volatile boolean cancelled;
  private volatile boolean claimed;

  TrackedJob(
      Text title,
      Job<T> job,
      Consumer<JobHandle<?>> onChange,
      BiConsumer<TrackedJob<?>, Throwable> onFailure) {
    this.title = title;
    this.job = job;
    this.onChange = onChange;
    this.onFailure = onFailure;
    this.progress = new Progress(-1, title);
  }

  @Override
  public void run() {
    if (!leaveWaiting(JobState.RUNNING)) {
      return;
    }
    onChange.accept(this);
    try {
      T value = job.run(new JobContext(this::report, () -> cancelled));
      end(JobState.DONE);
      result.complete(value);
    } catch (CancelledException e) {
      end(JobState.CANCELLED);
      result.completeExceptionally(e);
    } catch (Throwable e) {
      fail(e);
    }
  }

  /** A cancel and the start may come at once: only one of them takes the job. */
  private synchronized boolean leaveWaiting(JobState next) {
    if (state != JobState.WAITING) {
      return false;
    }
    state = next;
    return true;
  }

  private void fail(Throwable failure) {
    end(JobState.FAILED);
    result.completeExceptionally(failure);
    if (!claimed) {
      onFailure.accept(this, failure);
    }
  }

  private void end(JobState ended) {
    state = ended;
    onChange.accept(this);
  }

  private void report(Progress now) {
    synchronized (progressOrder) {
      progress = now;
      progressListeners.tell(now);
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    if (leaveWaiting(JobState.CANCELLED)) {
      onChange.accept(this);
      result.completeExceptionally(new CancelledException());
    }
  }

  @Override
  public void onProgress(Consumer<Progress> listener) {
    synchronized (progressOrder) {
      progressListeners.add(listener);
      Listeners.tell(listener, progress);
    }
  }

  @Override
  public CompletionStage<T> outcome() {
    claimed = true;
    // A stage of its own: handlers see the job's exception itself, and nobody can complete ours.
    CompletableFuture<T> stage = new CompletableFuture<>();
    CompletableFuture<T> _ =
        result.whenComplete(
            (value, failure) -> {
              if (failure == null) {
                stage.complete(value);
              } else {
                stage.completeExceptionally(failure);
              }
            });
    return stage;
  }

  boolean isClaimed() {
    return claimed;
  }

  @Override
  public Text title() {
    return title;
  }

  @Override
  public JobState state() {
    return state;
  }

  @Override
  public Progress progress() {
    return progress;
  }
}
