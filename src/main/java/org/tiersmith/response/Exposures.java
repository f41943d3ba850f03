package org.tiersmith.response;

import org.tiersmith.model.Problem;

/**
 * Events in which a customer met a product at a known discount and bought or did not, columnar. The
 * arrays are neither copied nor to be written to; row i of each belongs to exposure i.
 *
 * @param segment the customer's segment, from 0; -1 where the customer is in none, which counts for
 *     the whole only
 * @param rate discount rate, in [0, 1)
 * @param purchased whether the customer bought
 * @param heldOut whether the exposure is kept for the check and not fitted
 * @throws Problem when a rate lies outside its range
 */
public record Exposures(int[] segment, double[] rate, boolean[] purchased, boolean[] heldOut) {

  public Exposures {
    if (segment.length != rate.length
        || purchased.length != rate.length
        || heldOut.length != rate.length) {
      throw new IllegalArgumentException("columns of unequal length");
    }
    for (int i = 0; i < rate.length; i++) {
      if (!(rate[i] >= 0 && rate[i] < 1)) {
        throw Problem.of(
            "response.bad-rate",
            "The discount of exposure {0} is {1}, which does not lie between 0 and 1. Nothing was"
                + " fitted. Correct the discounts and import again.",
            i + 1L,
            "" + rate[i]);
      }
    }
  }

  /** How many exposures. */
  public int size() {
    return rate.length;
  }
}
