package org.tiersmith.task;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** Keeps what it is given until the test runs it, on the test's thread. */
final class ManualExecutor implements Executor {
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  @Override
  public void execute(Runnable work) {
    waiting.add(work);
  }

  int size() {
    return waiting.size();
  }

  boolean runNext() {
    Runnable next = waiting.poll();
    if (next == null) {
      return false;
    }
    next.run();
    return true;
  }

  void runAll() {
    while (runNext()) {
      // Work may add work.
    }
  }
}
