package org.tiersmith.encoder;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/**
 * The PyTorch engine and where it runs.
 *
 * @param device the processor
 * @param bfloat16 whether linear layers compute in bfloat16; results differ in the third digit from
 *     those in float32
 */
public record TorchRuntime(Device device, boolean bfloat16) {

  /** Held, for a logger that nobody holds forgets its level. */
  private static final Logger DJL_LOG = Logger.getLogger("ai.djl");

  /** What {@link PrecisionTrial} found, once in a process. */
  private static final Map<Device, Boolean> TRIED = new ConcurrentHashMap<>();

  /**
   * Keeps DJL from the network, as the program's start script does, and from warning of a missing
   * GPU driver on machines that have no GPU.
   */
  static void offline() {
    DJL_LOG.setLevel(Level.SEVERE);
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  /**
   * Starts the engine (0.7 s; 3 s the first time on a machine), picks the processor, and measures
   * once whether bfloat16 is quicker there.
   *
   * @throws Problem if a GPU is wanted and none can be used, or if the libtorch that the user names
   *     can't be
   */
  public static TorchRuntime start(DeviceChoice choice) {
    offline();
    Engine engine = engine();
    List<CudaDriver.Gpu> gpus = CudaDriver.gpus();
    boolean usable = !gpus.isEmpty() && engine.hasCapability("CUDA");
    if (choice == DeviceChoice.GPU && !usable) {
      throw noGpu(gpus);
    }
    Device device = usable && choice != DeviceChoice.CPU ? Device.gpu() : Device.cpu();
    TorchRuntime exact = new TorchRuntime(device, false);
    return exact.in(TRIED.computeIfAbsent(device, _ -> PrecisionTrial.run(exact)));
  }

  /** The same in float32. */
  public TorchRuntime exact() {
    return in(false);
  }

  /** The same in bfloat16 or float32, whatever is quicker. */
  public TorchRuntime in(boolean lower) {
    return new TorchRuntime(device, lower);
  }

  private static Engine engine() {
    Optional<Libtorch> libraries = Libtorch.choose();
    try {
      return Engine.getEngine("PyTorch");
    } catch (EngineException | UnsatisfiedLinkError e) {
      throw libraries
          .<RuntimeException>map(own -> Libtorch.unusable(own.folder(), e))
          .orElseGet(() -> new IllegalStateException("PyTorch does not start", e));
    }
  }

  private static Problem noGpu(List<CudaDriver.Gpu> gpus) {
    if (!Libtorch.canUseCuda()) {
      return Problem.of(
          "encoder.no-cuda",
          "This build has no CUDA libraries, so it can''t use a GPU. Nothing was started; choose"
              + " device cpu or auto, or build with the Maven profile \"cuda\" (mvn -Pcuda),"
              + " which adds ai.djl.pytorch:pytorch-native-cu124:2.5.1 (2.4 GB).");
    }
    return gpus.isEmpty()
        ? Problem.of(
            "encoder.no-gpu",
            "No CUDA GPU was found on this machine. Nothing was started; choose device cpu or"
                + " auto, or check the graphics driver.")
        : Problem.of(
            "encoder.gpu-unusable",
            "PyTorch can''t use {0}: the graphics driver is older than CUDA 12.4 asks for, or its"
                + " libraries are not whole. Nothing was started; update the driver, or choose"
                + " device cpu or auto.",
            gpus.getFirst().name());
  }

  /** For example {@code cpu, 2 threads, bfloat16}: all of the machine that bears on results. */
  public String describe() {
    int threads = JniUtils.getNumThreads();
    String where =
        device.isGpu()
            ? "cuda:" + device.getDeviceId()
            : "cpu, " + threads + (threads == 1 ? " thread" : " threads");
    return where + (bfloat16 ? ", bfloat16" : ", float32");
  }

  /** Why device {@code auto} took the CPU though there is a GPU; empty where it did not. */
  public static Optional<Text> note() {
    List<CudaDriver.Gpu> gpus = CudaDriver.gpus();
    return gpus.isEmpty() || engine().hasCapability("CUDA")
        ? Optional.empty()
        : Devices.note()
            .or(
                () ->
                    Optional.of(
                        Text.of(
                            "encoder.gpu-refused",
                            "{0} is not used, for PyTorch refuses it; everything runs on the CPU."
                                + " Its driver may be older than CUDA 12.4 asks for.",
                            gpus.getFirst().name())));
  }

  /** Names and versions of the programs that compute. */
  public static Map<String, String> versions() {
    offline();
    return new TreeMap<>(
        Map.of(
            "java", Runtime.version().toString(),
            "djl", Engine.getDjlVersion(),
            "pytorch", engine().getVersion()));
  }
}
