package org.tiersmith.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnnxReaderTest {
  @Test
  void namesLinearWeightsByTheirNodeAndTransposesThem() {
    byte[] node =
        message(
            field(1, "x"),
            field(1, "onnx::MatMul_7"),
            field(3, "/encoder/layer.0/attention/self/query/MatMul"),
            field(4, "MatMul"));
    byte[] linear =
        message(
            number(1, 2),
            number(1, 3),
            number(2, 1),
            field(8, "onnx::MatMul_7"),
            field(9, floats(1, 2, 3, 4, 5, 6)));
    byte[] bias =
        message(
            field(1, new byte[] {3}),
            number(2, 1),
            field(8, "embeddings.LayerNorm.bias"),
            field(9, floats(7, 8, 9)));
    byte[] integers = message(number(1, 1), number(2, 7), field(8, "i"), field(9, new byte[8]));
    byte[] graph = message(field(1, node), field(5, linear), field(5, bias), field(5, integers));

    Map<String, Tensor> weights = OnnxReader.read(message(number(1, 7), field(7, graph))).weights();

    assertThat(weights)
        .containsOnlyKeys(
            "encoder.layer.0.attention.self.query.weight", "embeddings.LayerNorm.bias");
    Tensor query = weights.get("encoder.layer.0.attention.self.query.weight");
    assertThat(query.shape()).containsExactly(3, 2);
    assertThat(query.data()).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(weights.get("embeddings.LayerNorm.bias").data()).containsExactly(7, 8, 9);
  }

  @Test
  void readsTheWidthOfAHeadOffTheScalingOfAttention() {
    byte[] value = message(field(1, "value"), field(5, message(number(2, 1), field(9, floats(8)))));
    byte[] constant = message(field(2, "scale"), field(4, "Constant"), field(5, value));
    byte[] node =
        message(
            field(1, "scores"),
            field(1, "scale"),
            field(3, "/encoder/layer.0/attention/self/Div"),
            field(4, "Div"));
    byte[] graph = message(field(1, constant), field(1, node));
    assertThat(OnnxReader.read(message(field(7, graph))).headWidth()).isEqualTo(64);
  }

  private static byte[] message(byte[]... fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] field : fields) {
      out.writeBytes(field);
    }
    return out.toByteArray();
  }

  private static byte[] field(int number, String text) {
    return field(number, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] field(int number, byte[] content) {
    return message(new byte[] {(byte) (number << 3 | 2)}, varint(content.length), content);
  }

  private static byte[] number(int number, long value) {
    return message(new byte[] {(byte) (number << 3)}, varint(value));
  }

  private static byte[] varint(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (long rest = value; ; rest >>>= 7) {
      if (rest < 128) {
        out.write((int) rest);
        return out.toByteArray();
      }
      out.write((int) ((rest & 127) | 128));
    }
  }

  private static byte[] floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }
}
