package org.tiersmith.task;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Computes the answers to the latest requests, as a slider needs it: a newer request takes the
 * place of the one that waits. At most one computation runs at a time and at most one waits,
 * however fast requests come. What runs is finished and delivered, for a slider that moves without
 * a rest would otherwise never show an answer; so an answer is at most one computation old. Of
 * answers that pile up before their delivery only the newest is delivered, and nothing after {@link
 * #close()}.
 *
 * <p>Thread-safe. Deliveries happen on the given executor, normally the window's thread; when
 * requests and the close come from that same thread too, no delivery can overtake them.
 *
 * @param <T> what a computation gives
 */
public final class LatestWins<T> implements AutoCloseable {
  private final Executor compute;
  private final Executor deliver;
  private final Consumer<? super T> onResult;
  private final Consumer<? super Throwable> onFailure;
  private final Object lock = new Object();
  private @Nullable Request<T> answered;
  private @Nullable Request<T> waiting;
  private boolean busy;
  private boolean closed;

  /** Has the identity that a job may lack: the same job asked for twice is two requests. */
  private static final class Request<T> {
    final Job<T> job;

    Request(Job<T> job) {
      this.job = job;
    }
  }

  /**
   * @param compute where computations run; a pool of daemon threads
   * @param deliver where results and failures are handed over
   * @param onFailure told of an exception, never of a cancel
   */
  public LatestWins(
      Executor compute,
      Executor deliver,
      Consumer<? super T> onResult,
      Consumer<? super Throwable> onFailure) {
    this.compute = compute;
    this.deliver = deliver;
    this.onResult = onResult;
    this.onFailure = onFailure;
  }

  /** Asks for a new answer; the request that waits lapses. Does nothing after the close. */
  public void request(Job<T> job) {
    synchronized (lock) {
      if (closed) {
        return;
      }
      waiting = new Request<>(job);
      if (busy) {
        return;
      }
      busy = true;
    }
    compute.execute(this::computeWaiting);
  }

  private void computeWaiting() {
    for (Request<T> request = take(); request != null; request = take()) {
      answer(request);
    }
  }

  private @Nullable Request<T> take() {
    synchronized (lock) {
      Request<T> next = waiting;
      waiting = null;
      busy = next != null;
      return next;
    }
  }

  private void answer(Request<T> request) {
    try {
      T value = request.job.run(new JobContext(p -> {}, this::isClosed));
      hand(request, () -> onResult.accept(value));
    } catch (CancelledException e) {
      // Closed while it ran: its answer is not wanted.
    } catch (Throwable e) {
      hand(request, () -> onFailure.accept(e));
    }
  }

  private void hand(Request<T> request, Runnable delivery) {
    synchronized (lock) {
      answered = request;
    }
    deliver.execute(
        () -> {
          if (isNewestAnswer(request)) {
            delivery.run();
          }
        });
  }

  private boolean isNewestAnswer(Request<T> request) {
    synchronized (lock) {
      return !closed && answered == request;
    }
  }

  private boolean isClosed() {
    synchronized (lock) {
      return closed;
    }
  }

  /** Cancels what runs and drops what waits to run or to be delivered. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      waiting = null;
    }
  }
}
