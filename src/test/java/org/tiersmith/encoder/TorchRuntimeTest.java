package org.tiersmith.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.engine.Engine;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.Problem;

class TorchRuntimeTest {
  @Test
  void saysWhatIsMissingForAGpu() {
    TorchRuntime.start(DeviceChoice.CPU);
    assumeThat(Engine.getEngine("PyTorch").hasCapability("CUDA"))
        .as("only a build without CUDA lacks it")
        .isFalse();
    assertThatThrownBy(() -> TorchRuntime.start(DeviceChoice.GPU))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("pytorch-native-cu124:2.5.1")
        .hasMessageContaining("-Pcuda");
  }

  @Test
  void describesWhatBearsOnResults() {
    assertThat(TorchRuntime.start(DeviceChoice.CPU).describe())
        .matches("cpu, \\d+ threads?, (bfloat16|float32)");
    assertThat(TorchRuntime.versions()).containsEntry("pytorch", "2.5.1");
  }
}
