package org.tiersmith.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * Makes a row of numbers for each of many items, in batches of like length whose order follows from
 * the lengths alone: so it may stop after any of them and go on later, and makes the same rows.
 *
 * @param pieces word pieces of a batch, padding counted
 * @param budget what the device takes at once
 * @param keeper keeps the rows meanwhile
 */
record RowMaker(int pieces, PieceBudget budget, RowKeeper keeper) {

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
    for (int from = 0, to; from < order.length; from = to) {
      int longest = items.length().applyAsInt(order[from]);
      to = Math.min(order.length, from + Math.max(1, pieces / longest));
      if (to <= before) {
        continue;
      }
      context.checkCancelled();
      int[] batch = Arrays.copyOfRange(order, from, to);
      float[] values = budget.attempt(batch, items.length(), parts -> rows(items, parts));
      RowKeeper.Rows rows = new RowKeeper.Rows(batch.length, values);
      give(rows, order, from, taker);
      kept.add(rows);
      context.progress((double) to / order.length, items.unit().told(to, order.length, before));
    }
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
