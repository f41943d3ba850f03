package org.tiersmith.ui.shell;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The classes of all screens, wherever this program lies: in a folder or in a jar. */
final class ScreenClasses {
  private static final String PACKAGE = "org/tiersmith/ui";
  private static final String END = ".class";

  private ScreenClasses() {}

  /** Loads and initialises them all; some hundred, in a quarter of a second. */
  static void load() throws IOException, URISyntaxException, ClassNotFoundException {
    ClassLoader loader = ScreenClasses.class.getClassLoader();
    for (String name : names()) {
      Class.forName(name, true, loader);
    }
  }

  /** Their binary names. */
  static List<String> names() throws IOException, URISyntaxException {
    Path place =
        Path.of(ScreenClasses.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return names(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return names(jar.getPath("/"));
    }
  }

  private static List<String> names(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(PACKAGE))) {
      return files
          .filter(file -> file.toString().endsWith(END))
          .map(file -> name(root.relativize(file)))
          .filter(name -> !name.endsWith("-info"))
          .sorted()
          .toList();
    }
  }

  private static String name(Path file) {
    String name =
        StreamSupport.stream(file.spliterator(), false)
            .map(Path::toString)
            .collect(Collectors.joining("."));
    return name.substring(0, name.length() - END.length());
  }
}
