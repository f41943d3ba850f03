package org.tiersmith.encoder;

import java.util.Map;

/**
 * The sizes of a BERT-family encoder.
 *
 * @param vocabulary number of word pieces
 * @param hidden width of the residual stream
 * @param layers number of transformer layers
 * @param heads attention heads a layer; divides {@code hidden}
 * @param intermediate width of the feed-forward layer
 * @param positions longest sequence, in word pieces
 * @param layerNormEpsilon added to the variance in each layer normalisation
 * @param pooling how a sequence becomes one vector
 */
public record BertConfig(
    int vocabulary,
    int hidden,
    int layers,
    int heads,
    int intermediate,
    int positions,
    double layerNormEpsilon,
    Pooling pooling) {

  /** How the vectors of a sequence become one. */
  public enum Pooling {
    /** Their mean over all word pieces. */
    MEAN,
    /** The first word piece's vector. */
    FIRST
  }

  public BertConfig {
    if (hidden % heads != 0) {
      throw new IllegalArgumentException(hidden + " is no multiple of " + heads + " heads");
    }
  }

  /** Sizes read off the shapes of weights that bear Hugging Face names. */
  public static BertConfig of(
      Map<String, Tensor> weights, int heads, double layerNormEpsilon, Pooling pooling) {
    int[] words = shape(weights, BertLayout.WORDS);
    int layers = 0;
    while (weights.containsKey(BertLayout.layer(layers) + "attention.self.query.weight")) {
      layers++;
    }
    int[] feedForward = shape(weights, BertLayout.layer(0) + "intermediate.dense.weight");
    int[] positions = shape(weights, BertLayout.POSITIONS);
    return new BertConfig(
        words[0], words[1], layers, heads, feedForward[0], positions[0], layerNormEpsilon, pooling);
  }

  /** Width of the residual stream that these weights are made for. */
  static int hidden(Map<String, Tensor> weights) {
    return shape(weights, BertLayout.WORDS)[1];
  }

  /** The shape of a weight that is no table of embeddings. */
  int[] shape(String name) {
    boolean widens = name.contains("intermediate.dense");
    int out = widens ? intermediate : hidden;
    if (name.contains("LayerNorm") || name.endsWith(".bias")) {
      return new int[] {out};
    }
    boolean narrows = name.contains("output.dense") && !name.contains("attention");
    return new int[] {out, narrows ? intermediate : hidden};
  }

  private static int[] shape(Map<String, Tensor> weights, String name) {
    Tensor tensor = weights.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no weight " + name);
    }
    return tensor.shape();
  }
}
