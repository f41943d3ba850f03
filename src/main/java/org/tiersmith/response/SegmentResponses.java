package org.tiersmith.response;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The fitted parameters of each family of curves, one per segment. Arrays are neither copied nor to
 * be written to; equal by content.
 *
 * @param k hazard sensitivity per segment, finite, at least 0
 * @param b logit slope per segment, finite, at least 0
 * @param rates where the isotonic gains are given: rising from 0, in [0, 1); one or more
 * @param gain per segment the nondecreasing gain of hazard at each of {@code rates}; the first is 0
 * @throws IllegalArgumentException when the shapes or the ranges are others
 */
public record SegmentResponses(double[] k, double[] b, double[] rates, double[][] gain) {

  public SegmentResponses {
    check(k.length == b.length && k.length == gain.length, "segments of unequal number");
    check(rates.length > 0 && rates[0] == 0 && rising(rates, true), "rates must rise from 0");
    check(rates[rates.length - 1] < 1, "rates must lie below 1");
    for (int s = 0; s < k.length; s++) {
      check(sensitivity(k[s]) && sensitivity(b[s]), "a sensitivity is at least 0");
      check(gain[s].length == rates.length && gain[s][0] == 0, "gains must begin with 0");
      check(rising(gain[s], false), "gains must not fall");
    }
  }

  /** How many segments. */
  public int segments() {
    return k.length;
  }

  /**
   * What a discount adds to the hazard of a segment's pairs: linear between the rates, flat beyond
   * the last.
   *
   * @param rate discount rate, at least 0
   */
  public double isotonicGain(int segment, double rate) {
    return interpolate(rates, gain[segment], rate);
  }

  static double interpolate(double[] rates, double[] values, double rate) {
    int last = rates.length - 1;
    if (rate >= rates[last]) {
      return values[last];
    }
    int next = 1;
    while (rate > rates[next]) {
      next++;
    }
    double share = (rate - rates[next - 1]) / (rates[next] - rates[next - 1]);
    return values[next - 1] + share * (values[next] - values[next - 1]);
  }

  static boolean rising(double[] values, boolean strictly) {
    for (int i = 1; i < values.length; i++) {
      if (!(strictly ? values[i] > values[i - 1] : values[i] >= values[i - 1])) {
        return false;
      }
    }
    return values[values.length - 1] < Double.POSITIVE_INFINITY;
  }

  private static boolean sensitivity(double value) {
    return value >= 0 && value < Double.POSITIVE_INFINITY;
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SegmentResponses that
        && Arrays.equals(k, that.k)
        && Arrays.equals(b, that.b)
        && Arrays.equals(rates, that.rates)
        && Arrays.deepEquals(gain, that.gain);
  }

  @Override
  public int hashCode() {
    int hash = 31 * Arrays.hashCode(k) + Arrays.hashCode(b);
    return 31 * (31 * hash + Arrays.hashCode(rates)) + Arrays.deepHashCode(gain);
  }

  @Override
  public String toString() {
    return "SegmentResponses[segments=" + k.length + ", rates=" + Arrays.toString(rates) + "]";
  }
}
