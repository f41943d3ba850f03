package org.tiersmith.response;

import java.util.Arrays;
import org.tiersmith.model.Problem;

/**
 * McFadden's conditional logit (1974): alternative j of a set is chosen with probability {@code
 * exp(x_j b) / sum_i exp(x_i b)}. Maximum likelihood by Newton's method with the analytic Hessian;
 * the likelihood is concave.
 *
 * @param coefficients b, one per attribute
 * @param standardErrors from the inverse Hessian
 * @param logLikelihood its maximum
 * @param choices how many choices it rests on
 */
public record ConditionalLogit(
    double[] coefficients, double[] standardErrors, double logLikelihood, int choices) {
  private static final int MOST_STEPS = 50;
  private static final int MOST_HALVINGS = 40;
  private static final double ENOUGH = 1e-12;

  private static final double SETTLED = 1e-3;

  /** Probabilities this near to 0 and 1 come of effects that run away. */
  private static final double SURE = 1e-6;

  /**
   * Fits choices.
   *
   * @throws Problem where attributes depend on each other or foretell choices without fail
   */
  public static ConditionalLogit fit(ChoiceSets sets) {
    Newton newton = new Newton(sets);
    for (int i = 0; i < MOST_STEPS; i++) {
      if (newton.step() <= ENOUGH) {
        break;
      }
    }
    return newton.result();
  }

  private static Problem noMaximum() {
    return Problem.of(
        "response.no-maximum",
        "Some attributes foretell choices without fail, so no finite effect fits them best. Nothing"
            + " was fitted. Leave out the attribute that decides alone.");
  }

  /** Where the search stands. */
  private static final class Newton {
    private final ChoiceSets sets;
    private final int width;
    private double[] b;
    private double likelihood;
    private final double[] score;
    private final double[][] information;
    private final double[] mean;
    private double longest;

    Newton(ChoiceSets sets) {
      this.sets = sets;
      width = sets.attributes();
      b = new double[width];
      score = new double[width];
      information = new double[width][width];
      mean = new double[width];
      likelihood = likelihood(b);
    }

    /** Goes a step; answers about twice what it gained. */
    double step() {
      differentiate();
      double[] direction = factored().solve(score);
      double gain = 0;
      longest = Arrays.stream(direction).map(Math::abs).max().orElse(0);
      for (int i = 0; i < width; i++) {
        gain += direction[i] * score[i];
      }
      double share = 1;
      for (int i = 0; i < MOST_HALVINGS; i++, share /= 2) {
        double[] next = b.clone();
        for (int j = 0; j < width; j++) {
          next[j] += share * direction[j];
        }
        double reached = likelihood(next);
        if (reached >= likelihood - ENOUGH * Math.abs(likelihood)) {
          b = next;
          likelihood = reached;
          break;
        }
      }
      return gain;
    }

    /** A likelihood that has become flat while b still runs away has no maximum. */
    ConditionalLogit result() {
      if (longest > SETTLED) {
        throw noMaximum();
      }
      differentiate();
      double[] errors = Arrays.stream(factored().inverseDiagonal()).map(Math::sqrt).toArray();
      return new ConditionalLogit(b, errors, likelihood, sets.size());
    }

    private Cholesky factored() {
      Cholesky factor = new Cholesky(information);
      if (factor.isDefinite()) {
        return factor;
      }
      if (likelihood > -SURE * sets.size() || longest > SETTLED) {
        throw noMaximum();
      }
      throw Problem.of(
          "response.dependent",
          "Some attributes follow from others, so their effects can''t be told apart. Nothing was"
              + " fitted. Leave one of them out.");
    }

    private double likelihood(double[] at) {
      double sum = 0;
      for (int s = 0; s < sets.size(); s++) {
        double[] p = utilities(s, at);
        double taken = p[sets.chosen()[s]];
        double most = Arrays.stream(p).max().orElseThrow();
        sum += taken - most - Math.log(Arrays.stream(p).map(u -> Math.exp(u - most)).sum());
      }
      return sum;
    }

    private double[] utilities(int set, double[] at) {
      int from = sets.start()[set];
      double[] utility = new double[sets.start()[set + 1] - from];
      for (int j = 0; j < utility.length; j++) {
        for (int c = 0; c < width; c++) {
          utility[j] += at[c] * sets.rows()[(from + j) * width + c];
        }
      }
      return utility;
    }

    private void differentiate() {
      Arrays.fill(score, 0);
      for (double[] row : information) {
        Arrays.fill(row, 0);
      }
      for (int s = 0; s < sets.size(); s++) {
        double[] p = utilities(s, b);
        double most = Arrays.stream(p).max().orElseThrow();
        Arrays.setAll(p, j -> Math.exp(p[j] - most));
        double total = Arrays.stream(p).sum();
        Arrays.setAll(p, j -> p[j] / total);
        add(sets.start()[s], p, sets.chosen()[s]);
      }
    }

    /** The chosen alternative's surprise, and the covariance of the attributes within the set. */
    private void add(int from, double[] p, int chosen) {
      Arrays.fill(mean, 0);
      for (int j = 0; j < p.length; j++) {
        for (int c = 0; c < width; c++) {
          mean[c] += p[j] * sets.rows()[(from + j) * width + c];
        }
      }
      for (int c = 0; c < width; c++) {
        score[c] += sets.rows()[(from + chosen) * width + c] - mean[c];
      }
      for (int j = 0; j < p.length; j++) {
        int row = (from + j) * width;
        for (int c = 0; c < width; c++) {
          double weighted = p[j] * (sets.rows()[row + c] - mean[c]);
          for (int d = 0; d <= c; d++) {
            information[c][d] += weighted * (sets.rows()[row + d] - mean[d]);
          }
        }
      }
    }
  }
}
