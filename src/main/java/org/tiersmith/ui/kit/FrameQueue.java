package org.tiersmith.ui.kit;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/**
 * Hands what other threads have found to the FX thread, at the beginning of a frame, before it is
 * styled and laid out: however much comes, a frame is drawn once.
 */
public final class FrameQueue implements Executor {
  /** Less than a person sees, more than a what-if answer takes. */
  private static final long PATIENCE_NANOS = 3_000_000;

  private final BlockingQueue<Runnable> found = new LinkedBlockingQueue<>();
  private final Executor fx;
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          frame();
        }
      };
  private boolean expecting;

  /**
   * @param fx runs on the FX thread
   */
  public FrameQueue(Executor fx) {
    this.fx = fx;
  }

  /** Runs a task in the next frame; from any thread. */
  @Override
  public void execute(Runnable task) {
    found.add(task);
    fx.execute(frames::start);
  }

  /**
   * Has the next frame wait a moment for a task that is about to come, so that figures move in the
   * same frame as the slider does. On the FX thread.
   */
  public void expect() {
    expecting = true;
    frames.start();
  }

  private void frame() {
    frames.stop();
    @Nullable Runnable task = expecting ? awaited() : found.poll();
    expecting = false;
    try {
      while (task != null) {
        task.run();
        task = found.poll();
      }
    } finally {
      if (!found.isEmpty()) {
        frames.start();
      }
    }
  }

  private @Nullable Runnable awaited() {
    try {
      return found.poll(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return found.poll();
    }
  }
}
