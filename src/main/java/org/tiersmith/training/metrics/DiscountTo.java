package org.tiersmith.training.metrics;

/** Who gets a discount under a rule with one threshold of the purchase probability. */
public enum DiscountTo {
  /** Those less likely to buy: win them. */
  BELOW,
  /** Those at least as likely to buy: reward them. */
  FROM
}
