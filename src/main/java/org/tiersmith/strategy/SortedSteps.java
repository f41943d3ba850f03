package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Steps by falling profit per cost, columnar. Ratios are compared in single precision; steps that
 * this makes equal keep the order of their owners, so an owner's steps stay in theirs.
 *
 * @param cost one longer than there are steps: step i at i + 1, 0 at 0
 * @param profit likewise
 * @param start where each step's moves begin, one longer than there are steps; empty where step i
 *     makes move i alone
 * @param pair per move
 * @param from per move, the tier left
 * @param to per move, the tier reached
 * @param slack the most by which comparing in single precision can lower a dual bound: over any run
 *     of equal ratios, the range of the exact ones times the run's cost
 */
record SortedSteps(
    double[] cost, double[] profit, int[] start, int[] pair, byte[] from, byte[] to, double slack) {

  static SortedSteps of(List<HullSteps> parts, boolean single, BooleanSupplier cancelled) {
    HullSteps[] part = parts.toArray(HullSteps[]::new);
    int widest = parts.stream().mapToInt(HullSteps::size).max().orElse(0);
    int shift = Integer.SIZE - Integer.numberOfLeadingZeros(widest);
    if ((long) part.length << shift > 1L << Integer.SIZE) {
      throw new IllegalArgumentException("more steps than can be numbered");
    }
    long[] keys = RadixSort.byUpperHalf(keys(part, shift), cancelled);
    SortedSteps sorted = empty(keys.length, single ? keys.length : moves(parts), single);
    sorted.gather(part, keys, shift, cancelled);
    return sorted.withSlack(sorted.slack(keys, cancelled));
  }

  private static SortedSteps empty(int size, int moves, boolean single) {
    return new SortedSteps(
        new double[size + 1],
        new double[size + 1],
        new int[single ? 0 : size + 1],
        new int[moves],
        new byte[moves],
        new byte[moves],
        0);
  }

  private static int moves(List<HullSteps> parts) {
    return Math.toIntExact(parts.stream().mapToLong(HullSteps::moves).sum());
  }

  private SortedSteps withSlack(double value) {
    return new SortedSteps(cost, profit, start, pair, from, to, value);
  }

  int size() {
    return cost.length - 1;
  }

  /** Rank above, part and place within it below. */
  private static long[] keys(HullSteps[] part, int shift) {
    int[] place = new int[part.length + 1];
    for (int p = 0; p < part.length; p++) {
      place[p + 1] = Math.addExact(place[p], part[p].size());
    }
    long[] keys = new long[place[part.length]];
    IntStream.range(0, part.length)
        .parallel()
        .forEach(
            p -> {
              for (int j = 0; j < part[p].size(); j++) {
                keys[place[p] + j] = (long) part[p].rank(j) << Integer.SIZE | (long) p << shift | j;
              }
            });
    return keys;
  }

  private void gather(HullSteps[] part, long[] keys, int shift, BooleanSupplier cancelled) {
    int mask = (1 << shift) - 1;
    for (int i = 0; i < start.length - 1; i++) {
      HullSteps of = part[(int) keys[i] >>> shift];
      int j = (int) keys[i] & mask;
      start[i + 1] = start[i] + of.endMove(j) - of.firstMove(j);
    }
    Blocks.map(
        size(),
        cancelled,
        (first, end) -> {
          for (int i = first; i < end; i++) {
            copy(part[(int) keys[i] >>> shift], (int) keys[i] & mask, i);
          }
          return end;
        });
  }

  private void copy(HullSteps of, int j, int i) {
    cost[i + 1] = of.cost(j);
    profit[i + 1] = of.profit(j);
    int at = firstMove(i);
    for (int move = of.firstMove(j); move < of.endMove(j); move++, at++) {
      pair[at] = of.pair(move);
      from[at] = of.from(move);
      to[at] = of.to(move);
    }
  }

  private double slack(long[] keys, BooleanSupplier cancelled) {
    return Blocks.map(size(), cancelled, (first, end) -> slack(keys, first, end)).stream()
        .mapToDouble(worst -> worst)
        .max()
        .orElse(0);
  }

  /** The worst of the runs that begin from {@code first} to before {@code end}. */
  private double slack(long[] keys, int first, int end) {
    double worst = 0;
    int i = first;
    while (i < end) {
      int next = i + 1;
      while (next < keys.length && keys[next] >>> Integer.SIZE == keys[i] >>> Integer.SIZE) {
        next++;
      }
      boolean begins = i == 0 || keys[i - 1] >>> Integer.SIZE != keys[i] >>> Integer.SIZE;
      if (begins && next > i + 1) {
        worst = Math.max(worst, slack(i, next));
      }
      i = next;
    }
    return worst;
  }

  private double slack(int first, int end) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = first; i < end; i++) {
      double ratio = profit[i + 1] / cost[i + 1];
      // A step that costs nothing is always taken first, whatever the order among such steps.
      if (ratio < Double.POSITIVE_INFINITY) {
        least = Math.min(least, ratio);
        most = Math.max(most, ratio);
        sum += cost[i + 1];
      }
    }
    return most > least ? (most - least) * sum : 0;
  }

  int firstMove(int step) {
    return start.length == 0 ? step : start[step];
  }

  /** Only those steps; these arrays' room is used, and they are of no use afterwards. */
  SortedSteps keep(BitSet kept) {
    int count = 0;
    int moves = 0;
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      int first = firstMove(i);
      int length = firstMove(i + 1) - first;
      cost[count + 1] = cost[i + 1];
      profit[count + 1] = profit[i + 1];
      System.arraycopy(pair, first, pair, moves, length);
      System.arraycopy(from, first, from, moves, length);
      System.arraycopy(to, first, to, moves, length);
      moves += length;
      count++;
      if (start.length > 0) {
        start[count] = moves;
      }
    }
    return cut(count, moves);
  }

  private SortedSteps cut(int steps, int moves) {
    return new SortedSteps(
        Arrays.copyOf(cost, steps + 1),
        Arrays.copyOf(profit, steps + 1),
        start.length == 0 ? start : Arrays.copyOf(start, steps + 1),
        Arrays.copyOf(pair, moves),
        Arrays.copyOf(from, moves),
        Arrays.copyOf(to, moves),
        slack);
  }
}
