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

  /**
   * The limits of all pairs, those on the number per customer left out.
   *
   * @param rates the ladder
   */
  static RowLimits of(
      Portfolio portfolio, double[] rates, Guardrails guardrails, BooleanSupplier cancelled) {
    int n = portfolio.size();
    RowLimits limits = new RowLimits(new byte[n], new byte[n], new byte[n]);
    CostLimits costs = new CostLimits(rates, guardrails.minMargin());
    NamedLimits named = NamedLimits.of(portfolio, rates, guardrails);
    Blocks.map(
        n,
        cancelled,
        (from, to) -> {
          Tightest tightest = new Tightest(rates.length - 1);
          for (int i = from; i < to; i++) {
            tightest.reset();
            named.apply(i, tightest);
            costs.apply(portfolio.listPrice()[i], portfolio.unitCost()[i], tightest);
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
