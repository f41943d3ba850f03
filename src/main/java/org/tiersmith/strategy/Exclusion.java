package org.tiersmith.strategy;

import org.tiersmith.model.Problem;

/**
 * Who or what never gets a discount.
 *
 * @param name the segment's or category's name, the product's or customer's id
 */
public record Exclusion(Scope scope, String name) {
  public Exclusion {
    if (name.isBlank()) {
      throw Problem.of(
          "strategy.no-such-name",
          "A cap or an exclusion needs the name of whom or what it is for.");
    }
  }
}
