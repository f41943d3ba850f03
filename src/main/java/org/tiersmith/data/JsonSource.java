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
final class JsonSource extends RecordSource {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Dialect WHOLE_LINES = new Dialect('\u0000', '\u0000');
  private static final int LINES_FOR_KEYS = 1000;

  private final RecordReader reader;
  private final List<String> keys;
  private @Nullable JsonNode node;

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
      for (int i = 0; i < LINES_FOR_KEYS && first.next(); i++) {
        if (first.fault() == null && first.node != null) {
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
  public String format() {
    return "JSON lines";
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
  boolean skipsBlank() {
    return true;
  }

  @Override
  @Nullable Text check() {
    node = null;
    try {
      JsonNode parsed = JSON.readTree(reader.field(0));
      if (parsed == null || !parsed.isObject()) {
        return Text.of("import.not-object", "The line is no JSON object.");
      }
      node = parsed;
      return null;
    } catch (JsonProcessingException e) {
      return Text.of("import.bad-json", "The line is not JSON: {0}.", e.getOriginalMessage());
    }
  }
}
