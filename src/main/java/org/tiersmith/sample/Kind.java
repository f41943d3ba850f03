package org.tiersmith.sample;

import java.util.Locale;

/** A kind of customer: how strongly a discount and a high price act, and how it lives. */
enum Kind {
  BARGAIN(3.0, -0.6, 8, new double[] {45, 35, 15, 5}, new double[] {10, 20, 25, 20, 15, 10}),
  STUDENT(1.9, -0.5, 10, new double[] {65, 25, 8, 2}, new double[] {80, 20, 0, 0, 0, 0}),
  FAMILY(1.2, -0.3, 14, new double[] {40, 35, 20, 5}, new double[] {5, 45, 40, 10, 0, 0}),
  GIFT(0.8, 0.1, 11, new double[] {50, 30, 15, 5}, new double[] {5, 15, 20, 20, 25, 15}),
  HOBBYIST(0.5, 0.1, 17, new double[] {40, 30, 20, 10}, new double[] {10, 20, 25, 20, 15, 10}),
  REGULAR(0.32, 0.0, 17, new double[] {10, 25, 40, 25}, new double[] {0, 5, 15, 25, 30, 25}),
  BUSY(0.2, 0.2, 11, new double[] {45, 30, 15, 10}, new double[] {5, 35, 35, 20, 5, 0}),
  CONNOISSEUR(0.1, 0.5, 12, new double[] {25, 25, 25, 25}, new double[] {0, 10, 20, 30, 25, 15});

  private final double sensitivity;
  private final double priceAttitude;
  private final double share;
  private final double[] memberships;
  private final double[] ages;

  Kind(
      double sensitivity, double priceAttitude, double share, double[] memberships, double[] ages) {
    this.sensitivity = sensitivity;
    this.priceAttitude = priceAttitude;
    this.share = share;
    this.memberships = memberships;
    this.ages = ages;
  }

  /** k at a department of factor one: growth of the hazard per unit of discount rate. */
  double sensitivity() {
    return sensitivity;
  }

  /** Change of the log hazard per unit of log price above the category's median. */
  double priceAttitude() {
    return priceAttitude;
  }

  /** The name of one of this kind's sections in the vocabulary. */
  String section(String part) {
    return name().toLowerCase(Locale.ROOT) + "." + part;
  }

  static Kind draw(Draws draws) {
    double[] shares = new double[values().length];
    for (Kind kind : values()) {
      shares[kind.ordinal()] = kind.share;
    }
    return values()[draws.weighted(shares)];
  }

  /** An index into the memberships none, silver, gold, platinum. */
  int drawMembership(Draws draws) {
    return draws.weighted(memberships);
  }

  /** An index into the six age bands, youngest first. */
  int drawAge(Draws draws) {
    return draws.weighted(ages);
  }
}
