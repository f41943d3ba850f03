package org.tiersmith.encoder;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The makes of encoder that a Hugging Face folder may hold; they differ in names and tables. */
enum Architecture {
  BERT("bert."),
  DISTILBERT("distilbert."),
  ROBERTA("roberta."),
  /** RoBERTa for a hundred languages: another vocabulary, the same names. */
  XLM_ROBERTA("roberta.");

  /** What DistilBERT calls the parts of a layer. */
  private static final Map<String, String> DISTILLED =
      Map.of(
          "attention.self.query", "attention.q_lin",
          "attention.self.key", "attention.k_lin",
          "attention.self.value", "attention.v_lin",
          "attention.output.dense", "attention.out_lin",
          "attention.output.LayerNorm", "sa_layer_norm",
          "intermediate.dense", "ffn.lin1",
          "output.dense", "ffn.lin2",
          "output.LayerNorm", "output_layer_norm");

  private final String prefix;

  Architecture(String prefix) {
    this.prefix = prefix;
  }

  /** What config.json calls it. */
  String type() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Architecture> of(String type) {
    return Stream.of(values()).filter(each -> each.type().equals(type)).findFirst();
  }

  static String types() {
    return String.join(", ", Stream.of(values()).map(Architecture::type).toList());
  }

  /** Names that a weight may have in a file, by its name in {@link BertLayout}. */
  List<String> names(String name) {
    String own = this == DISTILBERT ? distilled(name) : name;
    String old =
        own.replace("LayerNorm.weight", "LayerNorm.gamma")
            .replace("LayerNorm.bias", "LayerNorm.beta");
    return Stream.of(prefix + own, own, prefix + old, old).distinct().toList();
  }

  private static String distilled(String name) {
    if (!name.startsWith("encoder.layer.")) {
      return name;
    }
    String[] words = name.split("\\.", 4);
    int last = words[3].lastIndexOf('.');
    String part = words[3].substring(0, last);
    return "transformer.layer." + words[2] + "." + DISTILLED.get(part) + words[3].substring(last);
  }

  /** Whether its sequences know of a first and a second text. */
  boolean hasTokenTypes() {
    return this != DISTILBERT;
  }

  /** Rows of the table of places that stand before that of a sequence's first word piece. */
  int placesBefore(int paddingPiece) {
    return this == ROBERTA || this == XLM_ROBERTA ? paddingPiece + 1 : 0;
  }
}
