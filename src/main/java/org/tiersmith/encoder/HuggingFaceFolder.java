package org.tiersmith.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tiersmith.encoder.BertConfig.Pooling;
import org.tiersmith.model.Problem;

/** An encoder in Hugging Face layout: config.json, model.safetensors, tokenizer.json. */
record HuggingFaceFolder(Path folder) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve("config.json"))
        && Files.isRegularFile(folder.resolve("model.safetensors"))
        && Files.isRegularFile(folder.resolve("tokenizer.json"));
  }

  /**
   * Reads sizes and weights.
   *
   * @throws Problem if the folder holds something else than a BERT encoder with GELU
   */
  BaseEncoder load() throws IOException {
    JsonNode config = JSON.readTree(folder.resolve("config.json").toFile());
    check(config, "model_type", "bert");
    check(config, "hidden_act", "gelu");
    Map<String, Tensor> weights = new LinkedHashMap<>();
    Safetensors.read(folder.resolve("model.safetensors"))
        .tensors()
        .forEach((name, tensor) -> weights.put(plain(name), tensor));
    BertConfig sizes =
        BertConfig.of(
            weights,
            config.path("num_attention_heads").asInt(),
            config.path("layer_norm_eps").asDouble(1e-12),
            pooling());
    return new BaseEncoder(sizes, weights);
  }

  private void check(JsonNode config, String key, String wanted) {
    String found = config.path(key).asText(wanted);
    if (!found.equals(wanted)) {
      throw Problem.of(
          "encoder.unsupported",
          "The model in {0} has {1} \"{2}\"; only \"{3}\" can be used. Choose a BERT-family"
              + " encoder.",
          folder.getFileName(),
          key,
          found,
          wanted);
    }
  }

  private static String plain(String name) {
    return name.replaceFirst("^bert\\.", "")
        .replaceFirst("LayerNorm\\.gamma$", "LayerNorm.weight")
        .replaceFirst("LayerNorm\\.beta$", "LayerNorm.bias");
  }

  /** Sentence encoders say in 1_Pooling/config.json how they pool; the rest are averaged. */
  private Pooling pooling() throws IOException {
    Path file = folder.resolve("1_Pooling").resolve("config.json");
    return Files.isRegularFile(file)
            && JSON.readTree(file.toFile()).path("pooling_mode_cls_token").asBoolean()
        ? Pooling.FIRST
        : Pooling.MEAN;
  }
}
