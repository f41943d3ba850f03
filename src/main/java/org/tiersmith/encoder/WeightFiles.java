package org.tiersmith.encoder;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tiersmith.model.Problem;

/**
 * The safetensors files of a folder: one, or several that an index lists.
 *
 * @param headers of each file
 */
record WeightFiles(Path folder, Set<SafetensorsHeader> headers) {
  static final String SINGLE = "model.safetensors";
  private static final String INDEX = "model.safetensors.index.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  static boolean areIn(Path folder) {
    return Files.isRegularFile(folder.resolve(SINGLE))
        || Files.isRegularFile(folder.resolve(INDEX));
  }

  /** Reads and checks the headers. */
  static WeightFiles of(Path folder) throws IOException {
    Set<SafetensorsHeader> headers = new LinkedHashSet<>();
    if (Files.isRegularFile(folder.resolve(SINGLE))) {
      headers.add(SafetensorsHeader.read(folder.resolve(SINGLE)));
    } else {
      for (String part : parts(folder)) {
        headers.add(SafetensorsHeader.read(folder.resolve(part)));
      }
    }
    return new WeightFiles(folder, headers);
  }

  private static Set<String> parts(Path folder) throws IOException {
    Set<String> parts = new LinkedHashSet<>();
    try {
      JsonNode index = JSON.readTree(folder.resolve(INDEX).toFile());
      index.path("weight_map").forEach(file -> parts.add(file.asText()));
    } catch (JsonProcessingException e) {
      throw new Problem(FolderConfig.damaged(folder.resolve(INDEX)).text(), e);
    }
    for (String part : parts) {
      // The index may come from anywhere: it names files beside itself, not elsewhere.
      if (!part.matches("[\\w-][\\w.-]*\\.safetensors")
          || !Files.isRegularFile(folder.resolve(part))) {
        throw Problem.of(
            "encoder.part-missing",
            "The weights of {0} come in parts, but the part {1} is not there. Copy the whole folder"
                + " of the model.",
            folder.getFileName(),
            part);
      }
    }
    return parts;
  }

  boolean has(String name) {
    return headers.stream().anyMatch(header -> header.entries().containsKey(name));
  }

  private SafetensorsHeader.Entry entry(String name) {
    return headers.stream()
        .filter(header -> header.entries().containsKey(name))
        .map(header -> requireNonNull(header.entries().get(name)))
        .findFirst()
        .orElseThrow();
  }

  /** Refuses a weight of another shape, or of a type that holds no plain numbers. */
  void check(String name, int[] shape) {
    SafetensorsHeader.Entry entry = entry(name);
    if (!Arrays.equals(entry.shape(), shape)) {
      throw Problem.of(
          "encoder.weight-shape",
          "In {0} the weight {1} has the shape {2}, but config.json asks for {3}. The model can''t"
              + " be used; check that config.json and weights belong together.",
          folder.getFileName(),
          name,
          Arrays.toString(entry.shape()),
          Arrays.toString(shape));
    }
    if (!TensorReader.reads(entry.type())) {
      throw Problem.of(
          "encoder.weight-type",
          "In {0} the weight {1} is of type {2}; only F32, F16, BF16 and F64 can be read. Take the"
              + " model in one of these instead of a quantised one.",
          folder.getFileName(),
          name,
          entry.type());
    }
  }

  /**
   * Reads weights.
   *
   * @param names of weights in the files, by the names under which they are returned
   */
  Map<String, Tensor> read(Map<String, String> names) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (SafetensorsHeader header : headers) {
      Map<String, String> here =
          names.entrySet().stream()
              .filter(name -> header.entries().containsKey(name.getValue()))
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      try (TensorReader reader = new TensorReader(header)) {
        for (Map.Entry<String, String> name : here.entrySet()) {
          tensors.put(
              name.getKey(), reader.read(requireNonNull(header.entries().get(name.getValue()))));
        }
      }
    }
    return tensors;
  }
}
