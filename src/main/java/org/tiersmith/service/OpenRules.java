package org.tiersmith.service;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.RuleTable;
import org.tiersmith.project.Dataset;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.Turn;

/**
 * Holds the table on which rules are counted open, for the data that was asked for last. One
 * question at a time is answered; who waits can be cancelled. Thread-safe.
 */
final class OpenRules implements AutoCloseable {
  private final ImportUseCase data;
  private final PortraitUseCase portraits;
  private final Turn asking = new Turn();
  private volatile @Nullable RuleTable open;
  private long dataset;
  private volatile boolean closed;

  OpenRules(ImportUseCase data, PortraitUseCase portraits) {
    this.data = data;
    this.portraits = portraits;
  }

  /** Asks the table of the present data something; opening it first takes a moment. */
  <T> T ask(JobContext context, Function<RuleTable, T> question) {
    return ask(data.dataset(), context, question);
  }

  /** As {@link #ask(JobContext, Function)}, of one dataset. */
  <T> T ask(Dataset of, JobContext context, Function<RuleTable, T> question) {
    return asking.take(context, () -> question.apply(table(of, context)));
  }

  private RuleTable table(Dataset of, JobContext context) {
    RuleTable now = open;
    if (now == null || dataset != of.id()) {
      if (closed) {
        throw new CancelledException();
      }
      drop();
      Path made = portraits.made(of, context).files().portraits();
      now = RuleTable.open(data.tables(of), made, context.until(() -> closed));
      open = now;
      dataset = of.id();
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

  /** Lets the table go; the question that is being answered is cancelled, not waited for. */
  @Override
  public void close() {
    closed = true;
    RuleTable answering = open;
    if (answering != null) {
      answering.stop();
    }
    asking.take(
        JobContext.detached(),
        () -> {
          drop();
          return closed;
        });
  }
}
