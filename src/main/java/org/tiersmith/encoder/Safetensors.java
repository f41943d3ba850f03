package org.tiersmith.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tiersmith.model.Problem;

/**
 * Weights in the <a href="https://github.com/huggingface/safetensors#format">safetensors</a>
 * format: an 8-byte length, a JSON header, then the values, little-endian.
 *
 * @param tensors weights by name; F32 when written; F16, BF16 and I64 are widened when read
 * @param metadata the header's {@code __metadata__}
 */
public record Safetensors(Map<String, Tensor> tensors, Map<String, String> metadata) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST_HEADER = 100_000_000;

  /**
   * Reads a file.
   *
   * @throws Problem if it is cut short or no safetensors file
   */
  public static Safetensors read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      JsonNode header = JSON.readTree(header(channel, file));
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      Map<String, String> metadata = new LinkedHashMap<>();
      long start = channel.position();
      for (Map.Entry<String, JsonNode> entry : header.properties()) {
        if (entry.getKey().equals("__metadata__")) {
          entry
              .getValue()
              .properties()
              .forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
        } else {
          tensors.put(entry.getKey(), tensor(channel, start, entry.getValue(), file));
        }
      }
      return new Safetensors(tensors, metadata);
    } catch (IllegalArgumentException | com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new Problem(damaged(file).text(), e);
    }
  }

  private static byte[] header(FileChannel channel, Path file) throws IOException {
    long length = little(channel, 0, Long.BYTES, file).getLong();
    if (length <= 0 || length > LARGEST_HEADER) {
      throw damaged(file);
    }
    byte[] header = new byte[(int) length];
    little(channel, Long.BYTES, header.length, file).get(header);
    channel.position(Long.BYTES + length);
    return header;
  }

  private static Tensor tensor(FileChannel channel, long start, JsonNode entry, Path file)
      throws IOException {
    JsonNode dimensions = entry.path("shape");
    int[] shape = new int[dimensions.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = dimensions.get(i).asInt();
    }
    long from = entry.path("data_offsets").path(0).asLong();
    long to = entry.path("data_offsets").path(1).asLong();
    ByteBuffer bytes = little(channel, start + from, Math.toIntExact(to - from), file);
    return new Tensor(shape, values(bytes, entry.path("dtype").asText()));
  }

  private static float[] values(ByteBuffer bytes, String type) {
    int width =
        switch (type) {
          case "F32" -> 4;
          case "F16", "BF16" -> 2;
          case "I64" -> 8;
          default -> throw new IllegalArgumentException("type " + type);
        };
    float[] values = new float[bytes.remaining() / width];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (type) {
            case "F32" -> bytes.getFloat();
            case "F16" -> Float.float16ToFloat(bytes.getShort());
            case "BF16" -> Float.intBitsToFloat(bytes.getShort() << 16);
            default -> bytes.getLong();
          };
    }
    return values;
  }

  private static ByteBuffer little(FileChannel channel, long position, int length, Path file)
      throws IOException {
    if (length < 0 || position + length > channel.size()) {
      throw damaged(file);
    }
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = channel.read(bytes, position + bytes.position());
    }
    return bytes.flip();
  }

  private static Problem damaged(Path file) {
    return Problem.of(
        "encoder.weights-damaged",
        "The weights file {0} is damaged or not in the safetensors format. Nothing was changed;"
            + " copy the file again or train again.",
        file.getFileName());
  }

  /** Writes beside the file, syncs, then moves into place, so that no half file is ever seen. */
  public void write(Path file) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try (FileChannel channel =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      writeAll(channel, headerBytes());
      for (Tensor tensor : tensors.values()) {
        writeAll(channel, bytes(tensor));
      }
      channel.force(true);
    }
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private ByteBuffer headerBytes() throws IOException {
    ObjectNode header = JSON.createObjectNode();
    ObjectNode meta = header.putObject("__metadata__");
    metadata.forEach(meta::put);
    long offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      ObjectNode node = header.putObject(entry.getKey()).put("dtype", "F32");
      for (int extent : entry.getValue().shape()) {
        node.withArray("shape").add(extent);
      }
      long end = offset + (long) entry.getValue().data().length * Float.BYTES;
      node.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    String text = JSON.writeValueAsString(header);
    byte[] json = (text + " ".repeat(7 - (text.length() + 7) % 8)).getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(Long.BYTES + json.length).order(ByteOrder.LITTLE_ENDIAN);
    return out.putLong(json.length).put(json).flip();
  }

  private static ByteBuffer bytes(Tensor tensor) {
    ByteBuffer out = ByteBuffer.allocate(tensor.data().length * Float.BYTES);
    out.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(tensor.data());
    return out;
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
