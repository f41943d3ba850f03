package org.tiersmith.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.model.Segmentation;
import org.tiersmith.response.AdditiveHazard;
import org.tiersmith.response.SegmentResponses;

/**
 * The pairs that a strategy decides on, columnar. Arrays are neither copied nor to be written to;
 * row i of each belongs to pair i. Thread-safe.
 */
public final class Portfolio {
  private static final String OTHER = "other";

  private final List<String> segmentNames;
  private final int[] segment;
  private final int[] customer;
  private final int customers;
  private final double[] listPrice;
  private final double[] unitCost;
  private final double[] p0;
  private final double[] k;
  private final float[] similarity;
  private final PairKeys keys;
  private final @Nullable SegmentResponses responses;

  /**
   * @param segmentNames distinct
   * @param segment the pair's segment, an index into {@code segmentNames}; one for all pairs of a
   *     customer
   * @param customer the pair's customer, a small index from 0
   * @param listPrice at least 0, finite
   * @param unitCost at least 0, finite; NaN when unknown
   * @param p0 purchase probability at list price, in (0, 1)
   * @param k discount sensitivity, at least 0, finite
   * @throws Problem when a number lies outside its range
   */
  public Portfolio(
      List<String> segmentNames,
      int[] segment,
      int[] customer,
      double[] listPrice,
      double[] unitCost,
      double[] p0,
      double[] k) {
    this(
        List.copyOf(segmentNames),
        segment,
        customer,
        PortfolioCheck.customers(segment, customer, segmentNames.size()),
        listPrice,
        unitCost,
        p0,
        k,
        new float[0],
        PairKeys.NONE,
        null);
    PortfolioCheck.lengths(p0.length, segment.length, customer.length, listPrice.length);
    PortfolioCheck.lengths(p0.length, unitCost.length, k.length);
    PortfolioCheck.numbers(this);
  }

  private Portfolio(
      List<String> segmentNames,
      int[] segment,
      int[] customer,
      int customers,
      double[] listPrice,
      double[] unitCost,
      double[] p0,
      double[] k,
      float[] similarity,
      PairKeys keys,
      @Nullable SegmentResponses responses) {
    this.segmentNames = segmentNames;
    this.segment = segment;
    this.customer = customer;
    this.customers = customers;
    this.listPrice = listPrice;
    this.unitCost = unitCost;
    this.p0 = p0;
    this.k = k;
    this.similarity = similarity;
    this.keys = keys;
    this.responses = responses;
  }

  /** The same pairs with a cosine each, for the similarity rule; in [-1, 1]. */
  public Portfolio withSimilarity(float[] cosines) {
    PortfolioCheck.lengths(size(), cosines.length);
    PortfolioCheck.cosines(cosines);
    return with(cosines, keys, responses);
  }

  /** The same pairs with the names that limits may use. */
  public Portfolio withKeys(PairKeys names) {
    PortfolioCheck.lengths(size(), names.product().length);
    return with(similarity, names, responses);
  }

  /** The same pairs with responses fitted to each of their segments. */
  public Portfolio withResponses(SegmentResponses fitted) {
    return with(similarity, keys, fitted);
  }

  private Portfolio with(float[] cosines, PairKeys names, @Nullable SegmentResponses fitted) {
    return new Portfolio(
        segmentNames,
        segment,
        customer,
        customers,
        listPrice,
        unitCost,
        p0,
        k,
        cosines,
        names,
        fitted);
  }

  /** As {@link #of(ScoredPairs, Segmentation, Map)}, with no category known. */
  public static Portfolio of(ScoredPairs pairs, Segmentation segmentation) {
    return of(pairs, segmentation, Map.of());
  }

  /**
   * Scored pairs by segment. Customers without a segment go into a last segment "other", which is
   * added when they are the first to need it.
   *
   * @param categories category by product id
   */
  public static Portfolio of(
      ScoredPairs pairs, Segmentation segmentation, Map<String, String> categories) {
    List<String> names = new ArrayList<>(segmentation.names());
    int[] ofCustomer = new int[pairs.customerIds().size()];
    int other = names.indexOf(OTHER);
    for (int c = 0; c < ofCustomer.length; c++) {
      Integer known = segmentation.segmentOf().get(pairs.customerIds().get(c));
      if (known == null && other < 0) {
        other = names.size();
        names.add(OTHER);
      }
      ofCustomer[c] = known == null ? other : known;
    }
    int[] segment = new int[pairs.size()];
    Arrays.setAll(segment, i -> ofCustomer[pairs.customer()[i]]);
    return new Portfolio(
            names,
            segment,
            pairs.customer(),
            pairs.listPrice(),
            pairs.unitCost(),
            pairs.p0(),
            pairs.k())
        .withKeys(PairKeys.of(pairs, categories));
  }

  /** How many pairs. */
  public int size() {
    return p0.length;
  }

  public List<String> segmentNames() {
    return segmentNames;
  }

  public int[] segment() {
    return segment;
  }

  public int[] customer() {
    return customer;
  }

  /** One more than the highest customer index. */
  public int customers() {
    return customers;
  }

  public double[] listPrice() {
    return listPrice;
  }

  public double[] unitCost() {
    return unitCost;
  }

  public double[] p0() {
    return p0;
  }

  public double[] k() {
    return k;
  }

  /** Purchase intensity {@code h = -ln(1 - p0)} of a pair. */
  public double hazard(int pair) {
    return AdditiveHazard.hazard(p0[pair]);
  }

  /** Cosine of customer and product vector per pair; empty where there are no vectors. */
  public float[] similarity() {
    return similarity;
  }

  public PairKeys keys() {
    return keys;
  }

  /** Responses fitted per segment; null where none are. */
  public @Nullable SegmentResponses responses() {
    return responses;
  }

  /** Whether any pair has a known unit cost. */
  public boolean anyCostKnown() {
    for (double cost : unitCost) {
      if (!Double.isNaN(cost)) {
        return true;
      }
    }
    return false;
  }
}
