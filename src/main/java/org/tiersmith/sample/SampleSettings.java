package org.tiersmith.sample;

import org.tiersmith.model.Problem;

/**
 * How large a sample shop is and which one it is.
 *
 * @param customers number of customers, 1 to 1,000,000
 * @param products number of products, 1 to 100,000
 * @param exposures number of randomised offers, 0 to 10,000,000
 * @param seed equal settings with equal seeds give equal files, byte for byte
 * @param language of every text
 */
public record SampleSettings(
    int customers, int products, int exposures, long seed, SampleLanguage language) {

  private static final int MOST_CUSTOMERS = 1_000_000;
  private static final int MOST_PRODUCTS = 100_000;
  private static final int MOST_EXPOSURES = 10_000_000;

  public SampleSettings {
    check("customers", customers, 1, MOST_CUSTOMERS);
    check("products", products, 1, MOST_PRODUCTS);
    check("exposures", exposures, 0, MOST_EXPOSURES);
  }

  /** The committed sample: 1,500 customers, 300 products, 30,000 exposures, English, seed 42. */
  public static SampleSettings defaults() {
    return new SampleSettings(1_500, 300, 30_000, 42, SampleLanguage.ENGLISH);
  }

  private static void check(String what, int count, int least, int most) {
    if (count < least || count > most) {
      throw Problem.of(
          "sample.size",
          "The number of {0} must lie between {1} and {2}; {3} was asked for.",
          what,
          least,
          most,
          count);
    }
  }
}
