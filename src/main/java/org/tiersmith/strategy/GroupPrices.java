package org.tiersmith.strategy;

import java.util.function.IntUnaryOperator;

/**
 * The shadow prices of budgets by group: one multiplier each.
 *
 * @param group the group of a pair, -1 for none
 * @param price by group, what one more unit of its own budget earns if the budget in all allows it;
 *     0 where its own does not bind
 */
public record GroupPrices(IntUnaryOperator group, double[] price) {

  /** The price of what holds a pair: the dearer of its group's budget and the budget in all. */
  double of(int pair, double inAll) {
    int g = group.applyAsInt(pair);
    return g < 0 ? inAll : Math.max(inAll, price[g]);
  }
}
