package org.tiersmith.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;

/** The keys of a file's objects, which are its columns; those of late objects come behind. */
final class JsonKeys {
  private final SourceFile file;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<String> keys = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  JsonKeys(SourceFile file) {
    this.file = file;
  }

  /** Takes the keys of an object; nothing where it is none. */
  void meet(@Nullable Map<String, String> cells) {
    if (cells == null) {
      return;
    }
    boolean grown = false;
    for (String key : cells.keySet()) {
      if (places.putIfAbsent(key, keys.size()) == null) {
        keys.add(key);
        grown = true;
      }
    }
    if (grown) {
      file.requireWidth(keys.size());
      List<String> all = Cells.distinctNames(keys);
      names.addAll(all.subList(names.size(), all.size()));
    }
  }

  /** Throws a Problem where there is none. */
  JsonKeys required() {
    if (keys.isEmpty()) {
      throw Problem.of(
          "import.no-json",
          "{0} starts like JSON but holds no JSON objects. Write one object a line, or an array"
              + " of objects.",
          file.name());
    }
    return this;
  }

  /** Their names as columns; the list grows with the keys. */
  List<String> columns() {
    return Collections.unmodifiableList(names);
  }

  /** An object's value in a column. */
  String cell(@Nullable Map<String, String> cells, int column) {
    return cells == null ? "" : cells.getOrDefault(keys.get(column), "");
  }
}
