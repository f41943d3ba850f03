package org.tiersmith.strategy;

/** Counts customers who get a discount on anything. */
final class Reach {

  private Reach() {}

  static long[] bySegment(Portfolio portfolio, Decisions decisions) {
    long[] reached = new long[portfolio.segmentNames().size()];
    boolean[] seen = new boolean[portfolio.customers()];
    int[] customer = portfolio.customer();
    int[] segment = portfolio.segment();
    byte[] tier = decisions.tier();
    for (int i = 0; i < tier.length; i++) {
      if (tier[i] > 0 && !seen[customer[i]]) {
        seen[customer[i]] = true;
        reached[segment[i]]++;
      }
    }
    return reached;
  }
}
