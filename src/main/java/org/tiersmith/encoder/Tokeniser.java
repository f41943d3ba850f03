package org.tiersmith.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/** Text to word pieces, by a model's own tokenizer.json. Thread-safe; close it after use. */
public final class Tokeniser implements AutoCloseable {
  private static final int CHUNK = 512;
  private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?", ";", "。", "！", "？", "；");

  private final HuggingFaceTokenizer tokenizer;
  private final int start;
  private final int separator;
  private final int between;

  private Tokeniser(HuggingFaceTokenizer tokenizer, String name) {
    this.tokenizer = tokenizer;
    long[] empty = tokenizer.encode("", true, false).getIds();
    if (empty.length < 2) {
      throw Problem.of(
          "encoder.tokenizer-marks",
          "The tokeniser of {0} puts no marks around a text, as a BERT-family encoder needs them."
              + " The model can''t be used; take its tokenizer.json from the model''s own source.",
          name);
    }
    this.start = (int) empty[0];
    this.separator = (int) empty[empty.length - 1];
    int lone = tokenizer.encode("a", true, false).getIds().length;
    this.between = tokenizer.encode("a", "a", true, false).getIds().length - 2 * lone + 2;
  }

  /**
   * Reads tokenizer.json from the stream and closes it.
   *
   * @param name of the model, for people
   * @throws Problem if it is no tokeniser that can be used
   */
  static Tokeniser open(InputStream json, String name) throws IOException {
    TorchRuntime.offline();
    HuggingFaceTokenizer tokenizer;
    try (json) {
      tokenizer =
          HuggingFaceTokenizer.newInstance(json, Map.of("truncation", "false", "padding", "false"));
    } catch (RuntimeException e) {
      throw new Problem(damaged(name), e);
    }
    try {
      return new Tokeniser(tokenizer, name);
    } catch (Problem e) {
      tokenizer.close();
      throw e;
    }
  }

  private static Text damaged(String name) {
    return Text.of(
        "encoder.tokenizer-damaged",
        "The tokenizer.json of {0} is damaged or of a kind that can''t be read. The model can''t be"
            + " used; copy the file again.",
        name);
  }

  /** The piece that opens a sequence, {@code [CLS]}. */
  public int start() {
    return start;
  }

  /** The piece that ends each text of a sequence, {@code [SEP]}. */
  public int separator() {
    return separator;
  }

  /** How many separators stand between two texts: one, or two where RoBERTa's custom holds. */
  public int between() {
    return between;
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

  /** What the word pieces of texts are in them. */
  public PieceMarks marks(List<String> texts) {
    PieceMarks marks = PieceMarks.none();
    for (int from = 0; from < texts.size(); from += CHUNK) {
      List<String> chunk = texts.subList(from, Math.min(texts.size(), from + CHUNK));
      for (Encoding encoding : tokenizer.batchEncode(chunk, false, false)) {
        mark(encoding, marks);
      }
    }
    return marks;
  }

  private static void mark(Encoding encoding, PieceMarks marks) {
    long[] ids = encoding.getIds();
    long[] words = encoding.getWordIds();
    String[] tokens = encoding.getTokens();
    for (int i = 0; i < ids.length; i++) {
      if (i > 0 && words[i] == words[i - 1]) {
        marks.inner().set((int) ids[i]);
      }
      if (SENTENCE_ENDS.contains(tokens[i])) {
        marks.ends().set((int) ids[i]);
      }
    }
  }

  /**
   * Where a word piece comes from.
   *
   * @param from index of its first char in the text
   * @param to index after its last
   * @param word number of the word that it belongs to
   */
  public record Span(int from, int to, long word) {}

  /** Where the first word pieces of a text come from, at most so many. */
  public List<Span> spans(String text, int most) {
    Encoding encoding = tokenizer.encode(text, false, false);
    CharSpan[] places = encoding.getCharTokenSpans();
    long[] words = encoding.getWordIds();
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < Math.min(most, places.length); i++) {
      // The tokeniser counts letters, of which Java writes some as two chars.
      int from = text.offsetByCodePoints(0, places[i].getStart());
      int length = places[i].getEnd() - places[i].getStart();
      spans.add(new Span(from, text.offsetByCodePoints(from, length), words[i]));
    }
    return spans;
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
