package org.tiersmith.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command that is told to end (Ctrl+C, SIGTERM) finish at its next safe point: the engine's
 * native code must not be at work when the process ends. The exit status is then the signal's.
 */
final class Interrupts implements AutoCloseable {
  private static final long LONGEST_WAIT_SECONDS = 60;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopAndWait, "stop");
  private volatile boolean stop;

  /** From now on a signal waits for the command. */
  void arm() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the command is to end. */
  boolean isStop() {
    return stop;
  }

  /** To be called when the command has ended and has said so. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The hook is running: it is what made the command end, and it now lets the process go.
    }
  }

  /** Waits for the end of the command, not of its thread: that one waits in turn for the exit. */
  void stopAndWait() {
    stop = true;
    try {
      if (!ended.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("tiersmith: the command did not stop in time; it is cut off.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
