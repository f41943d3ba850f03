package org.tiersmith.data;

import java.nio.file.Path;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.SplitKind;

/**
 * Examples, divided into those to learn from, to choose by and to measure by.
 *
 * @param file Parquet: example_id, event_id, customer_id, product_id, timestamp, list_price,
 *     discount_rate, purchased, split
 * @param train number of training examples
 * @param validation number of validation examples
 * @param test number of test examples
 * @param split by what they are divided
 * @param validationFrom first instant of the validation examples, later than all of training; null
 *     unless divided by time
 * @param testFrom first instant of the test examples; null unless divided by time
 * @param sampled whether negatives were sampled, for want of recorded exposures
 * @param randomised whether the discounts look independent of customer and product; only then may
 *     an effect of the discount be read as a cause
 */
public record ExampleFile(
    Path file,
    long train,
    long validation,
    long test,
    SplitKind split,
    @Nullable LocalDateTime validationFrom,
    @Nullable LocalDateTime testFrom,
    boolean sampled,
    boolean randomised) {

  public long size() {
    return train + validation + test;
  }
}
