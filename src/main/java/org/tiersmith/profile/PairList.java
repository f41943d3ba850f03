package org.tiersmith.profile;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tiersmith.data.Duck;
import org.tiersmith.data.TextTable;
import org.tiersmith.model.Problem;

/** Pairs by the catalogue's numbers, ordered by customer where they were not listed. */
record PairList(int[] customer, int[] product) {
  private static final long MOST = 20_000_000;

  static PairList of(Duck duck, FeatureSpace space, PairRequest request, PairRejects rejects) {
    PairList pairs =
        switch (request) {
          case PairRequest.All() -> all(space);
          case PairRequest.Top _ ->
              throw new IllegalArgumentException("a model's answers tell which pairs these are");
          case PairRequest.Listed(Path file) -> listed(space, file, rejects);
          case PairRequest.Sampled(int n, long seed) -> sampled(space, n, seed);
        };
    if (pairs.size() == 0) {
      throw none();
    }
    return pairs;
  }

  static Problem none() {
    return Problem.of("pairs.none", "There are no pairs to score: no customer or no product.");
  }

  int size() {
    return customer.length;
  }

  /** Customers with an event. */
  static int[] activeCustomers(FeatureSpace space) {
    int n = space.catalogue().customerIds().size();
    int ever = Integer.MAX_VALUE;
    return IntStream.range(0, n)
        .filter(c -> space.log().before(c, ever) > space.log().from(c))
        .toArray();
  }

  /** Products that were bought or shown and have a price. */
  static int[] productsOnOffer(FeatureSpace space) {
    int after = space.log().lastDay() + 1;
    return IntStream.range(0, space.catalogue().products().size())
        .filter(p -> space.productLog().isKnown(p) && space.priceAsOf(p, after) > 0)
        .toArray();
  }

  private static PairList all(FeatureSpace space) {
    int[] customers = activeCustomers(space);
    int[] products = productsOnOffer(space);
    long n = (long) customers.length * products.length;
    if (n > MOST) {
      throw Problem.of(
          "pairs.too-many",
          "{0} customers times {1} products are {2} pairs, more than the {3} that are scored at"
              + " once. Score a sample, or list the pairs.",
          customers.length,
          products.length,
          n,
          MOST);
    }
    int[] customer = new int[(int) n];
    int[] product = new int[(int) n];
    for (int c = 0; c < customers.length; c++) {
      Arrays.fill(customer, c * products.length, (c + 1) * products.length, customers[c]);
      System.arraycopy(products, 0, product, c * products.length, products.length);
    }
    return new PairList(customer, product);
  }

  private static PairList sampled(FeatureSpace space, int pairs, long seed) {
    int[] customers = activeCustomers(space);
    int[] products = productsOnOffer(space);
    long all = (long) customers.length * products.length;
    if (all <= pairs) {
      return all(space);
    }
    SplittableRandom random = new SplittableRandom(seed);
    Set<Long> drawn = new HashSet<>();
    while (drawn.size() < pairs) {
      drawn.add(random.nextLong(all));
    }
    long[] sorted = drawn.stream().mapToLong(Long::longValue).sorted().toArray();
    int[] customer = new int[pairs];
    int[] product = new int[pairs];
    for (int i = 0; i < pairs; i++) {
      customer[i] = customers[(int) (sorted[i] / products.length)];
      product[i] = products[(int) (sorted[i] % products.length)];
    }
    return new PairList(customer, product);
  }

  private static PairList listed(FeatureSpace space, Path file, PairRejects rejects) {
    ListedPairs listed = new ListedPairs(space, String.valueOf(file.getFileName()), rejects);
    TextTable.read(file, List.of("customer_id", "product_id"), listed);
    return listed.pairs();
  }
}
