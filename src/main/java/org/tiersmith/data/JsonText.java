package org.tiersmith.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/** Objects of JSON text as cells: objects in them are taken apart, one level deep. */
final class JsonText {
  private static final ObjectMapper JSON = mapper();
  private static final int LINES_LOOKED_AT = 20;

  private JsonText() {}

  /**
   * Reads one object; null where the text is JSON but no object.
   *
   * @throws JsonProcessingException where the text is not JSON
   */
  static @Nullable Map<String, String> cells(String text) throws JsonProcessingException {
    JsonNode node = JSON.readTree(text);
    if (node == null || !node.isObject()) {
      return null;
    }
    Map<String, String> cells = new LinkedHashMap<>();
    node.properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              if (value.isObject() && !value.isEmpty()) {
                value
                    .properties()
                    .forEach(in -> cells.put(entry.getKey() + "." + in.getKey(), cell(in)));
              } else {
                cells.put(entry.getKey(), cell(entry));
              }
            });
    return cells;
  }

  /** What is wrong with a text of which bytes could not be read as characters; or null. */
  static @Nullable Text undecoded(String text, String encoding) {
    return text.indexOf(Encoding.UNDECODED) < 0
        ? null
        : Text.of(
            "import.encoding",
            "The row holds bytes that are not {0}, the encoding of the rest of the file. Save"
                + " the file as UTF-8.",
            encoding);
  }

  /** Whether a text, perhaps cut, has lines that are whole objects. */
  static boolean hasObjectLines(String text) {
    return text.lines().limit(LINES_LOOKED_AT).anyMatch(JsonText::isObject);
  }

  private static boolean isObject(String line) {
    try {
      return line.stripLeading().startsWith("{") && cells(line) != null;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static String cell(Map.Entry<String, JsonNode> entry) {
    JsonNode value = entry.getValue();
    if (value.isNull()) {
      return "";
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }

  /** Whatever a cell holds fits in a row; what follows an object in its text is no JSON. */
  private static ObjectMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNameLength(RecordReader.MOST_CHARS).build());
    return mapper;
  }
}
