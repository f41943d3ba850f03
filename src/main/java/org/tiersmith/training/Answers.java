package org.tiersmith.training;

import org.tiersmith.model.Examples;

/**
 * What a network says of examples, with what happened.
 *
 * @param z raw logit of p0
 * @param k raw sensitivity, at least 0
 * @param discount discount rate, in [0, 1)
 * @param bought whether the customer bought
 */
record Answers(float[] z, float[] k, float[] discount, boolean[] bought) {

  /**
   * Answers joined with what happened.
   *
   * @param zk logits and sensitivities of the rows
   */
  static Answers of(float[][] zk, Examples examples, int[] rows) {
    float[] discount = new float[rows.length];
    boolean[] bought = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      discount[i] = examples.discount()[rows[i]];
      bought[i] = examples.purchased()[rows[i]];
    }
    return new Answers(zk[0], zk[1], discount, bought);
  }

  /** The two columns of a row-major [n, 2] array. */
  static float[][] columns(float[] rows) {
    float[][] columns = new float[2][rows.length / 2];
    for (int i = 0; i < rows.length; i++) {
      columns[i % 2][i / 2] = rows[i];
    }
    return columns;
  }

  int size() {
    return z.length;
  }

  double[] probabilities(Calibration calibration) {
    double[] p = new double[size()];
    for (int i = 0; i < p.length; i++) {
      p[i] = calibration.probability(z[i], k[i], discount[i]);
    }
    return p;
  }
}
