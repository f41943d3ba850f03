package org.tiersmith.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.tiersmith.encoder.BertLayout;
import org.tiersmith.encoder.Safetensors;
import org.tiersmith.encoder.Tensor;

/** A base encoder of one small layer with random weights, so that a whole road takes seconds. */
public final class TinyEncoder {
  public static final String ID = "tiny";

  private static final int WORDS = 30_522;
  private static final int HIDDEN = 16;
  private static final int INNER = 32;
  private static final int POSITIONS = 128;

  private TinyEncoder() {}

  /** Writes the encoder to a folder {@value #ID} under the models folder. */
  public static void writeTo(Path models) throws IOException {
    Path folder = Files.createDirectories(models.resolve(ID));
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"model_type": "bert", "hidden_act": "gelu", "num_attention_heads": 2,
         "layer_norm_eps": 1e-12}
        """);
    try (InputStream words =
        TinyEncoder.class.getResourceAsStream("/all-minilm-l6-v2-tokenizer.json")) {
      Files.copy(Objects.requireNonNull(words), folder.resolve("tokenizer.json"));
    }
    SplittableRandom random = new SplittableRandom(1);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (String name : BertLayout.names(1)) {
      weights.put(name, tensor(name, random));
    }
    new Safetensors(weights, Map.of()).write(folder.resolve("model.safetensors"));
  }

  private static Tensor tensor(String name, SplittableRandom random) {
    int[] shape = shape(name);
    float[] data = new float[shape.length == 1 ? shape[0] : shape[0] * shape[1]];
    boolean norm = name.contains("LayerNorm.weight");
    for (int i = 0; i < data.length; i++) {
      data[i] = norm ? 1 : name.endsWith("bias") ? 0 : (float) (0.05 * random.nextGaussian());
    }
    return new Tensor(shape, data);
  }

  private static int[] shape(String name) {
    if (name.contains("word_embeddings")) {
      return new int[] {WORDS, HIDDEN};
    } else if (name.contains("position_embeddings")) {
      return new int[] {POSITIONS, HIDDEN};
    } else if (name.contains("token_type_embeddings")) {
      return new int[] {2, HIDDEN};
    }
    boolean inner = name.contains("intermediate");
    if (name.endsWith("bias") || name.contains("LayerNorm")) {
      return new int[] {inner ? INNER : HIDDEN};
    }
    boolean outer = name.contains("output.dense") && !name.contains("attention");
    return new int[] {inner ? INNER : HIDDEN, outer ? INNER : HIDDEN};
  }
}
