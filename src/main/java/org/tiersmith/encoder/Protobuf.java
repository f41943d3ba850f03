package org.tiersmith.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A cursor over the fields of one protobuf message; see <a
 * href="https://protobuf.dev/programming-guides/encoding/">the wire format</a>.
 */
final class Protobuf {
  private final ByteBuffer bytes;
  private int field;
  private int wire;

  Protobuf(ByteBuffer bytes) {
    this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Moves to the next field; false at the end of the message. */
  boolean next() {
    if (!hasMore()) {
      return false;
    }
    long tag = varint();
    field = (int) (tag >>> 3);
    wire = (int) (tag & 7);
    return true;
  }

  boolean hasMore() {
    return bytes.hasRemaining();
  }

  int field() {
    return field;
  }

  long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte b = bytes.get();
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("varint too long");
  }

  /** The bytes of a length-delimited field, sharing memory. */
  ByteBuffer block() {
    int length = Math.toIntExact(varint());
    ByteBuffer block = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + length);
    return block;
  }

  Protobuf message() {
    return new Protobuf(block());
  }

  String string() {
    return StandardCharsets.UTF_8.decode(block()).toString();
  }

  /** True if this field is length-delimited: repeated numbers may come packed or one by one. */
  boolean packed() {
    return wire == 2;
  }

  void skip() {
    switch (wire) {
      case 0 -> varint();
      case 1 -> bytes.position(bytes.position() + 8);
      case 2 -> block();
      case 5 -> bytes.position(bytes.position() + 4);
      default -> throw new IllegalArgumentException("wire type " + wire);
    }
  }
}
