package org.tiersmith.service;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.RuleTable;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;

/**
 * Holds the table on which rules are counted open, for the present data. One question at a time is
 * answered; who waits can be cancelled. Thread-safe.
 */
final class OpenRules implements AutoCloseable {
  private static final long POLL_MILLIS = 5;

  private final ImportUseCase data;
  private final PortraitUseCase portraits;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable RuleTable open;
  private long dataset;
  private volatile boolean closed;

  OpenRules(ImportUseCase data, PortraitUseCase portraits) {
    this.data = data;
    this.portraits = portraits;
  }

  /** Asks the table of the present data something; opening it first takes a moment. */
  <T> T ask(JobContext context, Function<RuleTable, T> question) {
    lock(context);
    try {
      return question.apply(table(context));
    } finally {
      asking.unlock();
    }
  }

  private RuleTable table(JobContext context) {
    long wanted = data.dataset().id();
    RuleTable now = open;
    if (now == null || dataset != wanted) {
      if (closed) {
        throw new CancelledException();
      }
      drop();
      now = RuleTable.open(data.tables(), portraits.path(context), context.until(() -> closed));
      open = now;
      dataset = wanted;
    }
    return now;
  }

  private void drop() {
    RuleTable now = open;
    if (now != null) {
      now.close();
      open = null;
    }
  }

  private void lock(JobContext context) {
    try {
      while (!asking.tryLock(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        context.checkCancelled();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  /** Lets the table go; the question that is being answered is cancelled, not waited for. */
  @Override
  public void close() {
    closed = true;
    RuleTable answering = open;
    if (answering != null) {
      answering.stop();
    }
    asking.lock();
    try {
      drop();
    } finally {
      asking.unlock();
    }
  }
}
