package org.tiersmith.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/** Rows of a file with one JSON object a line; its columns are the keys of the first lines. */
final class JsonSource extends RecordSource {
  private static final Dialect WHOLE_LINES = new Dialect('\u0000', '\u0000');

  /** An object behind so many that brings a new key loses its value. */
  static final int ROWS_FOR_KEYS = 100_000;

  private final RecordReader reader;
  private final List<String> keys;
  private @Nullable Map<String, String> cells;

  private JsonSource(Encoding encoding, RecordReader reader, List<String> keys) {
    super(encoding, reader, Cells.distinctNames(keys));
    this.reader = reader;
    this.keys = keys;
  }

  static JsonSource open(SourceFile file) throws IOException {
    Encoding encoding = Encoding.of(file);
    Set<String> keys = new LinkedHashSet<>();
    try (JsonSource first =
        new JsonSource(encoding, new RecordReader(encoding.read(file), WHOLE_LINES), List.of())) {
      for (int i = 0; i < ROWS_FOR_KEYS && first.next(); i++) {
        if (first.fault() == null && first.cells != null) {
          keys.addAll(first.cells.keySet());
        }
      }
    }
    RecordReader reader = new RecordReader(encoding.read(file), WHOLE_LINES);
    return new JsonSource(encoding, reader, required(file, keys));
  }

  /** The keys that become columns; throws a Problem where there is none. */
  static List<String> required(SourceFile file, Set<String> keys) {
    if (keys.isEmpty()) {
      throw Problem.of(
          "import.no-json",
          "{0} starts like JSON but holds no JSON objects. Write one object a line, or an array"
              + " of objects.",
          file.name());
    }
    file.requireWidth(keys.size());
    return new ArrayList<>(keys);
  }

  @Override
  public String format() {
    return "JSON lines";
  }

  @Override
  public String cell(int column) {
    return cells == null ? "" : cells.getOrDefault(keys.get(column), "");
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
      return cells == null
          ? Text.of("import.not-object", "The line is no JSON object.")
          : JsonText.undecoded(line, encoding());
    } catch (JsonProcessingException e) {
      return Text.of("import.bad-json", "The line is not JSON: {0}.", e.getOriginalMessage());
    }
  }
}
