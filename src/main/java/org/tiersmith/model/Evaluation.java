package org.tiersmith.model;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Examples that a model did not learn from, with what it says of them and what happened, columnar.
 *
 * @param customerIds distinct customers
 * @param productIds distinct products
 * @param customer per example, an index into {@code customerIds}
 * @param product per example, an index into {@code productIds}
 * @param split ordinal of each example's {@link Split}
 * @param p calibrated purchase probability at the example's own discount, in (0, 1)
 * @param p0 calibrated purchase probability at list price, in (0, 1)
 * @param k calibrated discount sensitivity, at least 0
 * @param discount rate that was given, in [0, 1)
 * @param purchased whether the customer bought
 * @param listPrice in the shop's currency
 * @param unitCost NaN where unknown
 */
public record Evaluation(
    List<String> customerIds,
    List<String> productIds,
    int[] customer,
    int[] product,
    byte[] split,
    double[] p,
    double[] p0,
    double[] k,
    double[] discount,
    boolean[] purchased,
    double[] listPrice,
    double[] unitCost) {

  public Evaluation {
    int n = customer.length;
    if (product.length != n
        || split.length != n
        || p.length != n
        || p0.length != n
        || k.length != n
        || discount.length != n
        || purchased.length != n
        || listPrice.length != n
        || unitCost.length != n) {
      throw new IllegalArgumentException("columns of unequal length");
    }
  }

  /** So many examples of these customers and products, to be filled. */
  public static Evaluation empty(List<String> customerIds, List<String> productIds, int n) {
    return new Evaluation(
        customerIds,
        productIds,
        new int[n],
        new int[n],
        new byte[n],
        new double[n],
        new double[n],
        new double[n],
        new double[n],
        new boolean[n],
        new double[n],
        new double[n]);
  }

  public int size() {
    return customer.length;
  }

  /** The examples of one split, in their order; customers and products keep their indices. */
  public Evaluation only(Split wanted) {
    return rows(
        IntStream.range(0, size()).filter(i -> split[i] == (byte) wanted.ordinal()).toArray());
  }

  /** Some of the examples; customers and products keep their indices. */
  public Evaluation rows(int[] rows) {
    Evaluation some = empty(customerIds, productIds, rows.length);
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      some.customer[i] = customer[row];
      some.product[i] = product[row];
      some.split[i] = split[row];
      some.p[i] = p[row];
      some.p0[i] = p0[row];
      some.k[i] = k[row];
      some.discount[i] = discount[row];
      some.purchased[i] = purchased[row];
      some.listPrice[i] = listPrice[row];
      some.unitCost[i] = unitCost[row];
    }
    return some;
  }
}
