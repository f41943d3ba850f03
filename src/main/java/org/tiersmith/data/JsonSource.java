package org.tiersmith.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/** Rows of a file with one JSON object a line; its columns are the keys of all lines. */
final class JsonSource extends RecordSource {
  private static final Dialect WHOLE_LINES = new Dialect('\u0000', '\u0000');

  /** So many objects are looked at for the columns to begin with; later keys come behind. */
  static final int ROWS_FOR_KEYS = 100_000;

  private final RecordReader reader;
  private final JsonKeys keys;
  private @Nullable Map<String, String> cells;

  private JsonSource(Encoding encoding, RecordReader reader, JsonKeys keys) {
    super(encoding, reader, keys.columns());
    this.reader = reader;
    this.keys = keys;
  }

  static JsonSource open(SourceFile file) throws IOException {
    Encoding encoding = Encoding.of(file);
    JsonKeys keys = new JsonKeys(file);
    try (JsonSource first =
        new JsonSource(encoding, new RecordReader(encoding.read(file), WHOLE_LINES), keys)) {
      for (int i = 0; i < ROWS_FOR_KEYS && first.next(); i++) {
        // Its check meets the keys.
      }
    }
    keys.required();
    return new JsonSource(encoding, new RecordReader(encoding.read(file), WHOLE_LINES), keys);
  }

  @Override
  public String format() {
    return "JSON lines";
  }

  @Override
  public String cell(int column) {
    return keys.cell(cells, column);
  }

  @Override
  boolean skipsBlank() {
    return true;
  }

  @Override
  @Nullable Text check() {
    cells = null;
    try {
      String line = reader.field(0);
      cells = JsonText.cells(line);
      if (cells == null) {
        return Text.of("import.not-object", "The line is no JSON object.");
      }
      Text undecoded = JsonText.undecoded(line, encoding());
      if (undecoded == null) {
        keys.meet(cells);
      }
      return undecoded;
    } catch (JsonProcessingException e) {
      return Text.of("import.bad-json", "The line is not JSON: {0}.", e.getOriginalMessage());
    }
  }
}
