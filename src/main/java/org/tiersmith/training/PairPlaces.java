package org.tiersmith.training;

import java.util.Arrays;
import org.tiersmith.model.EncoderForm;

/**
 * Where the word pieces of the only pair's texts stand in its sequence, or its two.
 *
 * @param customer how many of the customer's text are read
 * @param product how many of the product's
 * @param productAt place of the product's first in the sequence that holds it
 * @param apart whether each text has a sequence of its own
 */
record PairPlaces(int customer, int product, int productAt, boolean apart) {
  /** The mark that opens a sequence stands before its first text. */
  static final int CUSTOMER_AT = 1;

  static PairPlaces of(BatchInputs batches) {
    PairInputs inputs = batches.inputs();
    Sequences sequences = batches.sequences();
    int[] customer = inputs.customers().pieces()[inputs.customerText(0)];
    int[] product = inputs.products().pieces()[inputs.productText(0)];
    if (batches.form() == EncoderForm.TWO_TOWER) {
      return new PairPlaces(
          sequences.length(customer) - 2, sequences.length(product) - 2, CUSTOMER_AT, true);
    }
    int first = sequences.customerLength(customer, product);
    return new PairPlaces(
        first, sequences.productLength(product), CUSTOMER_AT + first + sequences.between(), false);
  }

  /** 1 where a text's word pieces stand in a sequence of this width, else 0. */
  float[] customerMask(int width) {
    float[] mask = new float[width];
    fill(mask, CUSTOMER_AT, customer);
    if (!apart) {
      fill(mask, productAt, product);
    }
    return mask;
  }

  /** The same of the product's own sequence. */
  float[] productMask(int width) {
    float[] mask = new float[width];
    fill(mask, productAt, product);
    return mask;
  }

  private static void fill(float[] mask, int from, int count) {
    Arrays.fill(mask, from, from + count, 1);
  }
}
