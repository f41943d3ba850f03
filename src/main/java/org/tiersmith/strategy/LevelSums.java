package org.tiersmith.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Prefix sums over blocks of sorted rows of all that a {@link LevelLayout} keeps, for one ladder
 * under its response and guardrails. Sums are kept in two doubles each (the sum and what its
 * rounding lost), so that the difference of two prefixes is as exact as summing the rows between
 * them. Immutable.
 */
final class LevelSums {
  /** Blocks that are summed together; prefixes begin anew in each such chunk. */
  private static final int CHUNK = 1024;

  private final SortedRows rows;
  final RowLimits limits;
  final TierResponse response;
  final LevelLayout layout;

  /**
   * By chunk and tier: a record of sums, then of what rounding lost, at each block's beginning and
   * end. Apart by tier, so that another rate at one tier leaves those of the others as they are.
   */
  private final double[][][] sums;

  private final int[][] counts;

  /** Which of the arrays by tier holds a sum: a division saved where it counts. */
  private final byte[] tierOf;

  /** The same up to each chunk. */
  private final double[][] sumsBefore;

  private final long[][] countsBefore;

  private LevelSums(
      SortedRows rows,
      RowLimits limits,
      TierResponse response,
      LevelLayout layout,
      double[][][] sums,
      int[][] counts) {
    this.rows = rows;
    this.limits = limits;
    this.response = response;
    this.layout = layout;
    this.sums = sums;
    this.counts = counts;
    this.sumsBefore = new double[sums.length + 1][2 * layout.sums()];
    this.tierOf = new byte[layout.sums()];
    for (int j = 0; j < tierOf.length; j++) {
      tierOf[j] = (byte) (j / layout.width());
    }
    this.countsBefore = new long[sums.length + 1][layout.counts()];
    for (int c = 0; c < sums.length; c++) {
      carry(c);
    }
  }

  private void carry(int chunk) {
    int all = layout.sums();
    int width = layout.width();
    double[] next = sumsBefore[chunk + 1];
    System.arraycopy(sumsBefore[chunk], 0, next, 0, 2 * all);
    for (int j = 0; j < all; j++) {
      double[] ofTier = sums[chunk][j / width];
      int end = ofTier.length - 2 * width + j % width;
      add(next, j, all, ofTier[end]);
      next[all + j] += ofTier[end + width];
    }
    int endOfCounts = counts[chunk].length - layout.counts();
    for (int j = 0; j < layout.counts(); j++) {
      countsBefore[chunk + 1][j] = countsBefore[chunk][j] + counts[chunk][endOfCounts + j];
    }
  }

  /** Sums everything. */
  static LevelSums of(
      SortedRows rows,
      RowLimits limits,
      TierResponse response,
      LevelLayout layout,
      BooleanSupplier cancelled) {
    int chunks = Math.ceilDiv(rows.size(), CHUNK * SortedRows.BLOCK);
    double[][][] sums = new double[chunks][][];
    int[][] counts = new int[chunks][];
    int[] allSums = IntStream.range(0, layout.sums()).toArray();
    int[] allCounts = IntStream.range(0, layout.counts()).toArray();
    eachChunk(
        chunks,
        cancelled,
        c -> {
          int blocks = blocks(rows, c);
          sums[c] = new double[layout.tiers() - 1][(blocks + 1) * 2 * layout.width()];
          counts[c] = new int[(blocks + 1) * layout.counts()];
          LevelBlock block = new LevelBlock(rows, response, layout, limits, position(c));
          fill(rows, c, block::add, layout, sums[c], counts[c], allSums, allCounts);
        });
    return new LevelSums(rows, limits, response, layout, sums, counts);
  }

  /**
   * The same ladder with another rate at one tier: only what that tier and the highest tier of the
   * rows next to it bring is summed again.
   *
   * @param changed the tier, at least 1
   */
  LevelSums withTier(
      int changed, TierResponse other, RowLimits otherLimits, BooleanSupplier cancelled) {
    int[] changedSums = slots(changed);
    int[] changedCounts =
        IntStream.range(layout.countOpen(changed - 1), layout.countOpen(changed + 1)).toArray();
    double[][][] newSums = new double[sums.length][][];
    int[][] newCounts = new int[sums.length][];
    eachChunk(
        sums.length,
        cancelled,
        c -> {
          newSums[c] = withNewTier(sums[c], changed);
          newCounts[c] = counts[c].clone();
          LevelBlock block = new LevelBlock(rows, other, layout, otherLimits, position(c));
          Adder adder =
              (from, to, blockSums, blockCounts) -> {
                block.add(from, to, changed, false, blockSums, blockCounts);
                block.add(from, to, changed - 1, true, blockSums, blockCounts);
              };
          fill(rows, c, adder, layout, newSums[c], newCounts[c], changedSums, changedCounts);
        });
    return new LevelSums(rows, otherLimits, other, layout, newSums, newCounts);
  }

  /** Other sums for a tier, a copy of those of the one below, and the others themselves. */
  private static double[][] withNewTier(double[][] byTier, int changed) {
    double[][] other = byTier.clone();
    other[changed - 1] = new double[byTier[changed - 1].length];
    if (changed > 1) {
      other[changed - 2] = byTier[changed - 2].clone();
    }
    return other;
  }

