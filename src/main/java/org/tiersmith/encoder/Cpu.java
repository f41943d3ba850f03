package org.tiersmith.encoder;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** This machine's CPU, as far as the operating system tells. */
final class Cpu {
  private static final Path FACTS = Path.of("/proc/cpuinfo");

  private Cpu() {}

  static DeviceInfo info() {
    String facts = facts();
    return new DeviceInfo(
        "cpu",
        name(facts) + " × " + Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
        bfloat16(facts));
  }

  private static boolean bfloat16(String facts) {
    return Arrays.asList(facts.split("\\s+")).contains("avx512_bf16");
  }

  private static String name(String facts) {
    return facts
        .lines()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .or(() -> Stream.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")).findFirst())
        .orElseGet(() -> Objects.requireNonNull(System.getProperty("os.arch")));
  }

  private static String facts() {
    if (!Files.isReadable(FACTS)) {
      return "";
    }
    try {
      return Files.readString(FACTS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
