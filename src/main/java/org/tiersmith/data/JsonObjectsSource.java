package org.tiersmith.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/** Rows of a file with an array of JSON objects, or with objects over several lines. */
final class JsonObjectsSource implements RowSource {
  private static final int RAW_CHARS = 300;

  private final Encoding encoding;
  private final JsonObjectReader reader;
  private final List<String> keys;
  private final List<String> columns;
  private @Nullable Map<String, String> cells;
  private @Nullable Text fault;

  private JsonObjectsSource(Encoding encoding, JsonObjectReader reader, List<String> keys) {
    this.encoding = encoding;
    this.reader = reader;
    this.keys = keys;
    this.columns = Cells.distinctNames(keys);
  }

  static JsonObjectsSource open(SourceFile file) throws IOException {
    Encoding encoding = Encoding.of(file);
    Set<String> keys = new LinkedHashSet<>();
    try (JsonObjectsSource first =
        new JsonObjectsSource(encoding, new JsonObjectReader(encoding.read(file)), List.of())) {
      for (int i = 0; i < JsonSource.ROWS_FOR_KEYS && first.next(); i++) {
        if (first.cells != null) {
          keys.addAll(first.cells.keySet());
        }
      }
    }
    return new JsonObjectsSource(
        encoding, new JsonObjectReader(encoding.read(file)), JsonSource.required(file, keys));
  }

  @Override
  public List<String> columns() {
    return columns;
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
    return cells == null ? "" : cells.getOrDefault(keys.get(column), "");
  }

  @Override
  public String raw() {
    return reader.raw(RAW_CHARS);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private @Nullable Text check() {
    String text = reader.text();
    try {
      cells = JsonText.cells(text);
      return JsonText.undecoded(text, encoding());
    } catch (JsonProcessingException e) {
      return Text.of("import.bad-object", "The object is not JSON: {0}.", e.getOriginalMessage());
    }
  }
}
