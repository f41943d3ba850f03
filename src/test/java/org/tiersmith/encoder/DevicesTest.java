package org.tiersmith.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DevicesTest {
  @Test
  void theCpuComesFirst() {
    DeviceInfo cpu = Devices.list().getFirst();
    assertThat(cpu.id()).isEqualTo("cpu");
    assertThat(cpu.name()).endsWith("× " + Runtime.getRuntime().availableProcessors());
    assertThat(cpu.memoryBytes()).isGreaterThan(1L << 28);
  }

  @Test
  void everyGpuOfTheDriverIsListed() {
    assertThat(Devices.list()).hasSize(1 + CudaDriver.gpus().size());
    assertThat(Devices.note().isPresent())
        .isEqualTo(!CudaDriver.gpus().isEmpty() && NativePack.cuda().isEmpty());
  }
}
