package org.tiersmith.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.model.TierLadder;
import org.tiersmith.strategy.Portfolio;

/**
 * Scored pairs that look like a shop's, made up by a seed: the same on every machine and for any
 * number of cores. Some ten pairs a customer, each customer in one segment; prices per product,
 * log-normal within 5 to 500; costs 40 to 80 % of the price, all known; p0 mostly within 0.1 to
 * 0.3; k within 0.1 to 3.
 *
 * @param pairs a customer's pairs follow each other
 * @param portfolio the same pairs by segment
 * @param tiers evenly spaced from 0 to 30 %
 */
public record SyntheticPortfolio(ScoredPairs pairs, Portfolio portfolio, TierLadder tiers) {
  private static final int BLOCK = 1 << 16;
  private static final int PAIRS_PER_CUSTOMER = 10;
  private static final int MOST_PRODUCTS = 20_000;
  private static final int PAIRS_PER_PRODUCT = 50;
  private static final double HIGHEST_RATE = 0.3;

  /** Makes up pairs. */
  public static SyntheticPortfolio of(int rows, int segments, int tiers, long seed) {
    Columns columns = new Columns(rows, segments);
    columns.fill(seed);
    ScoredPairs pairs =
        new ScoredPairs(
            ids("C", Math.ceilDiv(rows, PAIRS_PER_CUSTOMER)),
            ids("P", columns.products),
            columns.customer,
            columns.product,
            columns.p0,
            columns.k,
            columns.listPrice,
            columns.unitCost);
    Portfolio portfolio =
        new Portfolio(
            IntStream.range(0, segments).mapToObj(s -> "segment " + (s + 1)).toList(),
            columns.segment,
            columns.customer,
            columns.listPrice,
            columns.unitCost,
            columns.p0,
            columns.k);
    return new SyntheticPortfolio(pairs, portfolio, ladder(tiers));
  }

  private static List<String> ids(String letter, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> letter + i).toList();
  }

  private static TierLadder ladder(int tiers) {
    return TierLadder.of(
        IntStream.range(0, tiers)
            .mapToDouble(
                t -> tiers == 1 ? 0 : Math.round(1e3 * HIGHEST_RATE * t / (tiers - 1)) / 1e3)
            .toArray());
  }

  /** The columns while they are filled. */
  private static final class Columns {
    final int products;
    final int segments;
    final int[] customer;
    final int[] product;
    final int[] segment;
    final double[] p0;
    final double[] k;
    final double[] listPrice;
    final double[] unitCost;

    Columns(int rows, int segments) {
      this.segments = segments;
      products = Math.clamp(rows / PAIRS_PER_PRODUCT, 1, MOST_PRODUCTS);
      customer = new int[rows];
      product = new int[rows];
      segment = new int[rows];
      p0 = new double[rows];
      k = new double[rows];
      listPrice = new double[rows];
      unitCost = new double[rows];
    }

    void fill(long seed) {
      double[] price = new double[products];
      double[] cost = new double[products];
      SplittableRandom random = new SplittableRandom(seed);
      for (int j = 0; j < products; j++) {
        price[j] = cents(Math.clamp(40 * Math.exp(0.8 * random.nextGaussian()), 5, 500));
        cost[j] = cents(price[j] * random.nextDouble(0.4, 0.8));
      }
      IntStream.range(0, Math.ceilDiv(p0.length, BLOCK))
          .parallel()
          .forEach(block -> fillBlock(block, new SplittableRandom(seed + 1 + block), price, cost));
    }

    private void fillBlock(int block, SplittableRandom random, double[] price, double[] cost) {
      int to = (int) Math.min(p0.length, (block + 1L) * BLOCK);
      for (int i = block * BLOCK; i < to; i++) {
        int owner = i / PAIRS_PER_CUSTOMER;
        int item = random.nextInt(products);
        customer[i] = owner;
        product[i] = item;
        // A fixed scramble spreads customers over segments without a column of their own.
        segment[i] = (int) (((owner * 0x9E3779B97F4A7C15L) >>> 33) % segments);
        p0[i] = 1 / (1 + Math.exp(1.5 - 0.7 * random.nextGaussian()));
        double u = random.nextDouble();
        k[i] = 0.1 + 2.9 * u * u;
        listPrice[i] = price[item];
        unitCost[i] = cost[item];
      }
    }

    private static double cents(double value) {
      return Math.rint(value * 100) / 100;
    }
  }
}
