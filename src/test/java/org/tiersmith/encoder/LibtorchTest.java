package org.tiersmith.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.model.Problem;

class LibtorchTest {
  @TempDir Path folder;

  @Test
  void saysThatAFolderHoldsNone() {
    for (String name : new String[] {folder.toString(), "no/such/folder", "\0"}) {
      assertThatThrownBy(() -> Libtorch.at(name))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("There is no libtorch in")
          .hasMessageContaining(System.mapLibraryName("torch_cpu"))
          .hasMessageContaining("2.5.1");
    }
  }

  @Test
  void refusesAnotherVersion() throws IOException {
    libraries(folder, "\0002.6.0\0", "");
    assertThatThrownBy(() -> Libtorch.at(folder.toString()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is not version 2.5.1");
  }

  @Test
  void tellsTheBridgeThatFits() throws IOException {
    Path lib = Files.createDirectories(folder.resolve("libtorch/lib"));
    libraries(lib, "x\0002.5.1\0y", "_ZN3c105ErrorC2ENS_14SourceLocationESs");
    Libtorch found = Libtorch.at(folder.resolve("libtorch").toString());
    assertThat(found).isEqualTo(new Libtorch(lib.toAbsolutePath(), "cpu-precxx11"));
    Files.createFile(lib.resolve(System.mapLibraryName("torch_cuda")));
    Files.writeString(lib.resolve(System.mapLibraryName("c10")), "new");
    assertThat(Libtorch.at(lib.toString()).flavor()).isEqualTo("cu124");
  }

  private static void libraries(Path lib, String cpu, String core) throws IOException {
    Files.createFile(lib.resolve(System.mapLibraryName("torch")));
    Files.writeString(lib.resolve(System.mapLibraryName("torch_cpu")), cpu);
    Files.writeString(lib.resolve(System.mapLibraryName("c10")), core);
  }

  @Test
  void cudaIsTakenWhereThereAreLibrariesAndAGpu() {
    Libtorch own = new Libtorch(folder, "cpu");
    NativePack pack = new NativePack("2.5.1", "cu124", "linux-x86_64", List.of());
    List<CudaDriver.Gpu> gpu = List.of(new CudaDriver.Gpu(0, "Ray", 1L << 34, 90));
    Function<NativePack, Path> unpacker = each -> folder.resolve(each.flavor());
    assertThat(Libtorch.choose(Optional.of(own), Optional.of(pack), gpu, unpacker)).contains(own);
    assertThat(Libtorch.choose(Optional.empty(), Optional.of(pack), gpu, unpacker))
        .contains(new Libtorch(folder.resolve("cu124"), "cu124"));
    assertThat(Libtorch.choose(Optional.empty(), Optional.of(pack), List.of(), unpacker)).isEmpty();
    assertThat(Libtorch.choose(Optional.empty(), Optional.empty(), gpu, unpacker)).isEmpty();
    assertThat(Devices.note(gpu, false).orElseThrow().english())
        .startsWith("Ray is not used, for this build has no CUDA libraries");
    assertThat(Devices.note(gpu, true)).isEmpty();
  }

  /** Those that come with the program, moved elsewhere, stand for the user's own. */
  @Test
  void theEngineRunsOnThem() throws IOException, InterruptedException {
    NativePack pack =
        NativePack.all().stream().filter(each -> !each.hasCuda()).findFirst().orElseThrow();
    Path own = pack.unpacked(folder);
    assertThat(pack.unpacked(folder)).isEqualTo(own);
    assertThat(run(own)).contains("computed 6.0 with the libraries in " + own);
  }

  @Test
  void aPersonHearsWhyTheyDontLoad() throws IOException, InterruptedException {
    libraries(folder, "\0002.5.1\0", "no library at all");
    assertThat(run(folder))
        .contains("The libtorch in " + folder)
        .contains("can't be loaded")
        .contains("Nothing was started");
  }

  private static String run(Path libraries) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dtiersmith.libtorch=" + libraries,
                "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path")),
                OneSum.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
