package org.tiersmith.encoder;

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

/**
 * Weights in the <a href="https://github.com/huggingface/safetensors#format">safetensors</a>
 * format: an 8-byte length, a JSON header, then the values, little-endian.
 *
 * @param tensors weights by name; F32 when written; F64, F16, BF16 and I64 are converted when read
 * @param metadata the header's {@code __metadata__}
 */
public record Safetensors(Map<String, Tensor> tensors, Map<String, String> metadata) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads a file. Tensors of other types than those above are left out.
   *
   * @throws org.tiersmith.model.Problem if it is cut short or no sound safetensors file
   */
  public static Safetensors read(Path file) throws IOException {
    SafetensorsHeader header = SafetensorsHeader.read(file);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    try (TensorReader reader = new TensorReader(header)) {
      for (Map.Entry<String, SafetensorsHeader.Entry> entry : header.entries().entrySet()) {
        if (TensorReader.reads(entry.getValue().type())) {
          tensors.put(entry.getKey(), reader.read(entry.getValue()));
        }
      }
    }
    return new Safetensors(tensors, header.metadata());
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
