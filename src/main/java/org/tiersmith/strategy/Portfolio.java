package org.tiersmith.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tiersmith.model.Problem;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.model.Segmentation;
import org.tiersmith.response.AdditiveHazard;

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
  private final double[] hazard;

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
    this.segmentNames = List.copyOf(segmentNames);
    this.segment = segment;
    this.customer = customer;
    this.listPrice = listPrice;
    this.unitCost = unitCost;
    this.p0 = p0;
    this.k = k;
    PortfolioCheck.lengths(p0.length, segment.length, customer.length, listPrice.length);
    PortfolioCheck.lengths(p0.length, unitCost.length, k.length);
    this.customers = PortfolioCheck.customers(segment, customer, segmentNames.size());
    PortfolioCheck.numbers(this);
    this.hazard = new double[p0.length];
    Arrays.setAll(hazard, i -> AdditiveHazard.hazard(p0[i]));
  }

  /**
   * Scored pairs by segment. Customers without a segment go into a last segment "other", which is
   * added when they are the first to need it.
   */
  public static Portfolio of(ScoredPairs pairs, Segmentation segmentation) {
    List<String> names = new ArrayList<>(segmentation.names());
    int[] ofCustomer = new int[pairs.customerIds().size()];
    for (int c = 0; c < ofCustomer.length; c++) {
      Integer known = segmentation.segmentOf().get(pairs.customerIds().get(c));
      if (known == null && !names.contains(OTHER)) {
        names.add(OTHER);
      }
      ofCustomer[c] = known == null ? names.indexOf(OTHER) : known;
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
        pairs.k());
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

  /** Purchase intensity {@code h = -ln(1 - p0)} per pair. */
  public double[] hazard() {
    return hazard;
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

  /** Purchase probability {@code p(d)} of a pair at a discount rate. */
  public double probability(int pair, double rate) {
    return p0[pair] + new Economics(this).uplift(pair, rate);
  }

  /** Expected profit {@code p(d) (P (1 - d) - c)} of a pair; NaN when its cost is unknown. */
  public double profit(int pair, double rate) {
    return probability(pair, rate) * (listPrice[pair] * (1 - rate) - unitCost[pair]);
  }
}
