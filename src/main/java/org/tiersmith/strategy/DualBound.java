package org.tiersmith.strategy;

import java.util.function.IntToDoubleFunction;

/**
 * What no plan of a budget can better: {@code l B + sum of the most that each pair or customer
 * earns at price l}, at the price that makes it least.
 *
 * @param curve the most profit at each cost, parts of steps allowed
 * @param slope of the piece from each corner to the next
 * @param slack by how much rounding slopes to single precision may have lowered the curve
 */
record DualBound(FrontierCurve curve, IntToDoubleFunction slope, double slack) {

  /** The piece of the curve that a budget lies on; one beyond the last where none binds. */
  int piece(double budget) {
    return curve.within(budget);
  }

  /** The shadow price on a piece; 0 beyond the last. */
  double price(int piece) {
    return piece == curve.size() - 1 ? 0 : slope.applyAsDouble(piece);
  }

  /** The bound of a budget on a piece. */
  double at(double budget, int piece, double price) {
    double earned = curve.profit()[piece];
    if (budget == 0) {
      return 0;
    }
    return price > 0 ? earned + price * (budget - curve.cost()[piece]) + slack : earned;
  }
}
