package org.tiersmith.service;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tiersmith.profile.template.TextSide;

/**
 * What a model would read of one customer or product, as of now.
 *
 * @param pieces word pieces of the text, the marks around it not counted
 */
public record TextPreview(TextSide side, String id, String text, int pieces) {

  /**
   * How long sequences of word pieces are, the marks around the texts counted.
   *
   * @param texts how many were looked at
   * @param median half are at most so long
   * @param p95 19 of 20 are at most so long
   * @param most the longest
   * @param tooLong how many are longer than a model reads
   */
  public record Lengths(int texts, int median, int p95, int most, int tooLong) {

    static Lengths of(int[] lengths, int maxLength) {
      if (lengths.length == 0) {
        return new Lengths(0, 0, 0, 0, 0);
      }
      int[] sorted = lengths.clone();
      Arrays.sort(sorted);
      return new Lengths(
          sorted.length,
          sorted[(sorted.length - 1) / 2],
          sorted[(int) Math.ceil(0.95 * sorted.length) - 1],
          sorted[sorted.length - 1],
          (int) Arrays.stream(sorted).filter(length -> length > maxLength).count());
    }
  }

  /**
   * Lengths over a sample of the shop.
   *
   * @param maxLength what they were compared with
   * @param customers what a two-tower model reads of customers
   * @param products what it reads of products
   * @param pairs what a cross-encoder reads of a customer with a product
   */
  public record Counts(int maxLength, Lengths customers, Lengths products, Lengths pairs) {

    /** The lengths that matter to two texts read apart, or together. */
    public List<Lengths> of(boolean together) {
      return together ? List.of(pairs) : List.of(customers, products);
    }

    /** The largest share of texts that a model would read without their ends, 0 to 1. */
    public double cut() {
      return Stream.of(customers, products, pairs)
          .mapToDouble(each -> each.tooLong() / (double) Math.max(1, each.texts()))
          .max()
          .orElse(0);
    }
  }
}
