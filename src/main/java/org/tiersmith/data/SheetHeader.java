package org.tiersmith.data;

import java.util.List;

/** Finds the header among the first rows of a sheet, below titles. */
final class SheetHeader {
  private static final double ABOUT_AS_WIDE = 0.6;

  private SheetHeader() {}

  /**
   * How many of the rows stand above the header: the first row that has nearly as many cells as the
   * fullest and mostly words in them.
   */
  static int linesAbove(List<Workbook.Line> lines) {
    long most = lines.stream().mapToLong(SheetHeader::filled).max().orElse(0);
    for (int i = 0; i < lines.size(); i++) {
      Workbook.Line line = lines.get(i);
      if (filled(line) >= ABOUT_AS_WIDE * most && words(line) * 2 > filled(line)) {
        return i;
      }
    }
    return 0;
  }

  private static long filled(Workbook.Line line) {
    return line.cells().stream().filter(cell -> !cell.isBlank()).count();
  }

  private static long words(Workbook.Line line) {
    return line.cells().stream()
        .filter(cell -> !cell.isBlank() && !cell.matches("[-+0-9.,:/ ]+"))
        .count();
  }
}
