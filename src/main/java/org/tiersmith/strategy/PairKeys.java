package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tiersmith.model.ScoredPairs;

/**
 * Who and what the pairs are about, for limits that name customers, products or categories.
 *
 * @param customerIds by customer index
 * @param productIds by product index
 * @param product per pair, an index into {@code productIds}
 * @param categories distinct
 * @param categoryOfProduct per product, an index into {@code categories}; -1 where unknown
 */
public record PairKeys(
    List<String> customerIds,
    List<String> productIds,
    int[] product,
    List<String> categories,
    int[] categoryOfProduct) {
  /** Pairs of which nothing is known by name: no limit can name anyone but a segment. */
  public static final PairKeys NONE =
      new PairKeys(List.of(), List.of(), new int[0], List.of(), new int[0]);

  /**
   * The keys of scored pairs.
   *
   * @param category by product id; products that it lacks have none
   */
  static PairKeys of(ScoredPairs pairs, Map<String, String> category) {
    List<String> ids = pairs.productIds();
    List<String> categories =
        ids.stream().map(category::get).filter(Objects::nonNull).distinct().sorted().toList();
    Map<String, Integer> index = new HashMap<>();
    categories.forEach(name -> index.put(name, index.size()));
    int[] ofProduct = new int[ids.size()];
    Arrays.setAll(ofProduct, p -> index.getOrDefault(category.getOrDefault(ids.get(p), ""), -1));
    return new PairKeys(pairs.customerIds(), ids, pairs.product(), categories, ofProduct);
  }

  /** Whether pairs have products. */
  public boolean known() {
    return product.length > 0;
  }

  /** The category of a pair, -1 where unknown. */
  public int category(int pair) {
    return known() ? categoryOfProduct[product[pair]] : -1;
  }
}
