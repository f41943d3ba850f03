package org.tiersmith.training.metrics;

import java.util.Arrays;

/** Customers of some examples, numbered without gaps. */
final class Clusters {
  private Clusters() {}

  /**
   * Numbers customers in the order of their first example.
   *
   * @param customer per example, an index from 0 on
   * @param dense receives each example's number
   * @return how many customers have an example
   */
  static int dense(int[] customer, int[] dense) {
    int[] numbers = new int[Arrays.stream(customer).max().orElse(-1) + 1];
    int count = 0;
    for (int i = 0; i < customer.length; i++) {
      if (numbers[customer[i]] == 0) {
        numbers[customer[i]] = ++count;
      }
      dense[i] = numbers[customer[i]] - 1;
    }
    return count;
  }
}
