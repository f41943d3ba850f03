package org.tiersmith.sample;

import java.util.Locale;

/** How fine a product is within its type: it sets the price and is told in the description. */
enum Grade {
  VALUE(0.6),
  MIDDLE(1.0),
  PREMIUM(1.7);

  private static final double SPREAD = 0.12;

  private final double factor;

  Grade(double factor) {
    this.factor = factor;
  }

  /** A price in cents that ends in 90, at least 1.90. */
  long price(double usualPrice, Draws draws) {
    double price = usualPrice * factor * draws.between(1 - SPREAD, 1 + SPREAD);
    return Math.max(1, Math.round(price) - 1) * 100 + 90;
  }

  /** The vocabulary's section with this grade's sentences. */
  String section() {
    return name().toLowerCase(Locale.ROOT);
  }
}
