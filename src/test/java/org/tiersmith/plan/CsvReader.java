package org.tiersmith.plan;

import java.util.ArrayList;
import java.util.List;

/** Reads RFC 4180 strictly: what a machine makes of the file. */
final class CsvReader {

  private CsvReader() {}

  static List<List<String>> read(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append(text.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || (c != ',' && c != '\r')) {
        cell.append(c);
      } else {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\r') {
          if (text.charAt(++i) != '\n') {
            throw new IllegalArgumentException("a line ends without a line feed");
          }
          rows.add(row);
          row = new ArrayList<>();
        }
      }
    }
    return rows;
  }
}
