package org.tiersmith.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.application.Platform;

/**
 * Asks the FX thread for an answer every five milliseconds and keeps how long each took: as long as
 * a person's click would have waited.
 */
final class FxHeartbeat implements AutoCloseable {
  private static final long PAUSE_NANOS = 5_000_000;
  private static final long NOTEWORTHY_MILLIS = 50;
  private static final int FRAMES = 60;

  /**
   * A wait.
   *
   * @param second since the beginning
   * @param during what the window was doing
   * @param where the FX thread was after 50 ms, for longer waits
   */
  record Wait(double millis, long second, String during, String where) {}

  private final List<Wait> waits = new ArrayList<>();
  private final Thread fxThread;
  private final long began = System.nanoTime();
  private final Thread asker = new Thread(this::ask, "heartbeat");
  private volatile boolean open = true;
  private volatile String during = "";

  FxHeartbeat(Thread fxThread) {
    this.fxThread = fxThread;
    asker.setDaemon(true);
    asker.start();
  }

  /** Names what the window does from now on. */
  void during(String what) {
    during = what;
  }

  private void ask() {
    while (open) {
      String doing = during;
      CountDownLatch answered = new CountDownLatch(1);
      long asked = System.nanoTime();
      Platform.runLater(answered::countDown);
      String where = "";
      try {
        if (!answered.await(NOTEWORTHY_MILLIS, TimeUnit.MILLISECONDS)) {
          where =
              Arrays.stream(fxThread.getStackTrace())
                  .limit(FRAMES)
                  .map(StackTraceElement::toString)
                  .collect(Collectors.joining("\n    "));
          answered.await();
        }
      } catch (InterruptedException e) {
        return;
      }
      Wait wait =
          new Wait(
              (System.nanoTime() - asked) / 1e6, (asked - began) / 1_000_000_000, doing, where);
      synchronized (waits) {
        waits.add(wait);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** All waits so far, the longest first. */
  List<Wait> longest() {
    synchronized (waits) {
      return waits.stream().sorted(Comparator.comparingDouble(Wait::millis).reversed()).toList();
    }
  }

  @Override
  public void close() {
    open = false;
  }
}
