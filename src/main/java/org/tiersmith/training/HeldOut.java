package org.tiersmith.training;

import java.util.Arrays;
import org.tiersmith.model.Examples;

/**
 * What a finished run's model says of examples that it did not learn from, calibrated.
 *
 * @param rows numbers of the examples: validation, then test
 * @param p of each row, probability at the example's own discount
 * @param p0 of each row, probability at list price
 * @param k of each row, sensitivity
 */
public record HeldOut(int[] rows, double[] p, double[] p0, double[] k) {

  /**
   * Calibrates answers.
   *
   * @param raw logits and sensitivities of the rows
   */
  static HeldOut of(int[] rows, float[][] raw, Calibration calibration, Examples examples) {
    Answers answers = Answers.of(raw, examples, rows);
    double[] p0 = new double[rows.length];
    double[] k = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      p0[i] = calibration.p0(raw[0][i]);
      k[i] = calibration.k(raw[1][i]);
    }
    return new HeldOut(rows, answers.probabilities(calibration), p0, k);
  }

  /** Measures of the last rows, of which there are so many. */
  TestMetrics ofLast(int count, Examples examples, double threshold) {
    double[] last = Arrays.copyOfRange(p, p.length - count, p.length);
    boolean[] bought = new boolean[count];
    for (int i = 0; i < count; i++) {
      bought[i] = examples.purchased()[rows[rows.length - count + i]];
    }
    return Metrics.of(last, bought, threshold);
  }
}
