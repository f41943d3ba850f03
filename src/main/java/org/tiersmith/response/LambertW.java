package org.tiersmith.response;

/**
 * The principal branch of Lambert's W: the w of at least -1 with {@code w exp(w) = x}.
 *
 * <p>Halley's iteration as in Corless, Gonnet, Hare, Jeffrey and Knuth, "On the Lambert W function"
 * (1996), section 5. Relative error below 1e-14, except beside -1/e, where W has a vertical tangent
 * and an ulp of x is worth its square root in w.
 */
public final class LambertW {
  private static final double BRANCH = -Math.exp(-1);
  private static final double NEAR_BRANCH = -0.25;
  private static final double ENOUGH = 1e-9;
  private static final int MOST_STEPS = 40;

  private LambertW() {}

  /**
   * W0 of a number.
   *
   * @param x at least -1/e; NaN is answered below
   */
  public static double w0(double x) {
    if (x == 0 || x == Double.POSITIVE_INFINITY) {
      return x;
    }
    if (!(x >= BRANCH)) {
      return Double.NaN;
    }
    double w = guess(x);
    double step = w;
    for (int i = 0; i < MOST_STEPS && !converged(step, w) && w > -1; i++) {
      double e = Math.exp(w);
      double f = w * e - x;
      step = f / (e * (w + 1) - (w + 2) * f / (2 * w + 2));
      w -= step;
    }
    return w;
  }

  /**
   * {@code W0(exp(y))}, the w with {@code w + ln w = y}, also where exp(y) is too large for a
   * number.
   *
   * @param y any
   */
  public static double ofExp(double y) {
    if (!(y > 1 && y < Double.POSITIVE_INFINITY)) {
      return w0(Math.exp(y));
    }
    double w = y - Math.log(y);
    double step = w;
    for (int i = 0; i < MOST_STEPS && !converged(step, w); i++) {
      double f = w + Math.log(w) - y;
      step = f * w / (1 + w + f / (2 * (1 + w)));
      w -= step;
    }
    return w;
  }

  /** Halley's steps shrink to their cube: after one below 1e-9 nothing is left to do. */
  private static boolean converged(double step, double w) {
    return Math.abs(step) <= ENOUGH * Math.abs(w);
  }

  /** The series at the branch point, else Winitzki's approximation, right within 2 %. */
  private static double guess(double x) {
    if (x < NEAR_BRANCH) {
      double p = Math.sqrt(2 * Math.max(0, Math.fma(Math.E, x, 1)));
      return -1 + p * (1 + p * (-1 / 3.0 + p * (11 / 72.0)));
    }
    double log = Math.log1p(x);
    return log * (1 - Math.log1p(log) / (2 + log));
  }
}
