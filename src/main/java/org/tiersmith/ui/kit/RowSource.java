package org.tiersmith.ui.kit;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tiersmith.task.JobContext;

/** Rows of a table that may be far too many to hold: a page of them at a time. */
@FunctionalInterface
public interface RowSource<R> {

  /** How long a reading may take before its job is asked whether it should stop. */
  int PATIENCE_MILLIS = 50;

  /** Which rows are wanted; {@code sortColumn} is the id of a column, null for the own order. */
  record Request(long offset, int limit, @Nullable String sortColumn, boolean ascending) {}

  /** The rows asked for, and how many there are in all. */
  record Page<R>(List<R> rows, long total) {}

  /** Reads a page; may complete on any thread. */
  CompletionStage<Page<R>> read(Request request);

  /**
   * Reads a page on the calling thread, which belongs to a job, as when all rows are saved. A
   * source that starts a job for each page should do that work here itself.
   *
   * @throws org.tiersmith.task.CancelledException when the job should stop
   */
  default Page<R> readNow(Request request, JobContext context) throws Exception {
    CompletableFuture<Page<R>> page = read(request).toCompletableFuture();
    while (true) {
      context.checkCancelled();
      try {
        return page.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        continue;
      }
    }
  }

  /** Rows that are all in memory, in one order. */
  static <R> RowSource<R> of(List<R> rows) {
    return request -> {
      int from = (int) Math.min(request.offset(), rows.size());
      int to = Math.min(from + request.limit(), rows.size());
      return CompletableFuture.completedStage(
          new Page<>(List.copyOf(rows.subList(from, to)), rows.size()));
    };
  }
}
