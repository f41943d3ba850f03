package org.tiersmith.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/** Role mappings as JSON files; a file named in one is looked for beside it. */
public final class MappingJson {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
  private static final Set<String> PARTS =
      Set.of("customers", "products", "events", "rules", "privacy");
  private static final Set<String> KEYS =
      Set.of("file", "more", "joins", "columns", "constants", "where", "drop", "derive", "format");

  private MappingJson() {}

  /** Reads a mapping, or throws a {@link Problem} that says what is wrong with it. */
  public static RoleMapping read(Path json) {
    if (!Files.isRegularFile(json)) {
      throw Problem.of("mapping.no-file", "There is no mapping file {0}.", json.toString());
    }
    JsonNode root = parse(json);
    if (!root.isObject()) {
      throw bad(json, "it must be an object with customers, products or events");
    }
    root.fieldNames()
        .forEachRemaining(
            key -> {
              if (!PARTS.contains(key)) {
                throw bad(
                    json, "\"" + key + "\" is none of customers, products, events, rules, privacy");
              }
            });
    return new RoleMapping(
        part(json, root, TableKind.CUSTOMERS),
        part(json, root, TableKind.PRODUCTS),
        part(json, root, TableKind.EVENTS),
        value(json, root, "rules", ImportRules.class, ImportRules.DEFAULT),
        value(json, root, "privacy", Privacy.class, Privacy.NONE));
  }

  /** Writes a mapping; files beside it are named relative to it. */
  public static void write(RoleMapping mapping, Path json) {
    ObjectNode root = JSON.createObjectNode();
    for (TableKind kind : TableKind.values()) {
      FileMapping part = mapping.of(kind);
      if (part != null) {
        root.set(kind.key(), node(part, json));
      }
    }
    if (!mapping.rules().equals(ImportRules.DEFAULT)) {
      root.set("rules", JSON.valueToTree(mapping.rules()));
    }
    if (!mapping.privacy().equals(Privacy.NONE)) {
      root.set("privacy", JSON.valueToTree(mapping.privacy()));
    }
    try {
      Files.writeString(json, JSON.writeValueAsString(root));
    } catch (IOException e) {
      throw new Problem(
          Text.of(
              "mapping.not-written",
              "The mapping can''t be written to {0} ({1}). Choose another place.",
              json.toString(),
              String.valueOf(e.getMessage())),
          e);
    }
  }

  private static JsonNode parse(Path json) {
    try {
      return JSON.readTree(Files.readString(json));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw Problem.of(
          "mapping.not-json",
          "The mapping {0} is not JSON: {1} (line {2}).",
          json.getFileName().toString(),
          e.getOriginalMessage(),
          line);
    } catch (IOException e) {
      throw new Problem(
          Text.of("mapping.unreadable", "The mapping {0} can''t be read as UTF-8 text.", "" + json),
          e);
    }
  }

