package org.tiersmith.encoder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.model.Problem;

class SafetensorsTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void place() {
    file = folder.resolve("w.safetensors");
  }

  @Test
  void givesBackWhatWasWritten() throws IOException {
    float[] values = {1.5f, -0f, Float.MIN_VALUE, Float.NaN, 3e38f, -2};
    Tensor matrix = new Tensor(new int[] {2, 3}, values);
    new Safetensors(Map.of("a.weight", matrix), Map.of("names", "x\ny \"z\"")).write(file);
    Safetensors read = Safetensors.read(file);
    assertThat(read.metadata()).containsExactly(Map.entry("names", "x\ny \"z\""));
    Tensor back = requireNonNull(read.tensors().get("a.weight"));
    assertThat(back.shape()).containsExactly(2, 3);
    assertThat(Arrays.equals(back.data(), values)).isTrue();
  }

  @Test
  void leavesNothingBesideTheFile() throws IOException {
    new Safetensors(Map.of("b", Tensor.vector(1, 2)), Map.of()).write(file);
    new Safetensors(Map.of("b", Tensor.vector(3, 4)), Map.of()).write(file);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
    assertThat(Safetensors.read(file).tensors().get("b").data()).containsExactly(3, 4);
  }

  @Test
  void readsHalfPrecision() throws IOException {
    byte[] header =
        ("{\"h\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,2]},"
                + "\"b\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[2,4]}}")
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(header.length).put(header);
    bytes.putShort(Float.floatToFloat16(-1.25f)).putShort((short) 0x4049);
    Files.write(file, bytes.array());
    Map<String, Tensor> tensors = Safetensors.read(file).tensors();
    assertThat(tensors.get("h").data()).containsExactly(-1.25f);
    assertThat(tensors.get("b").data()).containsExactly(3.140625f);
  }

  @Test
  void readsDoublesAndLeavesOutWhatAreNoNumbers() throws IOException {
    ByteBuffer values = ByteBuffer.allocate(9).order(ByteOrder.LITTLE_ENDIAN).putDouble(0.1);
    write(
        "{\"d\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},"
            + "\"q\":{\"dtype\":\"I8\",\"shape\":[1],\"data_offsets\":[8,9]}}",
        values.array());
    assertThat(Safetensors.read(file).tensors()).containsOnlyKeys("d");
    assertThat(Safetensors.read(file).tensors().get("d").data()).containsExactly(0.1f);
  }

  @Test
  void readsWhatIsLongerThanABlock() throws IOException {
    float[] values = new float[700_001];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    new Safetensors(Map.of("long", Tensor.vector(values)), Map.of()).write(file);
    assertThat(Arrays.equals(Safetensors.read(file).tensors().get("long").data(), values)).isTrue();
  }

  @Test
  void saysThatAFileIsDamaged() throws IOException {
    new Safetensors(Map.of("b", Tensor.vector(1, 2, 3)), Map.of()).write(file);
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 5, 8, 30}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused("w.safetensors is damaged");
    }
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertRefused("cut short: it has " + (whole.length - 1) + " of " + whole.length + " bytes");
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertRefused("w.safetensors is damaged");
    Files.writeString(file, "customer_id,product_id\nno weights here at all\n");
    assertRefused("w.safetensors is damaged");
  }

  @Test
  void trustsNoHeader() throws IOException {
    String entry = "\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}";
    String whole = entry.formatted("a", "[2]", 0, 8);
    write("{" + whole + "," + entry.formatted("b", "[2]", 4, 12) + "}", new byte[12]);
    assertRefused("the values of a and b lie over each other");
    for (String bad :
        new String[] {
          "[]",
          "{" + whole + "," + whole + "}",
          "{" + entry.formatted("a", "[2]", 0, 4) + "}",
          "{" + entry.formatted("a", "[-2]", 0, 8) + "}",
          "{" + entry.formatted("a", "[-1,-2]", 0, 8) + "}",
          "{" + entry.formatted("a", "[2147483647,2147483647,2147483647]", 0, 8) + "}",
          "{" + entry.formatted("a", "[9999999999]", 0, 8) + "}",
          "{" + entry.formatted("a", "[2]", -8, 0) + "}",
          "{" + whole.replace("F32", "F31") + "}",
          "{\"a\":7}",
        }) {
      write(bad, new byte[8]);
      assertRefused("w.safetensors is damaged");
    }
    ByteBuffer huge = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(1L << 62);
    Files.write(file, huge.array());
    assertRefused("w.safetensors is damaged");
  }

  private void write(String header, byte[] values) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + values.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).put(json).put(values);
    Files.write(file, bytes.array());
  }

  private void assertRefused(String why) {
    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(why);
  }
}
