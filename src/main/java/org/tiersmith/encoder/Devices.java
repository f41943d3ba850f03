package org.tiersmith.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/** The processors of this machine, found without starting the engine (some milliseconds). */
public final class Devices {
  private Devices() {}

  /**
   * The CPU, then each NVIDIA GPU that the driver tells of, whether this build can use it or not.
   */
  public static List<DeviceInfo> list() {
    List<DeviceInfo> all = new ArrayList<>();
    all.add(Cpu.info());
    CudaDriver.gpus().forEach(gpu -> all.add(gpu.info()));
    return List.copyOf(all);
  }

  /** Why device {@code auto} takes the CPU though there is a GPU; empty where it does not. */
  public static Optional<Text> note() {
    try {
      return note(CudaDriver.gpus(), Libtorch.canUseCuda());
    } catch (Problem e) {
      return Optional.of(e.text());
    }
  }

  static Optional<Text> note(List<CudaDriver.Gpu> gpus, boolean usable) {
    return gpus.isEmpty() || usable
        ? Optional.empty()
        : Optional.of(
            Text.of(
                "encoder.gpu-unused",
                "{0} is not used, for this build has no CUDA libraries; everything runs on the CPU."
                    + " Build with the Maven profile \"cuda\", or name a folder with libtorch.",
                gpus.getFirst().name()));
  }
}
