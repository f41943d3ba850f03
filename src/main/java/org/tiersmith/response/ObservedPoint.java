package org.tiersmith.response;

/**
 * What was seen at one discount rate, for a chart beside the fitted curves.
 *
 * @param rate mean rate of the exposures, in [0, 1)
 * @param exposures above 0
 * @param purchases at most {@code exposures}
 */
public record ObservedPoint(double rate, long exposures, long purchases) {
  /** The 97.5 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /** Share of the exposures that ended in a purchase. */
  public double share() {
    return (double) purchases / exposures;
  }

  /** Lower end of Wilson's 95 % interval (1927) of the share, in [0, 1]. */
  public double low() {
    return Math.max(0, middle() - halfWidth());
  }

  /** Upper end of Wilson's 95 % interval of the share, in [0, 1]. */
  public double high() {
    return Math.min(1, middle() + halfWidth());
  }

  private double middle() {
    return (purchases + Z * Z / 2) / (exposures + Z * Z);
  }

  private double halfWidth() {
    double variance = share() * (1 - share()) * exposures + Z * Z / 4;
    return Z * Math.sqrt(variance) / (exposures + Z * Z);
  }
}
