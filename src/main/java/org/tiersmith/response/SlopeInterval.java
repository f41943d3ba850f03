package org.tiersmith.response;

/**
 * The 95 % interval of a line's slope by its profile likelihood: the slopes whose best line is less
 * likely than the best of all by a log likelihood of at most 1.92. Unlike the usual interval it is
 * right beside 0 and where few buy.
 *
 * @param low 0 where a level line is likely enough
 */
record SlopeInterval(double low, double high) {
  /** Root of the 95 % quantile of the chi-square distribution with one degree of freedom. */
  private static final double Z = 1.959963984540054;

  private static final int MOST_STEPS = 60;
  private static final double ENOUGH = 1e-7;

  static SlopeInterval of(Line best, WeightedRates rates) {
    Profile profile = new Profile(best, rates);
    double low = profile.excess(0) <= 0 ? 0 : profile.root(0, best.slope());
    double out = best.slope() + best.slopeError();
    double in = best.slope();
    while (out < LineFamily.STEEPEST && profile.excess(out) < 0) {
      in = out;
      out = best.slope() + 2 * (out - best.slope());
    }
    double high = out >= LineFamily.STEEPEST ? LineFamily.STEEPEST : profile.root(out, in);
    return new SlopeInterval(low, high);
  }

  private record Profile(Line best, WeightedRates rates) {

    /** The signed root of the deviance less its limit: nearly linear in the slope. */
    double excess(double slope) {
      Line line = LineFitter.withSlope(best.family(), rates, slope);
      return Math.sqrt(2 * Math.max(0, best.logLikelihood() - line.logLikelihood())) - Z;
    }

    /** The root between a slope outside and one inside the interval, by the Illinois rule. */
    double root(double outside, double inside) {
      double a = outside;
      double fa = excess(a);
      double b = inside;
      double fb = excess(b);
      for (int i = 0; i < MOST_STEPS && Math.abs(b - a) > ENOUGH * Math.abs(b); i++) {
        double next = b - fb * (b - a) / (fb - fa);
        double f = excess(next);
        if (f * fb < 0) {
          a = b;
          fa = fb;
        } else {
          fa /= 2;
        }
        b = next;
        fb = f;
        if (Math.abs(f) < ENOUGH) {
          break;
        }
      }
      return b;
    }
  }
}
