package org.tiersmith.strategy;

import java.util.Arrays;
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
   * By part and chunk: a record of sums, then of what rounding lost, at each block's beginning and
   * end. What is open at a tier is one part and what is held there another, so that another rate at
   * one tier leaves the others as they are; all chunks of a part are in one array, for the garbage
   * collector would copy many small ones.
   */
  private final double[][] sums;

  /** By tier and chunk: a record of counts at each block's beginning and end. */
  private final int[][] counts;

  /** Which part a sum belongs to: a division saved where it counts. */
  private final byte[] partOf;

  /** Which of them holds a count. */
  private final byte[] tierOfCount;

  /** The same up to each chunk. */
  private final double[][] sumsBefore;

  private final long[][] countsBefore;

  private LevelSums(
      SortedRows rows,
      RowLimits limits,
      TierResponse response,
      LevelLayout layout,
      double[][] sums,
      int[][] counts) {
    this.rows = rows;
    this.limits = limits;
    this.response = response;
    this.layout = layout;
    this.sums = sums;
    this.counts = counts;
    this.partOf = parts(layout.sums(), layout.width());
    this.tierOfCount = parts(layout.counts(), layout.countWidth());
    int chunks = chunks(rows);
    this.sumsBefore = new double[chunks + 1][2 * layout.sums()];
    this.countsBefore = new long[chunks + 1][layout.counts()];
    for (int c = 0; c < chunks; c++) {
      carry(c);
    }
  }

  private static byte[] parts(int slots, int width) {
    byte[] parts = new byte[slots];
    for (int j = 0; j < slots; j++) {
      parts[j] = (byte) (j / width);
    }
    return parts;
  }

  private void carry(int chunk) {
    int all = layout.sums();
    int width = layout.width();
    int last = record(chunk) + blocks(rows, chunk);
    double[] next = sumsBefore[chunk + 1];
    System.arraycopy(sumsBefore[chunk], 0, next, 0, 2 * all);
    for (int j = 0; j < all; j++) {
      double[] part = sums[partOf[j]];
      int end = last * 2 * width + j % width;
      add(next, j, all, part[end]);
      next[all + j] += part[end + width];
    }
    int countWidth = layout.countWidth();
    for (int j = 0; j < layout.counts(); j++) {
      countsBefore[chunk + 1][j] =
          countsBefore[chunk][j] + counts[tierOfCount[j]][last * countWidth + j % countWidth];
    }
  }

  /** Sums everything. */
  static LevelSums of(
      SortedRows rows,
      RowLimits limits,
      TierResponse response,
      LevelLayout layout,
      BooleanSupplier cancelled) {
    int records = record(chunks(rows) - 1) + blocks(rows, chunks(rows) - 1) + 1;
    double[][] sums = new double[2 * (layout.tiers() - 1)][records * 2 * layout.width()];
    int[][] counts = new int[layout.tiers()][records * layout.countWidth()];
    Slots all = new Slots(0, sums.length, 0, counts.length, -1);
    eachChunk(
        rows,
        cancelled,
        c -> {
          LevelBlock block = new LevelBlock(rows, response, layout, limits, position(c));
          fill(rows, c, block::add, layout, sums, counts, all);
        });
    return new LevelSums(rows, limits, response, layout, sums, counts);
  }

  /**
   * The same ladder with another rate at one tier: only what that tier and the highest tier of the
   * rows next to it bring is summed again.
   *
   * @param change the tier and what limits rows there, by position
   * @param other the response with the other rate
   */
  LevelSums withTier(RowLimits.Change change, TierResponse other, BooleanSupplier cancelled) {
    int changed = change.tier();
    // All of the tier's own sums, and who is held at the one below. Where more may be had than the
    // tier below, it may be had as before.
    int firstSum = changed == 1 ? layout.open(1) : layout.held(changed - 1);
    Slots slots =
        new Slots(
            partOf[firstSum],
            partOf[layout.held(changed)] + 1,
            changed - 1,
            changed + 1,
            changed - 1);
    double[][] newSums = sums.clone();
    int[][] newCounts = counts.clone();
    // In parallel, for untouched memory takes longer to get than to fill.
    IntStream.range(slots.firstPart, slots.endPart)
        .parallel()
        .forEach(part -> newSums[part] = new double[sums[part].length]);
    for (int tier = changed - 1; tier <= changed; tier++) {
      newCounts[tier] = new int[counts[tier].length];
    }
    RowLimits otherLimits = RowLimits.blank(rows.size());
    eachChunk(
        rows,
        cancelled,
        c -> {
          int at = record(c) * layout.countWidth();
          int length = (blocks(rows, c) + 1) * layout.countWidth();
          System.arraycopy(counts[changed - 1], at, newCounts[changed - 1], at, length);
          LevelBlock block = new LevelBlock(rows, other, layout, otherLimits, position(c));
          Adder adder =
              (from, to, blockSums, blockCounts) -> {
                otherLimits.takeOver(limits, change, rows.price, rows.cost, from, to);
                block.add(from, to, changed, true, blockSums, blockCounts);
              };
          fill(rows, c, adder, layout, newSums, newCounts, slots);
        });
    return new LevelSums(rows, otherLimits, other, layout, newSums, newCounts);
  }

  /**
   * Which sums and counts are filled.
   *
   * @param heldOnly the tier of whose counts that of open rows is left as it is; -1 for none
   */
  private record Slots(int firstPart, int endPart, int firstTier, int endTier, int heldOnly) {}

  /** Adds the rows of a block to its sums and counts. */
  private interface Adder {
    void add(int from, int to, double[] sums, int[] counts);
  }

  private interface ChunkWork {
    void on(int chunk);
  }

  private static void eachChunk(SortedRows rows, BooleanSupplier cancelled, ChunkWork work) {
    IntStream.range(0, chunks(rows))
        .parallel()
        .forEach(
            c -> {
              if (cancelled.getAsBoolean()) {
                throw new CancellationException();
              }
              work.on(c);
            });
  }

  private static int chunks(SortedRows rows) {
    return Math.ceilDiv(rows.size(), CHUNK * SortedRows.BLOCK);
  }

  /** The first record of a chunk, which has one more than blocks. */
  private static int record(int chunk) {
    return chunk * (CHUNK + 1);
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
      int[][] counts,
      Slots slots) {
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
      int record = record(chunk) + b;
      int at = record * 2 * width;
      int next = at + 2 * width;
      for (int part = slots.firstPart; part < slots.endPart; part++) {
        double[] ofPart = sums[part];
        for (int place = 0; place < width; place++) {
          ofPart[next + place] = ofPart[at + place];
          ofPart[next + width + place] = ofPart[at + width + place];
          add(ofPart, next + place, width, blockSums[part * width + place]);
        }
      }
      for (int tier = slots.firstTier; tier < slots.endTier; tier++) {
        count(counts[tier], record, layout, blockCounts, tier, tier == slots.heldOnly ? 1 : 0);
      }
    }
  }

  private static void count(
      int[] ofTier, int record, LevelLayout layout, int[] blockCounts, int tier, int from) {
    int width = layout.countWidth();
    int at = record * width;
    for (int place = from; place < width; place++) {
      ofTier[at + width + place] = ofTier[at + place] + blockCounts[tier * width + place];
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
    private final int countWidth = layout.countWidth();
    private int fromCounts;
    private int toCounts;

    /** Goes to the blocks from one to before another. */
    void over(int fromBlock, int toBlock) {
      fromChunk = chunk(fromBlock);
      toChunk = chunk(toBlock);
      int first = record(fromChunk) + fromBlock - fromChunk * CHUNK;
      int last = record(toChunk) + toBlock - toChunk * CHUNK;
      from = first * 2 * width;
      to = last * 2 * width;
      fromCounts = first * countWidth;
      toCounts = last * countWidth;
    }

    /** The end of the last block belongs to its chunk, not to one after it. */
    private int chunk(int block) {
      return Math.min(block / CHUNK, countsBefore.length - 2);
    }

    double sum(int slot) {
      int part = partOf[slot];
      int place = slot - part * width;
      double[] all = sums[part];
      double first = all[from + place];
      double last = all[to + place];
      double low = all[to + width + place] - all[from + width + place];
      return fromChunk == toChunk ? last - first + low : acrossChunks(slot, last, first, low);
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
      int tier = tierOfCount[slot];
      int place = slot - tier * countWidth;
      int[] ofTier = counts[tier];
      return countsBefore[toChunk][slot]
          - countsBefore[fromChunk][slot]
          + ofTier[toCounts + place]
          - ofTier[fromCounts + place];
    }
  }

  /** Bytes that this holds besides the sorted rows. */
  long bytes() {
    long records = 0;
    for (double[] part : sums) {
      records += (long) part.length * Double.BYTES;
    }
    for (int[] ofTier : counts) {
      records += (long) ofTier.length * Integer.BYTES;
    }
    return records + 3L * rows.size();
  }
}
