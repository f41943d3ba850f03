package org.tiersmith.response;

/**
 * How the purchase probability follows from a line {@code eta = u + v d}; both log likelihoods are
 * concave in eta.
 */
enum LineFamily {
  /** {@code p = 1 - exp(-eta)}: eta is the hazard. */
  HAZARD(1e-12, 40) {
    @Override
    double probability(double eta) {
      return AdditiveHazard.ofHazard(eta);
    }

    @Override
    double ofProbability(double p) {
      return AdditiveHazard.hazard(p);
    }

    @Override
    double logLikelihood(double n, double y, double eta) {
      return y * Math.log(-Expm1.ofNegative(-eta)) - (n - y) * eta;
    }

    @Override
    double score(double n, double y, double eta) {
      return y / Math.expm1(eta) - (n - y);
    }

    @Override
    double information(double n, double eta) {
      return n / Math.expm1(eta);
    }

    @Override
    double curvature(double n, double y, double eta) {
      double odds = 1 / Math.expm1(eta);
      return y * odds * (1 + odds);
    }
  },

  /** {@code p = 1 / (1 + exp(-eta))}: eta is the log odds. */
  LOGIT(-40, 40) {
    @Override
    double probability(double eta) {
      return Logit.ofLogOdds(eta);
    }

    @Override
    double ofProbability(double p) {
      return Logit.logOdds(p);
    }

    @Override
    double logLikelihood(double n, double y, double eta) {
      return y * eta - n * (Math.max(0, eta) + Math.log1p(Math.exp(-Math.abs(eta))));
    }

    @Override
    double score(double n, double y, double eta) {
      return y - n * Logit.ofLogOdds(eta);
    }

    @Override
    double information(double n, double eta) {
      double p = Logit.ofLogOdds(eta);
      return n * p * (1 - p);
    }

    @Override
    double curvature(double n, double y, double eta) {
      return information(n, eta);
    }
  };

  /** Steeper than any shop's buyers: keeps a fit finite. */
  static final double STEEPEST = 1000;

  private final double least;
  private final double most;

  LineFamily(double least, double most) {
    this.least = least;
    this.most = most;
  }

  /** The least intercept u that makes sense. */
  double least() {
    return least;
  }

  /** The largest intercept u that makes sense. */
  double most() {
    return most;
  }

  abstract double probability(double eta);

  abstract double ofProbability(double p);

  /** Of y purchases in n exposures. */
  abstract double logLikelihood(double n, double y, double eta);

  /** Derivative of {@link #logLikelihood} by eta. */
  abstract double score(double n, double y, double eta);

  /** Fisher's expected information of eta in n exposures. */
  abstract double information(double n, double eta);

  /** Second derivative of {@link #logLikelihood} by eta, its sign turned: above 0. */
  abstract double curvature(double n, double y, double eta);
}
