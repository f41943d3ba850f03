package org.tiersmith.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/** Rows of a file with an array of JSON objects, or with objects over several lines. */
final class JsonObjectsSource implements RowSource {
  private final Encoding encoding;
  private final JsonObjectReader reader;
  private final JsonKeys keys;
  private @Nullable Map<String, String> cells;
  private @Nullable Text fault;

  private JsonObjectsSource(Encoding encoding, JsonObjectReader reader, JsonKeys keys) {
    this.encoding = encoding;
    this.reader = reader;
    this.keys = keys;
  }

  static JsonObjectsSource open(SourceFile file) throws IOException {
    Encoding encoding = Encoding.of(file);
    JsonKeys keys = new JsonKeys(file);
    try (JsonObjectsSource first =
        new JsonObjectsSource(encoding, new JsonObjectReader(encoding.read(file)), keys)) {
      for (int i = 0; i < JsonSource.ROWS_FOR_KEYS && first.next(); i++) {
        // Its check meets the keys.
      }
    }
    keys.required();
    return new JsonObjectsSource(encoding, new JsonObjectReader(encoding.read(file)), keys);
  }

  @Override
  public List<String> columns() {
    return keys.columns();
  }

  @Override
  public String format() {
    return "JSON";
  }

  @Override
  public String encoding() {
    return encoding.name();
  }

  @Override
  public boolean next() throws IOException {
    if (!reader.next()) {
      return false;
    }
    cells = null;
    fault = reader.fault();
    if (fault == null) {
      fault = check();
    }
    return true;
  }

  @Override
  public long line() {
    return reader.number();
  }

  @Override
  public @Nullable Text fault() {
    return fault;
  }

  @Override
  public String cell(int column) {
    return keys.cell(cells, column);
  }

  @Override
  public String raw() {
    return reader.raw();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private @Nullable Text check() {
    String text = reader.text();
    try {
      cells = JsonText.cells(text);
      keys.meet(cells);
      return JsonText.undecoded(text, encoding());
    } catch (JsonProcessingException e) {
      return Text.of("import.bad-object", "The object is not JSON: {0}.", e.getOriginalMessage());
    }
  }
}
