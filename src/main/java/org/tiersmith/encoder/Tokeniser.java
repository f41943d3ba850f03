package org.tiersmith.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Text to word pieces, by a model's own tokenizer.json. Thread-safe; close it after use. */
public final class Tokeniser implements AutoCloseable {
  private static final int CHUNK = 512;

  private final HuggingFaceTokenizer tokenizer;
  private final int start;
  private final int separator;

  private Tokeniser(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
    long[] empty = tokenizer.encode("", true, false).getIds();
    this.start = (int) empty[0];
    this.separator = (int) empty[empty.length - 1];
  }

  /** Reads tokenizer.json from the stream and closes it. */
  static Tokeniser open(InputStream json) throws IOException {
    TorchRuntime.offline();
    try (json) {
      return new Tokeniser(
          HuggingFaceTokenizer.newInstance(
              json, Map.of("truncation", "false", "padding", "false")));
    }
  }

  /** The piece that opens a sequence, {@code [CLS]}. */
  public int start() {
    return start;
  }

  /** The piece that ends each text of a sequence, {@code [SEP]}. */
  public int separator() {
    return separator;
  }

  /**
   * Word pieces of each text, without start and separator.
   *
   * @param most longest result; what comes after is dropped
   */
  public int[][] pieces(List<String> texts, int most) {
    int[][] pieces = new int[texts.size()][];
    for (int from = 0; from < texts.size(); from += CHUNK) {
      List<String> chunk = texts.subList(from, Math.min(texts.size(), from + CHUNK));
      Encoding[] encodings = tokenizer.batchEncode(chunk, false, false);
      for (int i = 0; i < encodings.length; i++) {
        pieces[from + i] =
            Arrays.stream(encodings[i].getIds()).limit(most).mapToInt(Math::toIntExact).toArray();
      }
    }
    return pieces;
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
