package org.tiersmith.profile.season;

/**
 * Exponential smoothing with an additive damped trend (Gardner and McKenzie, 1985): level and trend
 * follow each week by the weights that made the least squared error of one week ahead. Without a
 * trend it is simple smoothing.
 *
 * @param trend whether there is a trend
 */
record DampedTrend(boolean trend) implements Method {
  private static final int FEWEST = 8;
  private static final int WARM_UP = 4;
  private static final double[] ALPHAS = {0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8};
  private static final double[] BETAS = {0.02, 0.05, 0.1, 0.2};
  private static final double[] DAMPING = {0.8, 0.9, 0.95};
  private static final double[] NONE = {0};

  @Override
  public String name() {
    return trend ? "damped trend" : "smoothing";
  }

  @Override
  public int needs(int ahead) {
    return FEWEST;
  }

  @Override
  public Fit fit(WeeklySeries series, int ahead) {
    Fit fit = smooth(series.values(), ahead);
    for (double[] all : new double[][] {fit.fitted(), fit.ahead()}) {
      for (int i = 0; i < all.length; i++) {
        all[i] = Math.max(0, all[i]);
      }
    }
    return fit;
  }

  /** As {@link #fit}, of values that may be negative. */
  Fit smooth(double[] values, int ahead) {
    double best = Double.POSITIVE_INFINITY;
    double[] weights = {ALPHAS[0], 0, 0};
    for (double alpha : ALPHAS) {
      for (double beta : trend ? BETAS : NONE) {
        for (double phi : trend ? DAMPING : NONE) {
          double error = run(values, alpha, beta, phi, new double[values.length], new double[0]);
          if (error < best) {
            best = error;
            weights = new double[] {alpha, beta, phi};
          }
        }
      }
    }
    Fit fit = new Fit(new double[values.length], new double[ahead]);
    run(values, weights[0], weights[1], weights[2], fit.fitted(), fit.ahead());
    return fit;
  }

  /** Writes one week ahead of each week and the weeks to come; returns the squared error. */
  private static double run(
      double[] values, double alpha, double beta, double phi, double[] fitted, double[] ahead) {
    int warm = Math.min(WARM_UP, values.length);
    double level = 0;
    for (int t = 0; t < warm; t++) {
      level += values[t] / warm;
    }
    double slope = 0;
    double squares = 0;
    for (int t = 0; t < values.length; t++) {
      fitted[t] = level + phi * slope;
      double error = values[t] - fitted[t];
      squares += t < warm ? 0 : error * error;
      level = fitted[t] + alpha * error;
      slope = phi * slope + alpha * beta * error;
    }
    double damped = 0;
    double power = 1;
    for (int i = 0; i < ahead.length; i++) {
      power *= phi;
      damped += power;
      ahead[i] = level + damped * slope;
    }
    return squares;
  }
}
