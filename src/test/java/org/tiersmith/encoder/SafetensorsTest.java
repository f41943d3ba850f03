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
  void saysThatAFileIsDamaged() throws IOException {
    new Safetensors(Map.of("b", Tensor.vector(1, 2, 3)), Map.of()).write(file);
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 5, 30, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Safetensors.read(file))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("w.safetensors is damaged");
    }
    Files.writeString(file, "customer_id,product_id\nno weights here at all\n");
    assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(Problem.class);
  }
}
