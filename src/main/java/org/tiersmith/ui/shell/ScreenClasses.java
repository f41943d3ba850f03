package org.tiersmith.ui.shell;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The classes of all screens, wherever this program lies: in a folder or in a jar. */
final class ScreenClasses {
  private static final String PACKAGE = "org/tiersmith/ui";
  private static final String OWN = "ScreenClasses.class";
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
    // Not by the code source: a class from Java's cache of linked classes has none.
    URI own = Objects.requireNonNull(ScreenClasses.class.getResource(OWN)).toURI();
    if ("jar".equals(own.getScheme())) {
      String inner = own.getRawSchemeSpecificPart();
      return namesIn(Path.of(URI.create(inner.substring(0, inner.indexOf("!/")))));
    }
    Path root = Path.of(own);
    for (int name = 0; name < ScreenClasses.class.getName().split("\\.", -1).length; name++) {
      root = Objects.requireNonNull(root.getParent());
    }
    return names(root);
  }

  /** The names of the classes in a jar. */
  static List<String> namesIn(Path jar) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      return names(files.getPath("/"));
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
