package org.tiersmith.encoder;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.Problem;

/**
 * The PyTorch engine and where it runs.
 *
 * @param device the processor
 * @param bfloat16 whether linear layers compute in bfloat16, twice as fast where the processor has
 *     instructions for it; results differ in the third digit from those in float32
 */
public record TorchRuntime(Device device, boolean bfloat16) {

  /** Held, for a logger that nobody holds forgets its level. */
  private static final Logger DJL_LOG = Logger.getLogger("ai.djl");

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
   * Starts the engine (0.7 s; 3 s the first time on a machine) and picks the processor.
   *
   * @throws Problem if a GPU is wanted and none can be used
   */
  public static TorchRuntime start(DeviceChoice choice) {
    offline();
    Engine engine = Engine.getEngine("PyTorch");
    boolean cuda = engine.hasCapability("CUDA");
    boolean gpu = cuda && engine.getGpuCount() > 0;
    if (choice == DeviceChoice.GPU && !gpu) {
      throw noGpu(cuda);
    }
    return gpu && choice != DeviceChoice.CPU
        ? new TorchRuntime(Device.gpu(), computeCapability() >= 80)
        : new TorchRuntime(Device.cpu(), cpuHasBfloat16());
  }

  private static int computeCapability() {
    return Integer.parseInt(CudaUtils.getComputeCapability(0));
  }

  private static Problem noGpu(boolean cuda) {
    return cuda
        ? Problem.of(
            "encoder.no-gpu",
            "No CUDA GPU was found on this machine. Nothing was started; choose device cpu or auto,"
                + " or check the graphics driver.")
        : Problem.of(
            "encoder.no-cuda",
            "This build has no CUDA libraries, so it can''t use a GPU. Nothing was started; choose"
                + " device cpu or auto, or build with the Maven profile \"cuda\" (mvn -Pcuda),"
                + " which adds ai.djl.pytorch:pytorch-native-cu124:2.5.1 (2.4 GB).");
  }

  /** Linux tells; elsewhere float32 is used. */
  private static boolean cpuHasBfloat16() {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(info)) {
      return false;
    }
    try {
      return Arrays.asList(Files.readString(info).split("\\s+")).contains("avx512_bf16");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For example {@code cpu, 2 threads, bfloat16}: all of the machine that bears on results. */
  public String describe() {
    String where =
        device.isGpu()
            ? "cuda:" + device.getDeviceId()
            : "cpu, " + JniUtils.getNumThreads() + " threads";
    return where + (bfloat16 ? ", bfloat16" : ", float32");
  }

  /** Names and versions of the programs that compute. */
  public static Map<String, String> versions() {
    offline();
    return new TreeMap<>(
        Map.of(
            "java", Runtime.version().toString(),
            "djl", Engine.getDjlVersion(),
            "pytorch", Engine.getEngine("PyTorch").getVersion()));
  }
}
