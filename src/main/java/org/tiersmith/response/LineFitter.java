package org.tiersmith.response;

/**
 * Maximum likelihood of a line with bounds on both numbers: Fisher scoring, which finds its way
 * from afar, and close to the maximum Newton's steps, which end at it. A variable that stands at
 * its bound and is pushed against it rests; steps are clipped to the bounds and halved until the
 * likelihood does not fall.
 */
final class LineFitter {
  private static final int MOST_STEPS = 100;
  private static final int MOST_HALVINGS = 50;
  private static final double ENOUGH = 1e-12;
  private static final double NEAR = 0.1;
  private static final double NOISE = 1e-13;

  /** A slope this far below its standard error is 0 but for rounding. */
  private static final double NO_SLOPE = 1e-6;

  private final LineFamily family;
  private final WeightedRates rates;
  private final double leastSlope;
  private final double mostSlope;

  private double u;
  private double v;
  private double likelihood;
  private double scoreU;
  private double scoreV;
  private double infoUu;
  private double infoUv;
  private double infoVv;
  private double stepU;
  private double stepV;
  private boolean near;

  private LineFitter(LineFamily family, WeightedRates rates, double leastSlope, double mostSlope) {
    this.family = family;
    this.rates = rates;
    this.leastSlope = leastSlope;
    this.mostSlope = mostSlope;
  }

  /** The likeliest line that does not fall; of a single rate, the level one. */
  static Line fit(LineFamily family, WeightedRates rates) {
    double most = rates.size() > 1 ? LineFamily.STEEPEST : 0;
    return new LineFitter(family, rates, 0, most).run();
  }

  /** The likeliest line of a given slope. */
  static Line withSlope(LineFamily family, WeightedRates rates, double slope) {
    return new LineFitter(family, rates, slope, slope).run();
  }

  private Line run() {
    double n = 0;
    double y = 0;
    for (int j = 0; j < rates.size(); j++) {
      n += rates.n()[j];
      y += rates.y()[j];
    }
    u = Math.clamp(family.ofProbability(y / n), family.least(), family.most());
    v = leastSlope;
    likelihood = likelihood(u, v);
    for (int i = 0; i < MOST_STEPS; i++) {
      differentiate();
      direct();
      double gain = scoreU * stepU + scoreV * stepV;
      near = gain < NEAR;
      if (!advance() || gain <= ENOUGH) {
        break;
      }
    }
    return result();
  }

  private Line result() {
    near = false;
    differentiate();
    double information = infoVv - infoUv * infoUv / infoUu;
    double error = information > 0 ? 1 / Math.sqrt(information) : Double.POSITIVE_INFINITY;
    double slope = leastSlope == 0 && v < NO_SLOPE * error ? 0 : v;
    return new Line(family, u, slope, likelihood, error);
  }

  private double likelihood(double intercept, double slope) {
    double sum = 0;
    for (int j = 0; j < rates.size(); j++) {
      double eta = intercept + slope * rates.rate()[j];
      sum += family.logLikelihood(rates.n()[j], rates.y()[j], eta);
    }
    return sum;
  }

  private void differentiate() {
    scoreU = 0;
    scoreV = 0;
    infoUu = 0;
    infoUv = 0;
    infoVv = 0;
    for (int j = 0; j < rates.size(); j++) {
      double rate = rates.rate()[j];
      double eta = u + v * rate;
      double score = family.score(rates.n()[j], rates.y()[j], eta);
      double info =
          near
              ? family.curvature(rates.n()[j], rates.y()[j], eta)
              : family.information(rates.n()[j], eta);
      scoreU += score;
      scoreV += score * rate;
      infoUu += info;
      infoUv += info * rate;
      infoVv += info * rate * rate;
    }
  }

  /** Sets the step: both variables, or the one that is not pressed against its bound. */
  private void direct() {
    double determinant = infoUu * infoVv - infoUv * infoUv;
    boolean freeU = !pressed(u, scoreU, family.least(), family.most());
    boolean freeV = !pressed(v, scoreV, leastSlope, mostSlope);
    if (freeU && freeV && determinant > ENOUGH * infoUu * infoVv) {
      stepU = (infoVv * scoreU - infoUv * scoreV) / determinant;
      stepV = (infoUu * scoreV - infoUv * scoreU) / determinant;
      freeU = !pressed(u, stepU, family.least(), family.most());
      freeV = !pressed(v, stepV, leastSlope, mostSlope);
      if (freeU && freeV) {
        return;
      }
    }
    stepU = freeU ? scoreU / infoUu : 0;
    stepV = freeV && !freeU ? scoreV / infoVv : 0;
  }

  private static boolean pressed(double value, double push, double least, double most) {
    return (value <= least && push <= 0) || (value >= most && push >= 0);
  }

  private boolean advance() {
    double floor = likelihood - NOISE * Math.abs(likelihood);
    for (int i = 0; i < MOST_HALVINGS; i++, stepU /= 2, stepV /= 2) {
      double nextU = Math.clamp(u + stepU, family.least(), family.most());
      double nextV = Math.clamp(v + stepV, leastSlope, mostSlope);
      double next = likelihood(nextU, nextV);
      if (next >= floor) {
        u = nextU;
        v = nextV;
        likelihood = next;
        return true;
      }
    }
    return false;
  }
}
