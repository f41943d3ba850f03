package org.tiersmith.encoder;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/**
 * PyTorch's libraries in a folder: those that the user has, instead of those that the program
 * brings.
 *
 * @param folder holds {@code libtorch.so} or what the system calls it
 * @param flavor which of DJL's bridges fits: {@code cpu} or {@code cu124}, with {@code -precxx11}
 *     for libraries built with the older C++ interface, as those of Python wheels are
 */
public record Libtorch(Path folder, String flavor) {
  /** The system property that names such a folder. */
  public static final String PROPERTY = "tiersmith.libtorch";

  /** The version for which DJL's bridges are made. */
  static final String VERSION = "2.5.1";

  private static final String OLD_STRINGS = "_ZN3c105ErrorC2ENS_14SourceLocationESs";

  private static final Map<String, Libtorch> CHECKED = new ConcurrentHashMap<>();

  /** The folder that {@link #PROPERTY} names; checked once. */
  static Optional<Libtorch> chosen() {
    String name = System.getProperty(PROPERTY, "").strip();
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(CHECKED.computeIfAbsent(name, Libtorch::at));
  }

  /**
   * Checks a folder without loading anything (0.3 s).
   *
   * @param name of the folder, or of one whose {@code lib} or {@code torch/lib} it is
   * @throws Problem if it holds no libtorch, or one of another version
   */
  public static Libtorch at(String name) {
    Path folder = folder(name);
    try {
      if (!contains(folder.resolve(file("torch_cpu")), "\0" + VERSION + "\0")) {
        throw Problem.of(
            "encoder.libtorch-version",
            "The libtorch in {0} is not version {1}, the only one that this program can use."
                + " Nothing was started; name another folder, or none for the one that came with"
                + " the program.",
            folder,
            VERSION);
      }
      String base = Files.exists(folder.resolve(file("torch_cuda"))) ? "cu124" : "cpu";
      boolean old = contains(folder.resolve(file("c10")), OLD_STRINGS);
      return new Libtorch(folder, old ? base + "-precxx11" : base);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static Path folder(String name) {
    try {
      Path given = Path.of(name);
      return Stream.of(given, given.resolve("lib"), given.resolve("torch").resolve("lib"))
          .filter(Libtorch::isOne)
          .findFirst()
          .map(Path::toAbsolutePath)
          .orElseThrow(() -> missing(name));
    } catch (InvalidPathException e) {
      throw new Problem(missing(name).text(), e);
    }
  }

  private static boolean isOne(Path folder) {
    return Stream.of("torch", "torch_cpu", "c10")
        .allMatch(library -> Files.isRegularFile(folder.resolve(file(library))));
  }

  private static Problem missing(String name) {
    return Problem.of(
        "encoder.no-libtorch",
        "There is no libtorch in {0}; it should hold {1}. Nothing was started; name the folder of a"
            + " libtorch {2}, or none for the one that came with the program.",
        name,
        String.join(", ", List.of(file("torch"), file("torch_cpu"), file("c10"))),
        VERSION);
  }

  static Problem unusable(Path folder, Throwable why) {
    return new Problem(
        Text.of(
            "encoder.libtorch-unusable",
            "The libtorch in {0} can''t be loaded: {1}. Nothing was started; name another folder,"
                + " or none for the one that came with the program.",
            folder,
            String.valueOf(why.getMessage())),
        why);
  }

  private static String file(String library) {
    return System.mapLibraryName(library);
  }

  private static boolean contains(Path file, String text) throws IOException {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    try (FileChannel channel = FileChannel.open(file);
        Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return contains(bytes, wanted);
    }
  }

  private static boolean contains(MemorySegment bytes, byte[] wanted) {
    long last = bytes.byteSize() - wanted.length;
    for (long at = 0; at <= last; at++) {
      int matched = 0;
      while (matched < wanted.length
          && bytes.get(ValueLayout.JAVA_BYTE, at + matched) == wanted[matched]) {
        matched++;
      }
      if (matched == wanted.length) {
        return true;
      }
    }
    return false;
  }

  boolean hasCuda() {
    return flavor.startsWith("cu");
  }

  /** Makes DJL load these libraries when its engine starts. */
  void use() {
    System.setProperty("PYTORCH_LIBRARY_PATH", folder.toString());
    System.setProperty("PYTORCH_VERSION", VERSION);
    System.setProperty("PYTORCH_FLAVOR", flavor);
  }

  /**
   * Chooses the libraries: the folder that the user names; else those with CUDA where both they and
   * a GPU are there. DJL itself looks for the CUDA toolkit, which a machine with a working GPU need
   * not have. Where the environment names a folder, DJL's own rules hold.
   */
  static Optional<Libtorch> choose() {
    if (System.getenv("PYTORCH_LIBRARY_PATH") != null) {
      return Optional.empty();
    }
    Optional<Libtorch> libraries =
        choose(chosen(), NativePack.cuda(), CudaDriver.gpus(), NativePack::unpacked);
    libraries.ifPresent(Libtorch::use);
    return libraries;
  }

  static Optional<Libtorch> choose(
      Optional<Libtorch> own,
      Optional<NativePack> cuda,
      List<CudaDriver.Gpu> gpus,
      Function<NativePack, Path> unpacker) {
    return own.or(
        () ->
            cuda.filter(_ -> !gpus.isEmpty())
                .map(pack -> new Libtorch(unpacker.apply(pack), pack.flavor())));
  }

  /** Whether the libraries that would be loaded can use CUDA. */
  static boolean canUseCuda() {
    return chosen().map(Libtorch::hasCuda).orElseGet(() -> NativePack.cuda().isPresent());
  }
}
