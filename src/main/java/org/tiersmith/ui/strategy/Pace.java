package org.tiersmith.ui.strategy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.tiersmith.ui.kit.FrameQueue;
import org.tiersmith.ui.kit.Ui;

/**
 * Where and when the screen computes.
 *
 * @param quick answers what a slider waits for
 * @param slow answers what may come a moment later
 * @param frame runs on the window's thread, at most once a frame
 * @param soon says that the next frame should wait a moment for an answer
 * @param rest runs on the window's thread once a slider may have come to rest
 */
record Pace(Executor quick, Executor slow, Executor frame, Runnable soon, Executor rest) {
  private static final int REST_MILLIS = 120;

  /** All at once, on the calling thread. */
  static final Pace DIRECT =
      new Pace(Runnable::run, Runnable::run, Runnable::run, () -> {}, Runnable::run);

  /** Threads of their own, which end with the screen. */
  static final class Threads implements AutoCloseable {
    private final ExecutorService quick = single("what-if");
    private final ExecutorService slow = single("what-if-details");

    Pace of(Ui ui) {
      Executor fx = ui.tasks().fx();
      Executor later = CompletableFuture.delayedExecutor(REST_MILLIS, TimeUnit.MILLISECONDS, fx);
      FrameQueue frames = new FrameQueue(fx);
      return new Pace(quick, slow, frames, frames::expect, later);
    }

    private static ExecutorService single(String name) {
      return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }

    @Override
    public void close() {
      quick.shutdownNow();
      slow.shutdownNow();
    }
  }
}
