package org.tiersmith.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a sample's files back for tests. */
final class SampleFiles {
  private SampleFiles() {}

  /** The rows of a file as maps from column name to cell. */
  static List<Map<String, String>> rows(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      List<String> header = cells(lines.getFirst());
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        List<String> cells = cells(line);
        if (cells.size() != header.size()) {
          throw new IllegalStateException(cells.size() + " cells in " + line);
        }
        Map<String, String> row = HashMap.newHashMap(header.size());
        for (int i = 0; i < header.size(); i++) {
          row.put(header.get(i), cells.get(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows by the value of their first key column. */
  static Map<String, Map<String, String>> byId(Path file, String id) {
    Map<String, Map<String, String>> rows = new HashMap<>();
    for (Map<String, String> row : rows(file)) {
      if (rows.put(row.get(id), row) != null) {
        throw new IllegalStateException("twice: " + row.get(id));
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
