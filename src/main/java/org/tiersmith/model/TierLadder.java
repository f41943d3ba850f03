package org.tiersmith.model;

import java.util.Arrays;
import java.util.List;

/**
 * The few discount rates that may be offered, rising, the first of them 0 (no discount).
 *
 * @param rates distinct, ascending, first 0, at most {@value #MOST_TIERS}
 */
public record TierLadder(List<DiscountRate> rates) {
  public static final int MOST_TIERS = 32;

  public TierLadder {
    rates = List.copyOf(rates);
    if (rates.isEmpty() || rates.getFirst().value() != 0) {
      throw Problem.of(
          "tiers.no-zero", "The tiers must begin with 0, the tier without a discount.");
    }
    if (rates.size() > MOST_TIERS) {
      throw Problem.of(
          "tiers.too-many", "{0} tiers are more than the {1} allowed.", rates.size(), MOST_TIERS);
    }
    for (int i = 1; i < rates.size(); i++) {
      if (rates.get(i).compareTo(rates.get(i - 1)) <= 0) {
        throw Problem.of("tiers.not-rising", "The tiers must rise from one to the next.");
      }
    }
  }

  /** A ladder of the given rates, each in [0, 1). */
  public static TierLadder of(double... rates) {
    for (double rate : rates) {
      if (!(rate >= 0 && rate < 1)) {
        throw Problem.of(
            "tiers.out-of-range", "A tier lies between 0 and 1 (10 % is 0.1), not {0}.", "" + rate);
      }
    }
    return new TierLadder(Arrays.stream(rates).mapToObj(DiscountRate::new).toList());
  }

  public int size() {
    return rates.size();
  }

  /** The rates as an array of shares; the caller's to keep. */
  public double[] toArray() {
    return rates.stream().mapToDouble(DiscountRate::value).toArray();
  }
}
