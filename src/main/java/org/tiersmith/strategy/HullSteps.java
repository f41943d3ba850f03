package org.tiersmith.strategy;

import java.util.Arrays;

/**
 * Steps up the hulls of a run of pairs or customers, columnar: each costs and earns something and
 * moves one pair to a higher tier, or several pairs of one customer to other tiers. Steps of one
 * owner stand in falling order of profit per cost.
 */
final class HullSteps {
  private static final int ROOM = 1024;

  private final boolean single;
  private int size;
  private double[] cost = new double[ROOM];
  private double[] profit = new double[ROOM];
  private int[] rank = new int[ROOM];
  private int[] end;
  private int moves;
  private int[] pair = new int[ROOM];
  private byte[] from = new byte[ROOM];
  private byte[] to = new byte[ROOM];

  /**
   * @param single whether each step makes one move, so that steps and moves need no telling apart
   */
  HullSteps(boolean single) {
    this.single = single;
    end = new int[single ? 0 : ROOM];
  }

  /** Adds a move to the step that {@link #step} completes. */
  void move(int ofPair, int fromTier, int toTier) {
    if (moves == pair.length) {
      pair = Arrays.copyOf(pair, 2 * moves);
      from = Arrays.copyOf(from, 2 * moves);
      to = Arrays.copyOf(to, 2 * moves);
    }
    pair[moves] = ofPair;
    from[moves] = (byte) fromTier;
    to[moves] = (byte) toTier;
    moves++;
  }

  /**
   * Completes a step.
   *
   * @param first whether it is the owner's first; a later one never ranks before the one before it,
   *     whatever rounding makes of their ratios
   */
  void step(double moreCost, double moreProfit, boolean first) {
    if (size == cost.length) {
      cost = Arrays.copyOf(cost, 2 * size);
      profit = Arrays.copyOf(profit, 2 * size);
      rank = Arrays.copyOf(rank, 2 * size);
      end = single ? end : Arrays.copyOf(end, 2 * size);
    }
    cost[size] = moreCost;
    profit[size] = moreProfit;
    int place = Integer.MAX_VALUE - Float.floatToRawIntBits((float) (moreProfit / moreCost));
    rank[size] = first ? place : Math.max(place, rank[size - 1]);
    if (!single) {
      end[size] = moves;
    }
    size++;
  }

  /** Gives back room that is not needed. */
  HullSteps trim() {
    cost = Arrays.copyOf(cost, size);
    profit = Arrays.copyOf(profit, size);
    rank = Arrays.copyOf(rank, size);
    end = Arrays.copyOf(end, single ? 0 : size);
    pair = Arrays.copyOf(pair, moves);
    from = Arrays.copyOf(from, moves);
    to = Arrays.copyOf(to, moves);
    return this;
  }

  boolean single() {
    return single;
  }

  int size() {
    return size;
  }

  int moves() {
    return moves;
  }

  double cost(int step) {
    return cost[step];
  }

  double profit(int step) {
    return profit[step];
  }

  /** At least 0 and the smaller, the more the step earns for its cost, in single precision. */
  int rank(int step) {
    return rank[step];
  }

  /** The first of a step's moves. */
  int firstMove(int step) {
    return single ? step : step == 0 ? 0 : end[step - 1];
  }

  /** One beyond the last of a step's moves. */
  int endMove(int step) {
    return single ? step + 1 : end[step];
  }

  int pair(int move) {
    return pair[move];
  }

  byte from(int move) {
    return from[move];
  }

  byte to(int move) {
    return to[move];
  }
}
