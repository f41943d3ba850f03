package org.tiersmith.strategy;

/** What a cap or an exclusion names, from the most general to the most specific. */
public enum Scope {
  /** A segment of customers. */
  SEGMENT,
  /** A category of products. */
  CATEGORY,
  PRODUCT,
  CUSTOMER
}
