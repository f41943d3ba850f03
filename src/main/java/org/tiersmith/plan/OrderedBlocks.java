package org.tiersmith.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * Rows made into bytes block by block, on all cores, and written in their order by the caller. Only
 * a few blocks are alive at any time, and their arrays are used again.
 */
final class OrderedBlocks {
  static final int ROWS = 1 << 14;

  private static final int BYTES_PER_ROW = 160;

  private final int rows;
  private final Work work;
  private final Deque<Future<CsvBytes>> running = new ArrayDeque<>();
  private final Deque<CsvBytes> free = new ArrayDeque<>();

  /** Puts the rows from {@code from} to before {@code to}; called from several threads at once. */
  interface Work {
    void put(int from, int to, CsvBytes out);
  }

  OrderedBlocks(int rows, Work work) {
    this.rows = rows;
    this.work = work;
  }

  /**
   * @param cancelled asked before each block; true stops with {@link CancellationException}
   * @param progress receives the share written, in [0, 1]
   */
  void writeTo(OutputStream out, BooleanSupplier cancelled, DoubleConsumer progress)
      throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    int blocks = Math.ceilDiv(rows, ROWS);
    ExecutorService workers =
        Executors.newFixedThreadPool(
            cores, Thread.ofPlatform().name("plan-", 0).daemon().factory());
    try {
      int begun = 0;
      for (int block = 0; block < blocks; block++) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException();
        }
        progress.accept((double) block * ROWS / rows);
        while (begun < blocks && running.size() <= cores) {
          begin(workers, begun++);
        }
        CsvBytes done = await(running.remove());
        done.writeTo(out);
        free.add(done);
      }
      progress.accept(1);
    } finally {
      workers.shutdownNow();
    }
  }

  private void begin(ExecutorService workers, int block) {
    CsvBytes buffer = free.isEmpty() ? new CsvBytes(capacity()) : free.remove();
    int from = block * ROWS;
    int to = Math.min(rows, from + ROWS);
    running.add(
        workers.submit(
            () -> {
              buffer.clear();
              work.put(from, to, buffer);
              return buffer;
            }));
  }

  private int capacity() {
    return Math.min(rows, ROWS) * BYTES_PER_ROW;
  }

  private static CsvBytes await(Future<CsvBytes> block) {
    try {
      return block.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
