package org.tiersmith.strategy;

/** How a raw rate meets the tier ladder. */
public enum Snap {
  /** The highest tier that does not exceed the rate. */
  DOWN,
  /** The tier closest to the rate; from exactly halfway, the upper one. */
  NEAREST,
  /** The lowest tier that reaches the rate, or else the highest tier. */
  UP;

  /**
   * The raw rates from which each tier holds: tier t is the last one with {@code raw >=
   * boundaries[t]}.
   *
   * @param rates the ladder, rising from 0
   * @return as many as there are rates, the first of them negative infinity
   */
  public double[] boundaries(double[] rates) {
    double[] from = new double[rates.length];
    from[0] = Double.NEGATIVE_INFINITY;
    for (int t = 1; t < rates.length; t++) {
      from[t] =
          switch (this) {
            case DOWN -> rates[t];
            case NEAREST -> (rates[t - 1] + rates[t]) / 2;
            case UP -> Math.nextUp(rates[t - 1]);
          };
    }
    return from;
  }

  /** The tier of a raw rate by the {@link #boundaries} of a ladder. */
  static int tier(double raw, double[] boundaries) {
    int t = 0;
    while (t + 1 < boundaries.length && raw >= boundaries[t + 1]) {
      t++;
    }
    return t;
  }
}
