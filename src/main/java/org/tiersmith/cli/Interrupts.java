package org.tiersmith.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/** Lets a command that is told to end finish at a safe point. */
final class Interrupts {
  private static final long LONGEST_WAIT_MILLIS = 20_000;

  private Interrupts() {}

  /** Run by the shutdown hook: asks for the stop and waits for the worker to come to an end. */
  static void stopAndWait(AtomicBoolean stop, Thread worker) {
    stop.set(true);
    try {
      worker.join(LONGEST_WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the hook away after the work, unless the program is ending already. */
  static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The hook is running: it is what made the work end.
    }
  }
}
