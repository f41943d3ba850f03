package org.tiersmith.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;

/** One sheet of an XLSX file, read row by row; rows without any value are passed over. */
final class Workbook implements Closeable {
  /**
   * A row with a value.
   *
   * @param number from 1, as the sheet counts; above that of every row before
   * @param cells up to the last that has a value
   */
  record Line(long number, List<String> cells) {}

  private final ReadableWorkbook book;
  private final @Nullable Path unpacked;
  private final List<Sheet> all;
  private @Nullable Stream<Row> stream;
  private Iterator<Row> rows = Collections.emptyIterator();
  private String name = "";
  private long last;

  private Workbook(ReadableWorkbook book, @Nullable Path unpacked, List<Sheet> all) {
    this.book = book;
    this.unpacked = unpacked;
    this.all = all;
  }

  /**
   * Opens a workbook at its chosen sheet, or at its first that has a value.
   *
   * @param unpacked a folder to delete on closing, or null
   */
  static Workbook open(Path path, @Nullable Path unpacked, SourceFile file) throws IOException {
    ZipArchive.refuseBomb(path, file.name());
    ReadableWorkbook book = tried(() -> book(path));
    try {
      Workbook workbook = new Workbook(book, unpacked, tried(() -> book.getSheets().toList()));
      workbook.choose(file);
      return workbook;
    } catch (IOException | RuntimeException e) {
      book.close();
      throw e;
    }
  }

  String sheet() {
    return name;
  }

  List<String> sheets() {
    return all.stream().map(Sheet::getName).toList();
  }

  /** The next row that has a value, or null. */
  @Nullable Line next() throws IOException {
    while (tried(rows::hasNext)) {
      Line line = tried(() -> line(rows.next()));
      if (!line.cells.isEmpty()) {
        return line;
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.close();
    }
    book.close();
    delete(unpacked);
  }

  /** Deletes a folder of files, if there is one. */
  static void delete(@Nullable Path folder) throws IOException {
    if (folder != null) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private void choose(SourceFile file) throws IOException {
    String wanted = file.chosen().sheet();
    for (Sheet sheet : all) {
      if (wanted == null ? hasRows(sheet) : sheet.getName().equalsIgnoreCase(wanted.strip())) {
        start(sheet);
        return;
      }
    }
    throw wanted == null
        ? Problem.of(
            "import.empty", "{0} is empty. Choose a file with a header line and rows.", file.name())
        : Problem.of(
            "import.no-sheet",
            "{0} has no sheet \"{1}\". Its sheets are: {2}.",
            file.name(),
            wanted,
            String.join(", ", sheets()));
  }

  private boolean hasRows(Sheet sheet) throws IOException {
    start(sheet);
    return next() != null;
  }

  private void start(Sheet sheet) throws IOException {
    if (stream != null) {
      stream.close();
    }
    Stream<Row> opened = tried(() -> rows(sheet));
    stream = opened;
    rows = tried(opened::iterator);
    last = 0;
    name = sheet.getName();
  }

  private Line line(Row row) {
    List<String> cells = new ArrayList<>();
    int filled = 0;
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(SheetCells.text(row.hasCell(i) ? row.getCell(i) : null, book.isDate1904()));
      filled = cells.getLast().isBlank() ? filled : i + 1;
    }
    last = Math.max(last + 1, row.getRowNum());
    return new Line(last, List.copyOf(cells.subList(0, filled)));
  }

  private static Stream<Row> rows(Sheet sheet) {
    try {
      return sheet.openStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReadableWorkbook book(Path path) {
    try {
      return new ReadableWorkbook(path.toFile(), new ReadingOptions(true, true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The library throws exceptions of many kinds at files that are damaged. */
  private static <T extends @Nullable Object> T tried(Supplier<T> work) throws IOException {
    try {
      return work.get();
    } catch (RuntimeException e) {
      Throwable root = e.getCause() == null ? e : e.getCause();
      throw new IOException(String.valueOf(root.getMessage()), e);
    }
  }
}
