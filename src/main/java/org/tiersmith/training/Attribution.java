package org.tiersmith.training;

import java.util.List;
import java.util.Map;

/**
 * What each word and number of a pair adds to the logit of its purchase probability, by integrated
 * gradients (Sundararajan et al., "Axiomatic Attribution for Deep Networks", 2017): the gradient is
 * averaged on the straight way from a pair about which nothing is known (every word piece the
 * average of all, every number the training examples' mean) to the pair itself. All parts together
 * make the difference of both logits.
 *
 * @param customer the customer's text as far as the model reads it, in order
 * @param product the product's text likewise
 * @param numbers part of each number, by its name
 * @param z logit of p0 at list price before calibration
 * @param baseline the same of the pair about which nothing is known
 * @param gap sum of all parts less the difference that they should make, as a share of that
 *     difference (of a tenth of a logit where it is smaller); 0.01 or less but where the way was
 *     too crooked for the steps that are allowed
 */
public record Attribution(
    List<Piece> customer,
    List<Piece> product,
    Map<String, Double> numbers,
    double z,
    double baseline,
    double gap) {

  /**
   * A word of a text.
   *
   * @param text as it stands there
   * @param from index of its first char
   * @param to index after its last
   * @param value what it adds to the logit
   */
  public record Piece(String text, int from, int to, double value) {}
}
