package org.tiersmith.ui.kit;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Rows of a table that may be far too many to hold: a page of them at a time. */
@FunctionalInterface
public interface RowSource<R> {

  /** Which rows are wanted; {@code sortColumn} is the id of a column, null for the own order. */
  record Request(long offset, int limit, @Nullable String sortColumn, boolean ascending) {}

  /** The rows asked for, and how many there are in all. */
  record Page<R>(List<R> rows, long total) {}

  /** Reads a page; may complete on any thread. */
  CompletionStage<Page<R>> read(Request request);

  /** Rows that are all in memory, in one order. */
  static <R> RowSource<R> of(List<R> rows) {
    return request -> {
      int from = (int) Math.min(request.offset(), rows.size());
      int to = Math.min(from + request.limit(), rows.size());
      return java.util.concurrent.CompletableFuture.completedStage(
          new Page<>(List.copyOf(rows.subList(from, to)), rows.size()));
    };
  }
}
