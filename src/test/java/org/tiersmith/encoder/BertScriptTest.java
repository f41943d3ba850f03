package org.tiersmith.encoder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.model.DeviceChoice;

class BertScriptTest {
  private static final long[] IDS = {2, 4, 6, 18, 8, 3, 15, 11, 3};
  private static final long[] TYPES = {0, 0, 0, 0, 0, 0, 1, 1, 1};

  @TempDir Path folder;

  @Test
  void agreesWithPlainJava() throws IOException {
    assertClose(embed(false, 0), 1e-4);
  }

  @Test
  void paddingChangesNothing() throws IOException {
    assertClose(embed(false, 7), 1e-4);
  }

  @Test
  void bfloat16StaysNear() throws IOException {
    assertClose(embed(true, 7), 0.1);
  }

  private void assertClose(float[] pooled, double tolerance) throws IOException {
    double[][] states =
        new PlainBert(TinyEncoder.catalogue(folder).load(TinyEncoder.ID)).encode(IDS, TYPES);
    for (int j = 0; j < TinyEncoder.HIDDEN; j++) {
      double mean = 0;
      for (double[] state : states) {
        mean += state[j] / states.length;
      }
      assertThat((double) pooled[j]).isCloseTo(mean, within(tolerance));
    }
  }

  private float[] embed(boolean bfloat16, int padding) throws IOException {
    BaseEncoder tiny = TinyEncoder.catalogue(folder).load(TinyEncoder.ID);
    TorchRuntime.start(DeviceChoice.CPU);
    TorchRuntime runtime = new TorchRuntime(Device.cpu(), bfloat16);
    String script = BertScript.of(tiny.config(), bfloat16);
    try (TorchProgram program = new TorchProgram(runtime, script);
        NDManager scope = program.manager().newSubManager()) {
      List<NDArray> weights =
          BertLayout.names(tiny.config().layers()).stream()
              .map(name -> TorchProgram.array(scope, requireNonNull(tiny.weights().get(name))))
              .toList();
      return program
          .call(scope, false, "embed", List.of(input(scope, padding), weights))
          .toFloatArray();
    }
  }

  private static List<NDArray> input(NDManager scope, int padding) {
    int length = IDS.length + padding;
    long[] ids = Arrays.copyOf(IDS, length);
    long[] types = Arrays.copyOf(TYPES, length);
    float[] mask = new float[length];
    Arrays.fill(mask, 0, IDS.length, 1);
    Shape shape = new Shape(1, length);
    NDArray masks = scope.create(mask, shape);
    return List.of(scope.create(ids, shape), scope.create(types, shape), masks, masks);
  }
}
