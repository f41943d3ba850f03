package org.tiersmith.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an import calls its files: by their names, with folders where two have the same name. */
final class FileNames {
  /** Files by their names alone. */
  static final FileNames PLAIN = new FileNames(Map.of());

  private final Map<Path, String> names;

  private FileNames(Map<Path, String> names) {
    this.names = names;
  }

  /** The names of all files of a mapping. */
  static FileNames of(RoleMapping mapping) {
    Set<Path> files = new LinkedHashSet<>();
    for (TableKind kind : TableKind.values()) {
      FileMapping part = mapping.of(kind);
      if (part != null) {
        files.add(part.file());
        files.addAll(part.more());
        part.joins().forEach(join -> files.add(join.file()));
      }
    }
    Map<Path, String> names = new HashMap<>();
    List<Path> left = new ArrayList<>(files);
    for (int folders = 0; !left.isEmpty(); folders++) {
      Map<String, List<Path>> same = new LinkedHashMap<>();
      for (Path file : left) {
        String name = name(file, folders);
        names.put(file, name);
        same.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>()).add(file);
      }
      int more = folders + 2;
      left =
          same.values().stream()
              .filter(alike -> alike.size() > 1)
              .flatMap(List::stream)
              .filter(file -> more <= file.getNameCount())
              .toList();
    }
    return new FileNames(names);
  }

  /** What a file is called. */
  String of(Path file) {
    return names.getOrDefault(file, SourceFile.name(file));
  }

  private static String name(Path file, int folders) {
    StringBuilder name = new StringBuilder(SourceFile.name(file));
    int count = file.getNameCount();
    for (int i = 2; i <= folders + 1 && i <= count; i++) {
      name.insert(0, file.getName(count - i) + "/");
    }
    return name.toString();
  }
}
