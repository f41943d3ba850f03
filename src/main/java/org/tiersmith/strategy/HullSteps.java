package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.List;

/**
 * Moves from one tier of a pair to a higher one on its hull, columnar. A pair's steps stand in
 * rising order of tier, so in falling order of profit per cost.
 */
final class HullSteps {
  private int[] pair;
  private byte[] tier;
  private double[] cost;
  private double[] profit;
  private int size;

  HullSteps(int capacity) {
    int room = Math.max(capacity, 16);
    pair = new int[room];
    tier = new byte[room];
    cost = new double[room];
    profit = new double[room];
  }

  void add(int ofPair, int toTier, double moreCost, double moreProfit) {
    if (size == pair.length) {
      grow(2 * size);
    }
    pair[size] = ofPair;
    tier[size] = (byte) toTier;
    cost[size] = moreCost;
    profit[size] = moreProfit;
    size++;
  }

  static HullSteps concat(List<HullSteps> parts) {
    HullSteps all = new HullSteps(parts.stream().mapToInt(HullSteps::size).sum());
    for (HullSteps part : parts) {
      System.arraycopy(part.pair, 0, all.pair, all.size, part.size);
      System.arraycopy(part.tier, 0, all.tier, all.size, part.size);
      System.arraycopy(part.cost, 0, all.cost, all.size, part.size);
      System.arraycopy(part.profit, 0, all.profit, all.size, part.size);
      all.size += part.size;
    }
    return all;
  }

  int size() {
    return size;
  }

  int pair(int step) {
    return pair[step];
  }

  byte tier(int step) {
    return tier[step];
  }

  double cost(int step) {
    return cost[step];
  }

  double profit(int step) {
    return profit[step];
  }

  /**
   * All steps by falling profit per cost. Ratios are compared in single precision, which packs
   * ratio and index into one long; steps that this makes equal keep their order, so a pair's steps
   * stay in theirs.
   */
  int[] byProfitPerCost() {
    long[] keys = new long[size];
    Arrays.setAll(
        keys,
        i ->
            (long) (Integer.MAX_VALUE - Float.floatToRawIntBits((float) (profit[i] / cost[i])))
                    << 32
                | i);
    Arrays.parallelSort(keys);
    int[] order = new int[size];
    Arrays.setAll(order, i -> (int) keys[i]);
    return order;
  }

  private void grow(int room) {
    pair = Arrays.copyOf(pair, room);
    tier = Arrays.copyOf(tier, room);
    cost = Arrays.copyOf(cost, room);
    profit = Arrays.copyOf(profit, room);
  }
}