  private static @Nullable FileMapping part(Path json, JsonNode root, TableKind kind) {
    JsonNode node = root.get(kind.key());
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isObject() || !node.path("file").isTextual()) {
      throw bad(json, "\"" + kind.key() + "\" needs a \"file\"");
    }
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                throw bad(json, "\"" + kind.key() + "\" has an unknown key \"" + key + "\"");
              }
            });
    return new FileMapping(
        beside(json, node.path("file").asText()),
        list(json, node, "more", "file names").stream().map(file -> beside(json, file)).toList(),
        joins(json, node.path("joins")),
        map(json, node.path("columns"), "columns"),
        map(json, node.path("constants"), "constants"),
        node.hasNonNull("where") ? node.path("where").asText() : null,
        list(json, node, "drop", "column names"),
        derivation(json, node.path("derive")),
        value(json, node, "format", FileFormat.class, FileFormat.GUESSED));
  }

  private static <T> T value(Path json, JsonNode root, String key, Class<T> type, T otherwise) {
    if (!root.hasNonNull(key)) {
      return otherwise;
    }
    try {
      return JSON.treeToValue(root.get(key), type);
    } catch (JsonProcessingException e) {
      throw bad(json, "\"" + key + "\": " + e.getOriginalMessage());
    }
  }

  private static List<Join> joins(Path json, JsonNode node) {
    if (!node.isMissingNode() && !node.isArray()) {
      throw bad(json, "\"joins\" is a list of objects with \"file\" and \"on\"");
    }
    List<Join> all = new ArrayList<>();
    for (JsonNode join : node) {
      Map<String, String> on = map(json, join.path("on"), "on");
      if (!join.path("file").isTextual() || on.isEmpty() || join.size() > 2) {
        throw bad(json, "a join needs a \"file\" and, in \"on\", columns that must be equal");
      }
      all.add(new Join(beside(json, join.path("file").asText()), on));
    }
    return all;
  }

  private static Derivation derivation(Path json, JsonNode node) {
    if (node.isMissingNode()) {
      return Derivation.NONE;
    }
    for (Derivation derivation : Derivation.values()) {
      if (derivation.key().equals(node.asText())) {
        return derivation;
      }
    }
    throw bad(json, "\"derive\" is \"none\" or \"usual-price\"");
  }

  private static Path beside(Path json, String file) {
    try {
      return json.toAbsolutePath().resolveSibling(file).normalize();
    } catch (InvalidPathException e) {
      throw bad(json, "\"" + file + "\" is not a file name");
    }
  }

  private static Map<String, String> map(Path json, JsonNode node, String key) {
    Map<String, String> all = new LinkedHashMap<>();
    if (!node.isMissingNode() && !node.isObject()) {
      throw bad(json, "\"" + key + "\" is an object");
    }
    node.properties()
        .forEach(
            entry -> {
              if (!entry.getValue().isValueNode() || entry.getValue().isNull()) {
                throw bad(json, "\"" + entry.getKey() + "\" needs a text");
              }
              all.put(entry.getKey(), entry.getValue().asText());
            });
    return all;
  }

  private static List<String> list(Path json, JsonNode part, String key, String what) {
    List<String> all = new ArrayList<>();
    JsonNode node = part.path(key);
    if (!node.isMissingNode() && !node.isArray()) {
      throw bad(json, "\"" + key + "\" is a list of " + what);
    }
    node.forEach(item -> all.add(item.asText()));
    return all;
  }

  private static ObjectNode node(FileMapping part, Path json) {
    ObjectNode node = JSON.createObjectNode();
    node.put("file", relative(part.file(), json));
    if (!part.more().isEmpty()) {
      node.set("more", JSON.valueToTree(part.more().stream().map(f -> relative(f, json)).toList()));
    }
    for (Join join : part.joins()) {
      node.withArray("joins")
          .addObject()
          .put("file", relative(join.file(), json))
          .set("on", JSON.valueToTree(join.on()));
    }
    node.set("columns", JSON.valueToTree(part.columns()));
    if (!part.constants().isEmpty()) {
      node.set("constants", JSON.valueToTree(part.constants()));
    }
    if (part.where() != null) {
      node.put("where", part.where());
    }
    if (!part.drop().isEmpty()) {
      node.set("drop", JSON.valueToTree(part.drop()));
    }
    if (part.derive() != Derivation.NONE) {
      node.put("derive", part.derive().key());
    }
    if (!part.format().equals(FileFormat.GUESSED)) {
      node.set("format", JSON.valueToTree(part.format()));
    }
    return node;
  }

  private static String relative(Path path, Path json) {
    Path folder = json.toAbsolutePath().normalize().getParent();
    Path file = path.toAbsolutePath().normalize();
    boolean inside = folder != null && file.startsWith(folder);
    return (inside && folder != null ? folder.relativize(file) : file).toString();
  }

  private static Problem bad(Path json, String why) {
    return Problem.of(
        "mapping.bad",
        "The mapping {0} can''t be used: {1}.",
        String.valueOf(json.getFileName()),
        why);
  }
}
