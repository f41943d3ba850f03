package org.tiersmith.sample;

import java.util.Locale;

/** A category of goods, the same in every language; one peaks in each month of the year. */
enum Department {
  COFFEE(2, 1.15),
  RUNNING(4, 1.0),
  CAMPING(7, 1.0),
  KITCHEN(11, 1.0),
  SKINCARE(6, 1.15),
  GAMES(12, 1.0),
  AUDIO(10, 0.85),
  PHOTO(8, 0.85),
  GARDEN(5, 1.0),
  BOOKS(9, 1.0),
  PETS(3, 1.15),
  HOME(1, 0.85);

  private final int peakMonth;
  private final double discountFactor;

  Department(int peakMonth, double discountFactor) {
    this.peakMonth = peakMonth;
    this.discountFactor = discountFactor;
  }

  /** The month, 1 to 12, in which these goods sell best. */
  int peakMonth() {
    return peakMonth;
  }

  /** Multiplies k: what is used up and bought again answers a discount more than what lasts. */
  double discountFactor() {
    return discountFactor;
  }

  /** The name of one of this department's sections in the vocabulary. */
  String section(String part) {
    return name().toLowerCase(Locale.ROOT) + "." + part;
  }
}
