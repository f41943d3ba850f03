package org.tiersmith.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.tiersmith.model.Provenance;

/** Provenance as canonical JSON: equal provenance gives equal text, whatever order it was built. */
public final class ProvenanceJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProvenanceJson() {}

  public static String write(Provenance provenance) {
    ObjectNode node = JSON.createObjectNode();
    node.put("station", provenance.station());
    node.put("inputHash", provenance.inputHash());
    putMap(node.putObject("settings"), provenance.settings());
    node.put("seed", provenance.seed());
    putMap(node.putObject("versions"), provenance.versions());
    node.put("device", provenance.device());
    node.put("madeAt", provenance.madeAt().toString());
    return node.toString();
  }

  /**
   * Reads what {@link #write} makes.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  public static Provenance read(String json) {
    JsonNode node = parse(json);
    return new Provenance(
        node.required("station").asText(),
        node.required("inputHash").asText(),
        map(node.required("settings")),
        node.required("seed").asLong(),
        map(node.required("versions")),
        node.required("device").asText(),
        Instant.parse(node.required("madeAt").asText()));
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
  }

  private static void putMap(ObjectNode node, Map<String, String> map) {
    new TreeMap<>(map).forEach(node::put);
  }

  private static Map<String, String> map(JsonNode node) {
    Map<String, String> map = new TreeMap<>();
    node.properties().forEach(e -> map.put(e.getKey(), e.getValue().asText()));
    return map;
  }
}
