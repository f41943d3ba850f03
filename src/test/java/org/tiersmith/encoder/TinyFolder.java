package org.tiersmith.encoder;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Writes the tiny encoder as a folder of each make, by that make's own names and tables.
 *
 * @param type what config.json calls the make
 */
record TinyFolder(String type) {
  private static final int HIDDEN = TinyEncoder.HIDDEN;
  private static final String TYPES = "embeddings.token_type_embeddings.weight";
  private static final String PLACES = "embeddings.position_embeddings.weight";

  /** Padding has number 1, so the first word piece of a sequence has place 2. */
  private static final int FIRST_PLACE = 2;

  private static final String BERT_CONFIG =
      """
      {"model_type":"%s","hidden_act":"gelu","layer_norm_eps":%s,
       "vocab_size":20,"hidden_size":16,"num_hidden_layers":2,"num_attention_heads":2,
       "intermediate_size":32,"max_position_embeddings":%d,"type_vocab_size":%d,"pad_token_id":1}
      """;

  private static final String DISTILBERT_CONFIG =
      """
      {"model_type":"distilbert","activation":"gelu","vocab_size":20,"dim":16,"n_layers":2,
       "n_heads":2,"hidden_dim":32,"max_position_embeddings":64,"pad_token_id":0}
      """;

  private static final String BYTE_PAIRS =
      """
      {"version":"1.0","truncation":null,"padding":null,"added_tokens":[],"normalizer":null,
       "pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":true},
       "post_processor":{"type":"RobertaProcessing","sep":["</s>",2],"cls":["<s>",0],
         "trim_offsets":true,"add_prefix_space":false},
       "decoder":{"type":"ByteLevel","add_prefix_space":true,"trim_offsets":true,"use_regex":true},
       "model":{"type":"BPE","dropout":null,"unk_token":"<unk>","continuing_subword_prefix":"",
         "end_of_word_suffix":"","fuse_unk":false,"byte_fallback":false,
         "vocab":{"<s>":0,"<pad>":1,"</s>":2,"<unk>":3,"l":4,"o":5,"v":6,"e":7,"s":8,"Ġ":9,"r":10,
           "d":11,"b":12,"u":13,"m":14,"g":15,"a":16,"ed":17,"red":18,"Ġm":19},
         "merges":["e d","r ed","Ġ m"]}}
      """;

  private static final String UNIGRAMS =
      """
      {"version":"1.0","truncation":null,"padding":null,"added_tokens":[],"normalizer":null,
       "pre_tokenizer":{"type":"Metaspace","replacement":"▁","prepend_scheme":"always","split":true},
       "post_processor":{"type":"TemplateProcessing",
         "single":[{"SpecialToken":{"id":"<s>","type_id":0}},{"Sequence":{"id":"A","type_id":0}},
           {"SpecialToken":{"id":"</s>","type_id":0}}],
         "pair":[{"SpecialToken":{"id":"<s>","type_id":0}},{"Sequence":{"id":"A","type_id":0}},
           {"SpecialToken":{"id":"</s>","type_id":0}},{"SpecialToken":{"id":"</s>","type_id":0}},
           {"Sequence":{"id":"B","type_id":0}},{"SpecialToken":{"id":"</s>","type_id":0}}],
         "special_tokens":{"<s>":{"id":"<s>","ids":[0],"tokens":["<s>"]},
           "</s>":{"id":"</s>","ids":[2],"tokens":["</s>"]}}},
       "decoder":{"type":"Metaspace","replacement":"▁","prepend_scheme":"always","split":true},
       "model":{"type":"Unigram","unk_id":3,"byte_fallback":false,"vocab":[["<s>",0],["<pad>",0],
         ["</s>",0],["<unk>",0],["▁",-3],["▁red",-2],["▁mug",-2],["▁loves",-2],["▁blue",-2],
         ["s",-4],["a",-4],["e",-4],["r",-4],["d",-4],["m",-4],["u",-4],["g",-4],["o",-4],["l",-4],
         ["b",-4]]}}
      """;

  private boolean robust() {
    return type.endsWith("roberta");
  }

  /** Writes the folder, and answers the encoder that it should be read as. */
  BaseEncoder write(Path folder) throws IOException {
    Map<String, Tensor> weights = TinyEncoder.weights(new Random(11));
    Map<String, Tensor> own = new LinkedHashMap<>();
    weights.forEach((name, weight) -> own.put(name(name), weight));
    own.put("classifier.weight", Tensor.vector(1, 2, 3));
    if (type.equals("distilbert")) {
      own.remove("distilbert." + TYPES);
      weights.put(TYPES, new Tensor(new int[] {2, HIDDEN}, new float[2 * HIDDEN]));
    } else if (robust()) {
      float[] row = Arrays.copyOf(requireNonNull(weights.get(TYPES)).data(), HIDDEN);
      own.put("roberta." + TYPES, new Tensor(new int[] {1, HIDDEN}, row));
      weights.put(TYPES, new Tensor(new int[] {2, HIDDEN}, twice(row)));
      own.put("roberta." + PLACES, later(requireNonNull(weights.get(PLACES))));
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("config.json"), config());
    Files.writeString(folder.resolve("tokenizer.json"), tokenizer());
    new Safetensors(own, Map.of("format", "pt")).write(folder.resolve("model.safetensors"));
    double epsilon = robust() ? 1e-5 : 1e-12;
    BertConfig sizes = BertConfig.of(weights, TinyEncoder.HEADS, epsilon, BertConfig.Pooling.MEAN);
    return new BaseEncoder(sizes, weights);
  }

  private static float[] twice(float[] row) {
    float[] rows = Arrays.copyOf(row, 2 * row.length);
    System.arraycopy(row, 0, rows, row.length, row.length);
    return rows;
  }

  private static Tensor later(Tensor places) {
    int rows = places.shape()[0] + FIRST_PLACE;
    float[] data = new float[rows * HIDDEN];
    Arrays.fill(data, 0, FIRST_PLACE * HIDDEN, 100);
    System.arraycopy(places.data(), 0, data, FIRST_PLACE * HIDDEN, places.data().length);
    return new Tensor(new int[] {rows, HIDDEN}, data);
  }

  private String config() {
    return switch (type) {
      case "distilbert" -> DISTILBERT_CONFIG;
      case "bert" -> BERT_CONFIG.formatted(type, "1e-12", 64, 2);
      default -> BERT_CONFIG.formatted(type, "1e-05", 66, 1);
    };
  }

  private String tokenizer() throws IOException {
    return switch (type) {
      case "roberta" -> BYTE_PAIRS;
      case "xlm-roberta" -> UNIGRAMS;
      default -> TinyEncoder.tokenizer();
    };
  }

  private String name(String name) {
    if (!type.equals("distilbert")) {
      return (robust() ? "roberta." : "bert.") + name;
    }
    return "distilbert."
        + name.replace("encoder.layer", "transformer.layer")
            .replace(".attention.self.query.", ".attention.q_lin.")
            .replace(".attention.self.key.", ".attention.k_lin.")
            .replace(".attention.self.value.", ".attention.v_lin.")
            .replace(".attention.output.dense.", ".attention.out_lin.")
            .replace(".attention.output.LayerNorm.", ".sa_layer_norm.")
            .replace(".intermediate.dense.", ".ffn.lin1.")
            .replaceFirst("(layer\\.\\d+)\\.output\\.dense\\.", "$1.ffn.lin2.")
            .replaceFirst("(layer\\.\\d+)\\.output\\.LayerNorm\\.", "$1.output_layer_norm.");
  }
}
