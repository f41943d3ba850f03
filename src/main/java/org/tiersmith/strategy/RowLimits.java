package org.tiersmith.strategy;

import java.util.function.BooleanSupplier;

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

  /** The limits of all pairs of a portfolio, that on the number per customer left out. */
  static RowLimits of(
      Portfolio portfolio, double[] rates, Guardrails guardrails, BooleanSupplier cancelled) {
    return of(
        portfolio.listPrice(),
        portfolio.unitCost(),
        new CostLimits(rates, guardrails.minMargin()),
        NamedLimits.of(portfolio, rates, guardrails)::apply,
        rates.length - 1,
        cancelled);
  }

  /**
   * The limits of rows.
   *
   * @param price by row
   * @param cost by row
   * @param top the highest tier
   */
  static RowLimits of(
      double[] price,
      double[] cost,
      CostLimits costs,
      Named named,
      int top,
      BooleanSupplier cancelled) {
    int n = price.length;
    RowLimits limits = new RowLimits(new byte[n], new byte[n], new byte[n]);
    Blocks.map(
        n,
        cancelled,
        (from, to) -> {
          Tightest tightest = new Tightest(top);
          for (int i = from; i < to; i++) {
            tightest.reset();
            named.apply(i, tightest);
            costs.apply(price[i], cost[i], tightest);
            limits.cap[i] = (byte) tightest.cap();
            limits.bound[i] = tightest.bound();
            limits.lifted[i] = (byte) tightest.lifted();
          }
          return to;
        });
    return limits;
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
