package org.tiersmith.encoder;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks NVIDIA's driver which GPUs there are, by its <a
 * href="https://docs.nvidia.com/cuda/cuda-driver-api/group__CUDA__DEVICE.html">C interface</a>. The
 * driver is there wherever such a GPU works; the CUDA toolkit, which DJL asks, need not be.
 */
final class CudaDriver {
  private static final System.Logger LOG = System.getLogger(CudaDriver.class.getName());
  private static final int LONGEST_NAME = 256;
  private static final int CAPABILITY_MAJOR = 75;
  private static final int CAPABILITY_MINOR = 76;

  /** The first generation with instructions for bfloat16. */
  private static final int AMPERE = 80;

  private final SymbolLookup library;

  CudaDriver(SymbolLookup library) {
    this.library = library;
  }

  /**
   * A GPU.
   *
   * @param index among those that the driver lets this process see
   * @param name what NVIDIA calls it
   * @param memoryBytes its memory
   * @param capability ten times the compute capability
   */
  record Gpu(int index, String name, long memoryBytes, int capability) {

    boolean bfloat16() {
      return capability >= AMPERE;
    }

    DeviceInfo info() {
      return new DeviceInfo("cuda:" + index, name, memoryBytes, bfloat16());
    }
  }

  /** Asked once, for drivers don't come and go while a program runs. */
  private static final class Found {
    private static final List<Gpu> GPUS = find();

    private static List<Gpu> find() {
      String name = System.mapLibraryName("cuda").endsWith(".dll") ? "nvcuda.dll" : "libcuda.so.1";
      try {
        return new CudaDriver(SymbolLookup.libraryLookup(name, Arena.global())).ask();
      } catch (IllegalArgumentException e) {
        LOG.log(System.Logger.Level.DEBUG, "No NVIDIA driver: {0}", e.getMessage());
        return List.of();
      }
    }
  }

  /** The GPUs of this machine; none without a driver. */
  static List<Gpu> gpus() {
    return Found.GPUS;
  }

  /** The GPUs that the driver answers for; none if it refuses to start. */
  List<Gpu> ask() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
      if (call("cuInit", 0) != 0 || call("cuDeviceGetCount", count) != 0) {
        return List.of();
      }
      List<Gpu> gpus = new ArrayList<>();
      for (int i = 0; i < count.get(ValueLayout.JAVA_INT, 0); i++) {
        gpus.add(gpu(arena, i));
      }
      return List.copyOf(gpus);
    }
  }

  private Gpu gpu(Arena arena, int index) {
    MemorySegment device = arena.allocate(ValueLayout.JAVA_INT);
    MemorySegment name = arena.allocate(LONGEST_NAME);
    MemorySegment memory = arena.allocate(ValueLayout.JAVA_LONG);
    check("cuDeviceGet", device, index);
    int handle = device.get(ValueLayout.JAVA_INT, 0);
    check("cuDeviceGetName", name, LONGEST_NAME, handle);
    check("cuDeviceTotalMem_v2", memory, handle);
    int capability =
        10 * attribute(arena, CAPABILITY_MAJOR, handle)
            + attribute(arena, CAPABILITY_MINOR, handle);
    return new Gpu(
        index,
        name.getString(0, StandardCharsets.UTF_8),
        memory.get(ValueLayout.JAVA_LONG, 0),
        capability);
  }

  private int attribute(Arena arena, int which, int handle) {
    MemorySegment value = arena.allocate(ValueLayout.JAVA_INT);
    check("cuDeviceGetAttribute", value, which, handle);
    return value.get(ValueLayout.JAVA_INT, 0);
  }

  private void check(String function, Object... arguments) {
    int status = call(function, arguments);
    if (status != 0) {
      throw new IllegalArgumentException(function + " answers " + status);
    }
  }

  /** Calls a function that takes pointers and ints, and answers a status, 0 if all is well. */
  private int call(String function, Object... arguments) {
    MemoryLayout[] parameters =
        Stream.of(arguments)
            .map(a -> a instanceof MemorySegment ? ValueLayout.ADDRESS : ValueLayout.JAVA_INT)
            .toArray(MemoryLayout[]::new);
    MemorySegment address =
        library
            .find(function)
            .orElseThrow(() -> new IllegalArgumentException("The driver lacks " + function));
    MethodHandle handle =
        Linker.nativeLinker()
            .downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_INT, parameters));
    try {
      return (int) handle.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IllegalStateException(function, e);
    }
  }
}
