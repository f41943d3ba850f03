package org.tiersmith.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cells and names as they come from files, made tidy. */
final class Cells {
  /** Words that stand for a missing value. */
  static final Set<String> MISSING =
      Set.of("NULL", "null", "NA", "N/A", "n/a", "#N/A", "NaN", "nan", "\\N");

  /** No word for a missing value is longer. */
  static final int LONGEST_MISSING = 4;

  private Cells() {}

  /** A cell without the spaces and marks around it; empty where it says that it has no value. */
  static String tidy(String cell) {
    int from = 0;
    int to = cell.length();
    while (from < to && isSpace(cell.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(cell.charAt(to - 1))) {
      to--;
    }
    String tidy = cell.substring(from, to);
    return tidy.length() <= LONGEST_MISSING && MISSING.contains(tidy) ? "" : tidy;
  }

  /**
   * Column names: tidy, never empty, distinct whatever their case, none like this program's own.
   */
  static List<String> distinctNames(List<String> raw) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      String name = tidy(raw.get(i)).replaceAll("\\s+", " ");
      if (name.isEmpty() || name.startsWith("__")) {
        name = "column_" + (i + 1);
      }
      String distinct = name;
      for (int n = 2; !taken.add(distinct.toLowerCase(Locale.ROOT)); n++) {
        distinct = name + "_" + n;
      }
      names.add(distinct);
    }
    return names;
  }

  /** Whether a character beyond ASCII is a space or mark that no cell keeps at its ends. */
  static boolean isMark(int c) {
    return c == '\u00a0'
        || c == '\u3000'
        || c == '\ufeff'
        || c == '\u200b'
        || c == Encoding.UNDECODED;
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || (c >= '\u0080' && c != Encoding.UNDECODED && isMark(c));
  }
}
