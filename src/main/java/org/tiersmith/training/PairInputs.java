package org.tiersmith.training;

import java.util.List;
import org.tiersmith.encoder.Tokeniser;
import org.tiersmith.model.PairFeatures;

/**
 * Pairs in the shape a model reads: word pieces and scaled numbers.
 *
 * @param features the pairs
 * @param customers their customers' texts
 * @param products their products' texts
 * @param scaling of their numbers
 */
record PairInputs(
    PairFeatures features, TextPieces customers, TextPieces products, NumberScaling scaling) {

  static PairInputs of(
      Tokeniser tokeniser, PairFeatures features, NumberScaling scaling, int maxLength) {
    List<String> customers = features.customers().texts();
    List<String> products = features.products().texts();
    return new PairInputs(
        features,
        TextPieces.of(tokeniser, customers, maxLength),
        TextPieces.of(tokeniser, products, maxLength),
        scaling);
  }

  int customerText(int pair) {
    return customers.ofRow()[features.customer()[pair]];
  }

  int productText(int pair) {
    return products.ofRow()[features.product()[pair]];
  }

  /** Scaled numbers of these pairs, row-major. */
  float[] numbers(int[] pairs) {
    int width = scaling.width();
    float[] out = new float[pairs.length * width];
    for (int i = 0; i < pairs.length; i++) {
      scaling.write(features, pairs[i], out, i * width);
    }
    return out;
  }
}
