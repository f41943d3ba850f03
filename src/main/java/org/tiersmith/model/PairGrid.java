package org.tiersmith.model;

import java.util.List;

/**
 * Every pair of some customers and products, without a row for each: their own features once, and
 * what a pair has beyond them only where there is something.
 *
 * @param customers texts and numbers of each customer
 * @param products texts and numbers of each product
 * @param customerIds id of each customer
 * @param productIds id of each product
 * @param numberNames names of a pair's own numbers
 * @param offers products x names: the own numbers of a pair without a history
 * @param history pairs whose own numbers are others
 * @param listPrice per product, in the shop's currency
 * @param unitCost per product; NaN where unknown
 */
public record PairGrid(
    FeatureTable customers,
    FeatureTable products,
    List<String> customerIds,
    List<String> productIds,
    List<String> numberNames,
    float[] offers,
    History history,
    double[] listPrice,
    double[] unitCost) {
  /**
   * Pairs with a history, by customer.
   *
   * @param from per customer, where its pairs begin; one more entry for their end
   * @param product per pair, a row of the products
   * @param numbers pairs x names
   */
  public record History(int[] from, int[] product, float[] numbers) {
    /** None for so many customers. */
    public static History none(int customers) {
      return new History(new int[customers + 1], new int[0], new float[0]);
    }
  }

  public PairGrid {
    if (customerIds.size() != customers.rows()
        || productIds.size() != products.rows()
        || offers.length != products.rows() * numberNames.size()
        || history.from().length != customers.rows() + 1
        || history.numbers().length != history.product().length * numberNames.size()
        || listPrice.length != products.rows()
        || unitCost.length != products.rows()) {
      throw new IllegalArgumentException("parts of a grid that do not fit");
    }
  }

  /** How many pairs there are. */
  public long size() {
    return (long) customers.rows() * products.rows();
  }
}
