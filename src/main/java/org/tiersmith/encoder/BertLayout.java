package org.tiersmith.encoder;

import java.util.ArrayList;
import java.util.List;

/** The order in which a program expects an encoder's weights, by their Hugging Face names. */
public final class BertLayout {
  static final String WORDS = "embeddings.word_embeddings.weight";
  static final String POSITIONS = "embeddings.position_embeddings.weight";
  static final String TYPES = "embeddings.token_type_embeddings.weight";
  static final List<String> EMBEDDINGS =
      List.of(WORDS, POSITIONS, TYPES, "embeddings.LayerNorm.weight", "embeddings.LayerNorm.bias");
  static final List<String> LAYER =
      List.of(
          "attention.self.query.weight",
          "attention.self.query.bias",
          "attention.self.key.weight",
          "attention.self.key.bias",
          "attention.self.value.weight",
          "attention.self.value.bias",
          "attention.output.dense.weight",
          "attention.output.dense.bias",
          "attention.output.LayerNorm.weight",
          "attention.output.LayerNorm.bias",
          "intermediate.dense.weight",
          "intermediate.dense.bias",
          "output.dense.weight",
          "output.dense.bias",
          "output.LayerNorm.weight",
          "output.LayerNorm.bias");

  private BertLayout() {}

  /** All names in order: embeddings, then each layer. */
  public static List<String> names(int layers) {
    List<String> names = new ArrayList<>(EMBEDDINGS);
    for (int i = 0; i < layers; i++) {
      String prefix = layer(i);
      LAYER.forEach(name -> names.add(prefix + name));
    }
    return names;
  }

  /**
   * Names of the low-rank adapters beside these layers, two matrices each, [rank, in] and [out,
   * rank]; they follow the encoder's own weights.
   */
  public static List<String> adapters(int layers, List<LinearLayer> adapted) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      for (LinearLayer linear : adapted) {
        names.add(layer(i) + linear.path() + ".lora_A.weight");
        names.add(layer(i) + linear.path() + ".lora_B.weight");
      }
    }
    return names;
  }

  /** What the names of a layer's weights start with. */
  public static String layer(int index) {
    return "encoder.layer." + index + ".";
  }
}
