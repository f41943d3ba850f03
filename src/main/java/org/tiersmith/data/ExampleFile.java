package org.tiersmith.data;

import java.nio.file.Path;
import java.time.LocalDateTime;

/**
 * Examples, split by time.
 *
 * @param file Parquet: example_id, event_id, customer_id, product_id, timestamp, list_price,
 *     discount_rate, purchased, split
 * @param train number of training examples; all earlier than {@code validationFrom}
 * @param validation number of validation examples
 * @param test number of test examples
 * @param validationFrom first instant of the validation examples
 * @param testFrom first instant of the test examples
 * @param sampled whether negatives were sampled, for want of recorded exposures
 * @param randomised whether the discounts look independent of customer and product; only then may
 *     an effect of the discount be read as a cause
 */
public record ExampleFile(
    Path file,
    long train,
    long validation,
    long test,
    LocalDateTime validationFrom,
    LocalDateTime testFrom,
    boolean sampled,
    boolean randomised) {

  public long size() {
    return train + validation + test;
  }
}
