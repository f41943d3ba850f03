package org.tiersmith.encoder;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Set;

/** Reads tensors of a safetensors file, a block at a time: the largest take a gigabyte. */
final class TensorReader implements AutoCloseable {
  private static final int BLOCK = 1 << 20;
  private static final Set<String> READABLE = Set.of("F64", "F32", "F16", "BF16", "I64");

  private final SafetensorsHeader header;
  private final FileChannel channel;
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);

  TensorReader(SafetensorsHeader header) throws IOException {
    this.header = header;
    this.channel = FileChannel.open(header.file());
  }

  /** Whether values of this type have a meaning as floats. */
  static boolean reads(String type) {
    return READABLE.contains(type);
  }

  Tensor read(SafetensorsHeader.Entry entry) throws IOException {
    float[] values = new float[Math.toIntExact((entry.to() - entry.from()) / entry.width())];
    long position = header.start() + entry.from();
    for (int done = 0; done < values.length; ) {
      int count = Math.min(BLOCK / entry.width(), values.length - done);
      fill(position, count * entry.width());
      for (int i = 0; i < count; i++) {
        values[done + i] = next(entry.type());
      }
      done += count;
      position += (long) count * entry.width();
    }
    return new Tensor(entry.shape(), values);
  }

  private void fill(long position, int length) throws IOException {
    block.clear().limit(length);
    while (block.hasRemaining()) {
      if (channel.read(block, position + block.position()) < 0) {
        throw new EOFException(header.file() + " became shorter while it was read");
      }
    }
    block.flip();
  }

  private float next(String type) {
    return switch (type) {
      case "F32" -> block.getFloat();
      case "F16" -> Float.float16ToFloat(block.getShort());
      case "BF16" -> Float.intBitsToFloat(block.getShort() << 16);
      case "F64" -> (float) block.getDouble();
      case "I64" -> block.getLong();
      default -> throw new IllegalArgumentException("type " + type);
    };
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
