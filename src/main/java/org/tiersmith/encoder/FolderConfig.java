package org.tiersmith.encoder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tiersmith.encoder.BertConfig.Pooling;
import org.tiersmith.model.Problem;

/**
 * What a folder's config.json says.
 *
 * @param architecture the make
 * @param sizes with as many positions as a sequence may use
 * @param tokenTypes rows of the table of token types; 0 if there is none
 * @param placesBefore rows of the table of places that no sequence uses
 */
record FolderConfig(Architecture architecture, BertConfig sizes, int tokenTypes, int placesBefore) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST = 1 << 20;

  static FolderConfig read(Path folder, Pooling pooling) throws IOException {
    JsonNode json = tree(folder.resolve("config.json"));
    Architecture architecture =
        Architecture.of(json.path("model_type").asText())
            .orElseThrow(
                () ->
                    unsupported(
                        folder,
                        "model_type",
                        json.path("model_type").asText(),
                        Architecture.types()));
    boolean distilled = architecture == Architecture.DISTILBERT;
    only(folder, json, distilled ? "activation" : "hidden_act", "gelu");
    only(folder, json, "position_embedding_type", "absolute");
    Reader of = new Reader(folder, json);
    int padding = json.path("pad_token_id").asInt(1);
    int before = architecture.placesBefore(padding);
    int places = of.size("max_position_embeddings") - before;
    if (padding < 0 || places < 1) {
      throw of.wrong(padding < 0 ? "pad_token_id" : "max_position_embeddings");
    }
    int hidden = of.size(distilled ? "dim" : "hidden_size");
    int heads = of.size(distilled ? "n_heads" : "num_attention_heads");
    if (hidden % heads != 0) {
      throw of.wrong(distilled ? "n_heads" : "num_attention_heads");
    }
    BertConfig sizes =
        new BertConfig(
            of.size("vocab_size"),
            hidden,
            of.size(distilled ? "n_layers" : "num_hidden_layers"),
            heads,
            of.size(distilled ? "hidden_dim" : "intermediate_size"),
            places,
            json.path("layer_norm_eps").asDouble(1e-12),
            pooling);
    int types = architecture.hasTokenTypes() ? of.size("type_vocab_size") : 0;
    return new FolderConfig(architecture, sizes, types, before);
  }

  private static JsonNode tree(Path file) throws IOException {
    try {
      return JSON.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new Problem(damaged(file).text(), e);
    }
  }

  /** A JSON file of a model folder that is none. */
  static Problem damaged(Path file) {
    return Problem.of(
        "encoder.json-damaged",
        "{0} can''t be read: it is no JSON. The model can''t be used; copy the file again.",
        file);
  }

  private static void only(Path folder, JsonNode json, String key, String wanted) {
    String found = json.path(key).asText(wanted);
    if (!found.equals(wanted)) {
      throw unsupported(folder, key, found, wanted);
    }
  }

  private static Problem unsupported(Path folder, String key, String found, String wanted) {
    return Problem.of(
        "encoder.unsupported",
        "The model in {0} has {1} \"{2}\"; only \"{3}\" can be used. Choose a BERT-family"
            + " encoder.",
        folder.getFileName(),
        key,
        found,
        wanted);
  }

  /** Reads sizes. */
  private record Reader(Path folder, JsonNode json) {
    int size(String key) {
      int size = json.path(key).asInt();
      if (size < 1 || size > MOST) {
        throw wrong(key);
      }
      return size;
    }

    Problem wrong(String key) {
      return Problem.of(
          "encoder.config-size",
          "config.json in {0} says {1} = {2}, which can''t be. The model can''t be used; copy the"
              + " file again.",
          folder.getFileName(),
          key,
          json.path(key).isMissingNode() ? "?" : json.path(key).asText());
    }
  }

  /** The shape that a weight of {@link BertLayout} has in the file. */
  int[] shape(String name) {
    return switch (name) {
      case BertLayout.WORDS -> new int[] {sizes.vocabulary(), sizes.hidden()};
      case BertLayout.POSITIONS -> new int[] {sizes.positions() + placesBefore, sizes.hidden()};
      case BertLayout.TYPES -> new int[] {tokenTypes, sizes.hidden()};
      default -> sizes.shape(name);
    };
  }

  /** Names of {@link BertLayout} that the file must have. */
  List<String> names() {
    return BertLayout.names(sizes.layers()).stream()
        .filter(name -> tokenTypes > 0 || !name.equals(BertLayout.TYPES))
        .toList();
  }
}
