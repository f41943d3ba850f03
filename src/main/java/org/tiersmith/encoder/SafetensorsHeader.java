package org.tiersmith.encoder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiersmith.model.Problem;

/**
 * What a safetensors file says of itself. A header that was read is sound: every tensor lies within
 * the file, takes the bytes that its type and shape ask for, and shares none with another.
 *
 * @param file where the values are
 * @param start position of the first value's first byte
 * @param entries tensors by name, in the file's order
 * @param metadata the header's {@code __metadata__}
 */
record SafetensorsHeader(
    Path file, long start, Map<String, Entry> entries, Map<String, String> metadata) {
  private static final int LARGEST = 100_000_000;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  /** Bytes a value of each type takes; floating-point types are those that can be read. */
  private static final Map<String, Integer> WIDTHS =
      Map.ofEntries(
          Map.entry("F64", 8),
          Map.entry("F32", 4),
          Map.entry("F16", 2),
          Map.entry("BF16", 2),
          Map.entry("F8_E4M3", 1),
          Map.entry("F8_E5M2", 1),
          Map.entry("I64", 8),
          Map.entry("U64", 8),
          Map.entry("I32", 4),
          Map.entry("U32", 4),
          Map.entry("I16", 2),
          Map.entry("U16", 2),
          Map.entry("I8", 1),
          Map.entry("U8", 1),
          Map.entry("BOOL", 1));

  /**
   * A tensor's place.
   *
   * @param type of its values, for example {@code F32}
   * @param shape extent of each axis
   * @param from first byte, counted from the first value of the file
   * @param to byte after the last
   */
  record Entry(String type, int[] shape, long from, long to) {
    int width() {
      return WIDTHS.getOrDefault(type, 0);
    }

    private boolean sound() {
      long size = width();
      for (int extent : shape) {
        if (extent < 0) {
          return false;
        }
        size = Math.multiplyExact(size, (long) extent);
      }
      return width() > 0 && from >= 0 && to - from == size;
    }
  }

  /**
   * Reads and checks a file's header.
   *
   * @throws Problem if the file is cut short or is no sound safetensors file
   */
  static SafetensorsHeader read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long length = channel.size() < Long.BYTES ? 0 : bytes(channel, 0, Long.BYTES).getLong();
      if (length <= 0 || length > LARGEST || length > channel.size() - Long.BYTES) {
        throw damaged(file);
      }
      JsonNode json = JSON.readTree(bytes(channel, Long.BYTES, (int) length).array());
      SafetensorsHeader header = parsed(file, Long.BYTES + length, json);
      header.check(channel.size());
      return header;
    } catch (ArithmeticException | IllegalArgumentException | JsonProcessingException e) {
      throw new Problem(damaged(file).text(), e);
    }
  }

  private static SafetensorsHeader parsed(Path file, long start, JsonNode json) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (field.getKey().equals("__metadata__")) {
        field.getValue().properties().forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
      } else {
        entries.put(field.getKey(), entry(field.getValue()));
      }
    }
    return new SafetensorsHeader(file, start, entries, metadata);
  }

  private static Entry entry(JsonNode json) {
    JsonNode extents = json.path("shape");
    int[] shape = new int[extents.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = Math.toIntExact(extents.get(i).asLong(-1));
    }
    JsonNode offsets = json.path("data_offsets");
    return new Entry(
        json.path("dtype").asText(), shape, offsets.path(0).asLong(-1), offsets.path(1).asLong(-1));
  }

  private void check(long size) {
    List<Map.Entry<String, Entry>> byPlace = new ArrayList<>(entries.entrySet());
    byPlace.sort(Comparator.comparingLong(e -> e.getValue().from()));
    String before = "";
    long end = 0;
    for (Map.Entry<String, Entry> each : byPlace) {
      Entry entry = each.getValue();
      if (!entry.sound()) {
        throw damaged(file);
      }
      if (entry.from() < end && entry.to() > entry.from()) {
        throw overlap(before, each.getKey());
      }
      before = each.getKey();
      end = Math.max(end, entry.to());
    }
    if (size < start + end) {
      throw cutShort(size, start + end);
    }
    if (size > start + end) {
      throw damaged(file);
    }
  }

  /** The bytes from a position on, little-endian. */
  private static ByteBuffer bytes(FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = channel.read(bytes, position + bytes.position());
    }
    return bytes.flip();
  }

  private Problem overlap(String first, String second) {
    return Problem.of(
        "encoder.weights-overlap",
        "In the weights file {0} the values of {1} and {2} lie over each other, so it is damaged or"
            + " was made to mislead. Nothing was read; get the file anew from a source you trust.",
        file.getFileName(),
        first,
        second);
  }

  private Problem cutShort(long size, long whole) {
    return Problem.of(
        "encoder.weights-cut",
        "The weights file {0} is cut short: it has {1} of {2} bytes. Nothing was changed; copy the"
            + " file again or train again.",
        file.getFileName(),
        size,
        whole);
  }

  private static Problem damaged(Path file) {
    return Problem.of(
        "encoder.weights-damaged",
        "The weights file {0} is damaged or not in the safetensors format. Nothing was changed;"
            + " copy the file again or train again.",
        file.getFileName());
  }
}
