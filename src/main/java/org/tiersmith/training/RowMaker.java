package org.tiersmith.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.tiersmith.encoder.Workers;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * Makes a row of numbers for each of many items, in batches of like length whose order follows from
 * the lengths alone: so it may stop after any of them and go on later, and makes the same rows.
 *
 * @param pieces word pieces of a batch, padding counted
 * @param budget what the device takes at once
 * @param keeper keeps the rows meanwhile
 * @param workers make several batches at once
 */
record RowMaker(int pieces, PieceBudget budget, RowKeeper keeper, Workers workers) {

  /** What the items are, to a person. */
  enum Unit {
    PAIRS,
    TEXTS;

    private Text told(int done, int all, int before) {
      if (before == 0) {
        return this == PAIRS
            ? Text.of("scoring.pairs", "Scored {0} of {1} pairs", done, all)
            : Text.of("scoring.texts", "Read {0} of {1} texts", done, all);
      }
      return this == PAIRS
          ? Text.of(
              "scoring.more-pairs",
              "Scored {0} of {1} pairs, {2} of them before",
              done,
              all,
              before)
          : Text.of(
              "scoring.more-texts", "Read {0} of {1} texts, {2} of them before", done, all, before);
    }
  }

  /**
   * What rows are made of.
   *
   * @param count how many
   * @param length padded word pieces of each
   * @param rows the network's rows for some of them
   * @param content a hash of all that the network reads
   */
  record Items(
      Unit unit,
      int count,
      IntUnaryOperator length,
      Function<int[], float[]> rows,
      Supplier<String> content) {}

  /** Takes one row, which lies among others. */
  @FunctionalInterface
  interface Taker {
    void take(int item, float[] values, int from, int width);
  }

  /** Makes every row, or takes it from those that are kept. */
  void make(Items items, Taker taker, JobContext context) {
    int[] order = longestFirst(items);
    RowKeeper.Kept kept = keeper.open(() -> items.content().get() + "." + pieces, items.count());
    int before = restore(kept.before(), order, taker);
    Iterator<int[]> batches = batches(items, order, before).iterator();
    Deque<Future<RowKeeper.Rows>> going = new ArrayDeque<>();
    int done = before;
    while (done < order.length) {
      context.checkCancelled();
      while (batches.hasNext() && going.size() < workers.count()) {
        int[] batch = batches.next();
        going.add(workers.begin(() -> rows(items, batch)));
      }
      RowKeeper.Rows rows = Workers.result(going.remove());
      give(rows, order, done, taker);
      kept.add(rows);
      done += rows.count();
      context.progress((double) done / order.length, items.unit().told(done, order.length, before));
    }
  }

  /** The batches that are still to be made. */
  private List<int[]> batches(Items items, int[] order, int before) {
    List<int[]> batches = new ArrayList<>();
    for (int from = 0, to; from < order.length; from = to) {
      int longest = items.length().applyAsInt(order[from]);
      to = Math.min(order.length, from + Math.max(1, pieces / longest));
      if (to > before) {
        batches.add(Arrays.copyOfRange(order, from, to));
      }
    }
    return batches;
  }

  private RowKeeper.Rows rows(Items items, int[] batch) {
    float[] values = budget.attempt(batch, items.length(), parts -> rows(items, parts));
    return new RowKeeper.Rows(batch.length, values);
  }

  /** The longest come first, so that lack of memory shows at once. */
  private static int[] longestFirst(Items items) {
    return IntStream.range(0, items.count())
        .boxed()
        .sorted(Comparator.comparingInt((Integer i) -> -items.length().applyAsInt(i)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int restore(List<RowKeeper.Rows> before, int[] order, Taker taker) {
    int at = 0;
    for (RowKeeper.Rows rows : before) {
      give(rows, order, at, taker);
      at += rows.count();
    }
    return at;
  }

  private static void give(RowKeeper.Rows rows, int[] order, int from, Taker taker) {
    int width = rows.width();
    for (int i = 0; i < rows.count(); i++) {
      taker.take(order[from + i], rows.values(), i * width, width);
    }
  }

  private static float[] rows(Items items, List<int[]> parts) {
    List<float[]> made = new ArrayList<>();
    for (int[] part : parts) {
      made.add(items.rows().apply(part));
    }
    float[] all = new float[made.stream().mapToInt(rows -> rows.length).sum()];
    int at = 0;
    for (float[] rows : made) {
      System.arraycopy(rows, 0, all, at, rows.length);
      at += rows.length;
    }
    return all;
  }
}
