package org.tiersmith.encoder;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes a Hugging Face folder with a small encoder of random weights. */
public final class TinyEncoder {
  public static final String ID = "tiny";
  public static final int HIDDEN = 16;
  public static final int HEADS = 2;
  private static final int LAYERS = 2;
  private static final int INTERMEDIATE = 32;
  private static final int POSITIONS = 64;

  private static final List<String> WORDS =
      List.of(
          "[PAD]", "[UNK]", "[CLS]", "[SEP]", "loves", "hates", "coffee", "running", "books",
          "garden", "a", "mug", "shoe", "novel", "spade", "red", "blue", "##s", "and", "the");

  private TinyEncoder() {}

  /** A catalogue whose folder holds the encoder {@link #ID}. */
  public static EncoderCatalogue catalogue(Path folder) throws IOException {
    write(folder.resolve(ID));
    return new EncoderCatalogue(folder);
  }

  /** Puts an encoder of other weights in its place in a catalogue's folder. */
  public static void exchange(Path folder) throws IOException {
    Path file = folder.resolve(ID).resolve("model.safetensors");
    Safetensors content = Safetensors.read(file);
    Map<String, Tensor> others = new LinkedHashMap<>(content.tensors());
    others.computeIfPresent(
        "bert.encoder.layer.1.output.dense.bias",
        (_, bias) -> Tensor.vector(new float[bias.data().length]));
    new Safetensors(others, content.metadata()).write(file);
  }

  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"model_type":"bert","hidden_act":"gelu","layer_norm_eps":1e-12,
         "vocab_size":20,"hidden_size":16,"num_hidden_layers":2,"num_attention_heads":2,
         "intermediate_size":32,"max_position_embeddings":64,"type_vocab_size":2}
        """);
    Files.writeString(folder.resolve("tokenizer.json"), tokenizer());
    Map<String, Tensor> weights = new LinkedHashMap<>();
    weights(new Random(7)).forEach((name, weight) -> weights.put("bert." + name, weight));
    new Safetensors(weights, Map.of("format", "pt")).write(folder.resolve("model.safetensors"));
  }

  /** Random weights by the names of {@link BertLayout}. */
  static Map<String, Tensor> weights(Random random) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (String name : BertLayout.names(LAYERS)) {
      int[] shape = shape(name);
      int size = shape.length == 1 ? shape[0] : shape[0] * shape[1];
      float[] data = new float[size];
      boolean scale = name.endsWith("LayerNorm.weight");
      for (int i = 0; i < size; i++) {
        data[i] = (float) ((scale ? 1 : 0) + random.nextGaussian() * spread(name));
      }
      weights.put(name, new Tensor(shape, data));
    }
    return weights;
  }

  /** Words differ much, places little, so that a small network can learn fast. */
  private static double spread(String name) {
    if (name.startsWith("embeddings.word")) {
      return 1;
    }
    return name.endsWith(".weight") && name.startsWith("encoder.") && !name.contains("LayerNorm")
        ? 0.2
        : 0.1;
  }

  private static int[] shape(String name) {
    if (name.startsWith("embeddings.word")) {
      return new int[] {WORDS.size(), HIDDEN};
    }
    if (name.startsWith("embeddings.position")) {
      return new int[] {POSITIONS, HIDDEN};
    }
    if (name.startsWith("embeddings.token")) {
      return new int[] {2, HIDDEN};
    }
    boolean widens = name.contains("intermediate.dense");
    boolean narrows = name.matches(".*layer\\.\\d+\\.output\\.dense.*");
    int out = widens ? INTERMEDIATE : HIDDEN;
    boolean matrix = name.endsWith(".weight") && !name.contains("LayerNorm");
    return matrix ? new int[] {out, narrows ? INTERMEDIATE : HIDDEN} : new int[] {out};
  }

  static String tokenizer() throws IOException {
    Map<String, Integer> vocabulary = new LinkedHashMap<>();
    WORDS.forEach(word -> vocabulary.put(word, vocabulary.size()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", "1.0");
    json.put("truncation", null);
    json.put("padding", null);
    json.put("added_tokens", List.of());
    json.put(
        "normalizer",
        Map.of(
            "type", "BertNormalizer",
            "clean_text", true,
            "handle_chinese_chars", true,
            "lowercase", true));
    json.put("pre_tokenizer", Map.of("type", "BertPreTokenizer"));
    json.put(
        "post_processor",
        Map.of("type", "BertProcessing", "sep", List.of("[SEP]", 3), "cls", List.of("[CLS]", 2)));
    json.put("decoder", Map.of("type", "WordPiece", "prefix", "##", "cleanup", true));
    json.put(
        "model",
        Map.of(
            "type", "WordPiece",
            "unk_token", "[UNK]",
            "continuing_subword_prefix", "##",
            "max_input_chars_per_word", 100,
            "vocab", vocabulary));
    return new ObjectMapper().writeValueAsString(json);
  }
}
