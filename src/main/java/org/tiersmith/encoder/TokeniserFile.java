package org.tiersmith.encoder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import org.tiersmith.model.Problem;

/** What a folder's tokenizer.json says of its word pieces. */
record TokeniserFile(Path file) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Tables of embeddings are rounded up to please the hardware, but hardly by a tenth. */
  private static final double LEAST_SHARE = 0.9;

  /**
   * Refuses a tokeniser that was made for another table of embeddings.
   *
   * @param rows of the table
   */
  void check(int rows) throws IOException {
    BitSet pieces = pieces();
    if (pieces.length() > rows || pieces.cardinality() < LEAST_SHARE * rows) {
      throw Problem.of(
          "encoder.tokenizer-disagrees",
          "In {0} the tokeniser knows {1} word pieces up to number {2}, but the weights are made"
              + " for {3}: they belong to different models. The model can''t be used; copy both"
              + " from one source.",
          String.valueOf(file.resolveSibling(".").normalize().getFileName()),
          pieces.cardinality(),
          pieces.length() - 1,
          rows);
    }
  }

  private BitSet pieces() throws IOException {
    BitSet pieces = new BitSet();
    try {
      JsonNode json = JSON.readTree(file.toFile());
      JsonNode vocabulary = json.path("model").path("vocab");
      if (vocabulary.isArray()) {
        pieces.set(0, vocabulary.size());
      } else {
        vocabulary.forEach(piece -> add(pieces, piece));
      }
      json.path("added_tokens").forEach(token -> add(pieces, token.path("id")));
    } catch (JsonProcessingException e) {
      throw new Problem(FolderConfig.damaged(file).text(), e);
    }
    return pieces;
  }

  private void add(BitSet pieces, JsonNode number) {
    int id = number.asInt(-1);
    if (id < 0) {
      throw FolderConfig.damaged(file);
    }
    pieces.set(id);
  }
}
