package org.tiersmith.response;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A discount adds a gain g(d) to the hazard, known at some rates and linear between them: {@code
 * p(d) = 1 - (1 - p0) exp(-g(d))}; flat beyond the last rate.
 *
 * @param rates rising from 0
 * @param gain at each of {@code rates}, nondecreasing from 0
 */
public record Isotonic(double[] rates, double[] gain) implements ResponseCurve {

  public Isotonic {
    if (rates.length != gain.length
        || rates.length == 0
        || rates[0] != 0
        || gain[0] != 0
        || !SegmentResponses.rising(rates, true)
        || !SegmentResponses.rising(gain, false)) {
      throw new IllegalArgumentException("rates and gains must rise from 0");
    }
  }

  /** Uplift by the gains, multiplied by {@code factor}: 1 takes them as they are. */
  @Override
  public double uplift(double p0, double factor, double rate) {
    double added = factor * SegmentResponses.interpolate(rates, gain, rate);
    return (p0 - 1) * Expm1.ofNegative(-added);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Isotonic that
        && Arrays.equals(rates, that.rates)
        && Arrays.equals(gain, that.gain);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(rates) + Arrays.hashCode(gain);
  }

  @Override
  public String toString() {
    return "Isotonic[rates=" + Arrays.toString(rates) + ", gain=" + Arrays.toString(gain) + "]";
  }
}
