package org.tiersmith.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/** Rows of a file with one JSON object a line; its columns are the keys of the first lines. */
final class JsonSource implements RowSource {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Dialect WHOLE_LINES = new Dialect('\u0000', '\u0000');
  private static final int LINES_FOR_KEYS = 1000;
  private static final int RAW_CHARS = 300;

  private final Encoding encoding;
  private final RecordReader reader;
  private final List<String> keys;
  private final List<String> columns;
  private @Nullable JsonNode node;
  private @Nullable Text fault;

  private JsonSource(Encoding encoding, RecordReader reader, List<String> keys) {
    this.encoding = encoding;
    this.reader = reader;
    this.keys = keys;
    this.columns = Cells.distinctNames(keys);
  }

  static JsonSource open(SourceFile file) throws IOException {
    Encoding encoding = Encoding.of(file);
    Set<String> keys = new LinkedHashSet<>();
    try (JsonSource first =
        new JsonSource(encoding, new RecordReader(encoding.read(file), WHOLE_LINES), List.of())) {
      for (int i = 0; i < LINES_FOR_KEYS && first.next(); i++) {
        if (first.node != null) {
          first.node.fieldNames().forEachRemaining(keys::add);
        }
      }
    }
    if (keys.isEmpty()) {
      throw Problem.of(
          "import.no-json",
          "{0} starts like JSON but its lines are no JSON objects. Write one object a line.",
          file.name());
    }
    RecordReader reader = new RecordReader(encoding.read(file), WHOLE_LINES);
    return new JsonSource(encoding, reader, new ArrayList<>(keys));
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public String format() {
    return "JSON lines";
  }

  @Override
  public String encoding() {
    return encoding.name();
  }

  @Override
  public boolean next() throws IOException {
    do {
      if (!reader.next()) {
        return false;
      }
    } while (reader.fault() == null && reader.isBlank());
    fault = reader.fault();
    node = null;
    if (fault == null) {
      parse();
    }
    return true;
  }

  @Override
  public long line() {
    return reader.line();
  }

  @Override
  public @Nullable Text fault() {
    return fault;
  }

  @Override
  public String cell(int column) {
    JsonNode value = node == null ? null : node.get(keys.get(column));
    if (value == null || value.isNull()) {
      return "";
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }

  @Override
  public String raw() {
    return reader.raw(RAW_CHARS);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private void parse() {
    try {
      JsonNode parsed = JSON.readTree(reader.field(0));
      if (parsed != null && parsed.isObject()) {
        node = parsed;
      } else {
        fault = Text.of("import.not-object", "The line is no JSON object.");
      }
    } catch (JsonProcessingException e) {
      fault = Text.of("import.bad-json", "The line is not JSON: {0}.", e.getOriginalMessage());
    }
  }
}
