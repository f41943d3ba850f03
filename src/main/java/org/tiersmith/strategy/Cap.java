package org.tiersmith.strategy;

import org.tiersmith.model.Problem;

/**
 * The highest discount for one segment, category, product or customer.
 *
 * @param name the segment's or category's name, the product's or customer's id
 * @param maxRate in [0, 1]
 */
public record Cap(Scope scope, String name, double maxRate) {
  public Cap {
    if (name.isBlank()) {
      throw Problem.of(
          "strategy.no-such-name",
          "A cap or an exclusion needs the name of whom or what it is for.");
    }
    if (!(maxRate >= 0 && maxRate <= 1)) {
      throw Problem.of(
          "strategy.max-discount",
          "The highest discount must lie between 0 and 1 (30 % is 0.3), not {0}.",
          "" + maxRate);
    }
  }
}
