package org.tiersmith.strategy;

import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The guardrails over each pair, columnar: how high its tier may be, which guardrail says so, and
 * how high it could be if that one alone were lifted. Of equally tight guardrails the first in
 * {@link BoundBy}'s order is the one that binds; lifting it then changes nothing.
 *
 * @param cap per pair, the highest tier allowed
 * @param bound per pair, the {@link BoundBy#index} of the guardrail that sets {@code cap}; 0 where
 *     the whole ladder is allowed
 * @param lifted per pair, the highest tier allowed without that guardrail
 */
record RowLimits(byte[] cap, byte[] bound, byte[] lifted) {

  /** Adds what guardrails on names say of a row. */
  interface Named {
    void apply(int row, Tightest tightest);
  }

  /**
   * All that limits a row.
   *
   * @param top the highest tier
   */
  record Judge(CostLimits costs, Named named, int top) {
    private void judge(int row, double price, double cost, Tightest tightest, RowLimits limits) {
      tightest.reset();
      named.apply(row, tightest);
      costs.apply(price, cost, tightest);
      limits.cap[row] = (byte) tightest.cap();
      limits.bound[row] = tightest.bound();
      limits.lifted[row] = (byte) tightest.lifted();
    }
  }

  /** The limits of all pairs of a portfolio, that on the number per customer left out. */
  static RowLimits of(
      Portfolio portfolio, double[] rates, Guardrails guardrails, BooleanSupplier cancelled) {
    Judge judge =
        new Judge(
            new CostLimits(rates, guardrails.minMargin()),
            NamedLimits.of(portfolio, rates, guardrails)::apply,
            rates.length - 1);
    return of(portfolio.listPrice(), portfolio.unitCost(), judge, cancelled);
  }

  /** The limits of rows with these prices and costs. */
  static RowLimits of(double[] price, double[] cost, Judge judge, BooleanSupplier cancelled) {
    int n = price.length;
    RowLimits limits = blank(n);
    Blocks.map(
        n,
        cancelled,
        (from, to) -> {
          Tightest tightest = new Tightest(judge.top());
          for (int i = from; i < to; i++) {
            judge.judge(i, price[i], cost[i], tightest, limits);
          }
          return to;
        });
    return limits;
  }

  /** Room for the limits of that many rows; got in parallel, for it is slow to get. */
  static RowLimits blank(int rows) {
    byte[][] columns = new byte[3][];
    IntStream.range(0, columns.length).parallel().forEach(c -> columns[c] = new byte[rows]);
    return new RowLimits(columns[0], columns[1], columns[2]);
  }

  /**
   * Another rate at one tier.
   *
   * @param before what weighed prices against costs with the rate before
   * @param after all that limits rows now
   * @param tier the tier, at least 1
   * @param namesMoved whether a cap by name allows another tier than before
   */
  record Change(CostLimits before, Judge after, int tier, boolean namesMoved) {
    private boolean touches(RowLimits limits, int row, double price, double cost) {
      return after.costs.differs(before, tier, price, cost)
          || (namesMoved && (isNear(limits.cap[row]) || isNear(limits.lifted[row])));
    }

    /** A rate moves a row's limits only between its tier and the one below. */
    private boolean isNear(byte limit) {
      return limit == tier || limit == tier - 1;
    }
  }

  /** Takes over a stretch of the limits of the same rows before a change. */
  void takeOver(RowLimits before, Change change, double[] price, double[] cost, int from, int to) {
    System.arraycopy(before.cap, from, cap, from, to - from);
    System.arraycopy(before.bound, from, bound, from, to - from);
    System.arraycopy(before.lifted, from, lifted, from, to - from);
    for (int i = from; i < to; i++) {
      if (change.touches(before, i, price[i], cost[i])) {
        change.after.judge(i, price[i], cost[i], new Tightest(change.after.top), this);
      }
    }
  }

  /** The same, with further pairs that get nothing since their customer has enough already. */
  RowLimits withPerCustomer(boolean[] beyond) {
    int n = cap.length;
    RowLimits limits = new RowLimits(cap.clone(), bound.clone(), lifted.clone());
    for (int i = 0; i < n; i++) {
      if (beyond[i] && cap[i] > 0) {
        limits.lifted[i] = cap[i];
        limits.cap[i] = 0;
        limits.bound[i] = BoundBy.PER_CUSTOMER.index();
      }
    }
    return limits;
  }
}
