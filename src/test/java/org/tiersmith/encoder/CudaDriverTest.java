package org.tiersmith.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a driver made of native functions that call back into this test. */
class CudaDriverTest {
  private static final AddressLayout POINTER =
      ValueLayout.ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(256, ValueLayout.JAVA_BYTE));

  private static final int ERROR_UNKNOWN = 999;

  private final Arena arena = Arena.ofConfined();

  @AfterEach
  void free() {
    arena.close();
  }

  @Test
  void tellsNameMemoryAndGeneration() {
    assertThat(new CudaDriver(driver("works")).ask())
        .containsExactly(
            new CudaDriver.Gpu(0, "Old GPU", 1L << 33, 75),
            new CudaDriver.Gpu(1, "New GPU", 85_899_345_920L, 90));
    assertThat(new CudaDriver(driver("works")).ask())
        .extracting(CudaDriver.Gpu::info)
        .containsExactly(
            new DeviceInfo("cuda:0", "Old GPU", 1L << 33, false),
            new DeviceInfo("cuda:1", "New GPU", 85_899_345_920L, true));
  }

  @Test
  void aDriverThatRefusesMeansNoGpu() {
    assertThat(new CudaDriver(driver("refuses")).ask()).isEmpty();
  }

  @Test
  void aLibraryThatIsNoDriverIsSaidToBeNone() {
    assertThatThrownBy(() -> new CudaDriver(_ -> Optional.empty()).ask())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cuInit");
  }

  @SuppressWarnings("unused")
  private static int works(int flags) {
    return flags;
  }

  @SuppressWarnings("unused")
  private static int refuses(int flags) {
    return ERROR_UNKNOWN + flags;
  }

  @SuppressWarnings("unused")
  private static int count(MemorySegment out) {
    out.set(ValueLayout.JAVA_INT, 0, 2);
    return 0;
  }

  @SuppressWarnings("unused")
  private static int device(MemorySegment out, int index) {
    out.set(ValueLayout.JAVA_INT, 0, 40 + index);
    return 0;
  }

  @SuppressWarnings("unused")
  private static int name(MemorySegment out, int length, int handle) {
    String name = handle == 40 ? "Old GPU" : "New GPU";
    assertThat(length).isGreaterThan(name.length());
    out.setString(0, name, StandardCharsets.UTF_8);
    return 0;
  }

  @SuppressWarnings("unused")
  private static int memory(MemorySegment out, int handle) {
    out.set(ValueLayout.JAVA_LONG, 0, handle == 40 ? 1L << 33 : 85_899_345_920L);
    return 0;
  }

  @SuppressWarnings("unused")
  private static int attribute(MemorySegment out, int which, int handle) {
    int capability = handle == 40 ? 75 : 90;
    out.set(ValueLayout.JAVA_INT, 0, which == 75 ? capability / 10 : capability % 10);
    return 0;
  }

  private SymbolLookup driver(String start) {
    Map<String, MemorySegment> functions =
        Map.of(
            "cuInit", function(start, int.class),
            "cuDeviceGetCount", function("count", MemorySegment.class),
            "cuDeviceGet", function("device", MemorySegment.class, int.class),
            "cuDeviceGetName", function("name", MemorySegment.class, int.class, int.class),
            "cuDeviceTotalMem_v2", function("memory", MemorySegment.class, int.class),
            "cuDeviceGetAttribute",
                function("attribute", MemorySegment.class, int.class, int.class));
    return name -> Optional.ofNullable(functions.get(name));
  }

  private MemorySegment function(String name, Class<?>... parameters) {
    MemoryLayout[] layouts = new MemoryLayout[parameters.length];
    for (int i = 0; i < layouts.length; i++) {
      layouts[i] = parameters[i] == int.class ? ValueLayout.JAVA_INT : POINTER;
    }
    try {
      return Linker.nativeLinker()
          .upcallStub(
              MethodHandles.lookup()
                  .findStatic(
                      CudaDriverTest.class, name, MethodType.methodType(int.class, parameters)),
              FunctionDescriptor.of(ValueLayout.JAVA_INT, layouts),
              arena);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