  /** What a changed tier touches: all of its own sums, and who is held at the one below. */
  private int[] slots(int changed) {
    List<Integer> slots = new ArrayList<>();
    for (int j = layout.open(changed); j < layout.open(changed + 1); j++) {
      slots.add(j);
    }
    if (changed > 1) {
      for (int j = 0; j < LevelLayout.SUMS; j++) {
        slots.add(layout.held(changed - 1) + j);
      }
      for (int b = 0; b < layout.bounds().length; b++) {
        slots.add(layout.moved(b, changed - 1));
      }
    }
    return slots.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Adds the rows of a block to its sums and counts. */
  private interface Adder {
    void add(int from, int to, double[] sums, int[] counts);
  }

  private interface ChunkWork {
    void on(int chunk);
  }

  private static void eachChunk(int chunks, BooleanSupplier cancelled, ChunkWork work) {
    IntStream.range(0, chunks)
        .parallel()
        .forEach(
            c -> {
              if (cancelled.getAsBoolean()) {
                throw new CancellationException();
              }
              work.on(c);
            });
  }

  private static int position(int chunk) {
    return chunk * CHUNK * SortedRows.BLOCK;
  }

  private static int blocks(SortedRows rows, int chunk) {
    int all = Math.ceilDiv(rows.size(), SortedRows.BLOCK);
    return Math.min(CHUNK, all - chunk * CHUNK);
  }

  private static void fill(
      SortedRows rows,
      int chunk,
      Adder adder,
      LevelLayout layout,
      double[][] sums,
      int[] counts,
      int[] sumSlots,
      int[] countSlots) {
    int width = layout.width();
    double[] blockSums = new double[layout.sums()];
    int[] blockCounts = new int[layout.counts()];
    int position = position(chunk);
    for (int b = 0; b < blocks(rows, chunk); b++) {
      Arrays.fill(blockSums, 0);
      Arrays.fill(blockCounts, 0);
      int end = Math.min(rows.size(), position + SortedRows.BLOCK);
      adder.add(position, end, blockSums, blockCounts);
      position = end;
      int at = b * 2 * width;
      int next = at + 2 * width;
      for (int j : sumSlots) {
        double[] ofTier = sums[j / width];
        int place = j % width;
        ofTier[next + place] = ofTier[at + place];
        ofTier[next + width + place] = ofTier[at + width + place];
        add(ofTier, next + place, width, blockSums[j]);
      }
      int from = b * layout.counts();
      for (int j : countSlots) {
        counts[from + layout.counts() + j] = counts[from + j] + blockCounts[j];
      }
    }
  }

  /** Adds to a sum that keeps what its rounding lost {@code width} places further (Knuth's sum). */
  private static void add(double[] sums, int at, int width, double value) {
    double before = sums[at];
    double sum = before + value;
    double part = sum - before;
    sums[at] = sum;
    sums[at + width] += (before - (sum - part)) + (value - part);
  }

  /** Sums and counts over whole blocks; scratch space that is filled range after range. */
  final class Range {
    private final int width = layout.width();
    private int fromChunk;
    private int toChunk;
    private int from;
    private int to;
    private int fromCounts;
    private int toCounts;

    /** Goes to the blocks from one to before another. */
    void over(int fromBlock, int toBlock) {
      fromChunk = chunk(fromBlock);
      toChunk = chunk(toBlock);
      from = (fromBlock - fromChunk * CHUNK) * 2 * width;
      to = (toBlock - toChunk * CHUNK) * 2 * width;
      fromCounts = (fromBlock - fromChunk * CHUNK) * layout.counts();
      toCounts = (toBlock - toChunk * CHUNK) * layout.counts();
    }

    /** The end of the last block belongs to its chunk, not to one after it. */
    private int chunk(int block) {
      return Math.min(block / CHUNK, sums.length - 1);
    }

    double sum(int slot) {
      int tier = tierOf[slot];
      int place = slot - tier * width;
      double[] first = sums[fromChunk][tier];
      double[] last = sums[toChunk][tier];
      double high = last[to + place] - first[from + place];
      double low = last[to + width + place] - first[from + width + place];
      if (fromChunk == toChunk) {
        return high + low;
      }
      return acrossChunks(slot, last[to + place], first[from + place], low);
    }

    /** Neumaier's sum of the parts, which may be much larger than what they come to. */
    private double acrossChunks(int slot, double last, double first, double low) {
      int all = layout.sums();
      double[] after = sumsBefore[toChunk];
      double[] before = sumsBefore[fromChunk];
      double sum = after[slot];
      double lost = low + (after[all + slot] - before[all + slot]);
      for (double part : new double[] {-before[slot], last, -first}) {
        double next = sum + part;
        lost += Math.abs(sum) >= Math.abs(part) ? (sum - next) + part : (part - next) + sum;
        sum = next;
      }
      return sum + lost;
    }

    long count(int slot) {
      return countsBefore[toChunk][slot]
          - countsBefore[fromChunk][slot]
          + counts[toChunk][toCounts + slot]
          - counts[fromChunk][fromCounts + slot];
    }
  }

  /** Bytes that this holds besides the sorted rows. */
  long bytes() {
    long blocks = 0;
    for (double[][] chunk : sums) {
      for (double[] ofTier : chunk) {
        blocks += (long) ofTier.length * Double.BYTES;
      }
    }
    for (int[] chunk : counts) {
      blocks += (long) chunk.length * Integer.BYTES;
    }
    return blocks + 3L * rows.size();
  }
}
