package org.tiersmith.encoder;

import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * PyTorch's libraries in a jar on the class path.
 *
 * @param version for example {@code 2.5.1-20241113}
 * @param flavor {@code cpu} or, with CUDA 12.4, {@code cu124}
 * @param classifier system and processor, for example {@code linux-x86_64}
 * @param libraries names of the files
 */
record NativePack(String version, String flavor, String classifier, List<String> libraries) {
  private static final String FACTS = "native/lib/pytorch.properties";

  /** Those on the class path that are made for this system. */
  static List<NativePack> all() {
    TorchRuntime.offline();
    String here = Platform.fromSystem("pytorch").getClassifier();
    try {
      List<NativePack> packs = new ArrayList<>();
      for (URL url : Collections.list(loader().getResources(FACTS))) {
        NativePack pack = read(url);
        if (pack.classifier.equals(here)) {
          packs.add(pack);
        }
      }
      return packs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one with CUDA, if the program was built with it. */
  static Optional<NativePack> cuda() {
    return all().stream().filter(NativePack::hasCuda).findFirst();
  }

  boolean hasCuda() {
    return flavor.startsWith("cu");
  }

  private static NativePack read(URL url) throws IOException {
    Properties facts = new Properties();
    try (InputStream in = Utils.openUrl(url)) {
      facts.load(in);
    }
    return new NativePack(
        facts.getProperty("version", ""),
        facts.getProperty("flavor", ""),
        facts.getProperty("classifier", ""),
        List.of(facts.getProperty("libraries", "").split(",")));
  }

  /** Puts the libraries into the folder where DJL would put them, unless they are there. */
  Path unpacked() {
    return unpacked(Utils.getEngineCacheDir("pytorch"));
  }

  /** The same under another folder; files appear all at once or not at all. */
  Path unpacked(Path cache) {
    Path folder = cache.resolve(String.join("-", version, flavor, classifier));
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try {
      Files.createDirectories(cache);
      Path beside = Files.createTempDirectory(cache, "unpacking");
      for (String library : libraries) {
        copy(library, beside.resolve(library));
      }
      Files.move(beside, folder);
    } catch (FileAlreadyExistsException _) {
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("PyTorch's libraries can't be unpacked to " + cache, e);
    }
    return folder;
  }

  private void copy(String library, Path to) throws IOException {
    String name = String.join("/", "pytorch", flavor, classifier, library);
    try (InputStream in = loader().getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name + " is not on the class path");
      }
      Files.copy(in, to);
    }
  }

  private static ClassLoader loader() {
    return NativePack.class.getClassLoader();
  }
}
