package org.tiersmith.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/**
 * Rows of a sheet of a workbook: the sheet that a person named, else the first that is not empty.
 * The header is the first row about as wide as the widest among the first rows; what stands above
 * it is a title.
 */
final class SheetSource implements RowSource {
  private static final int LOOK_AHEAD = 50;

  private final Workbook book;
  private final Deque<Workbook.Line> ahead;
  private final List<String> columns;
  private Workbook.Line row = new Workbook.Line(0, List.of());
  private @Nullable Text fault;

  private SheetSource(Workbook book, Deque<Workbook.Line> ahead, List<String> columns) {
    this.book = book;
    this.ahead = ahead;
    this.columns = columns;
  }

  static SheetSource open(SourceFile file) throws IOException {
    Path unpacked = file.isPacked() ? Files.createTempDirectory("tiersmith-sheet-") : null;
    Workbook book = null;
    try {
      Path path = unpacked == null ? file.path() : file.onDisk(unpacked);
      book = Workbook.open(path, unpacked, file);
      return open(file, book);
    } catch (IOException | RuntimeException e) {
      if (book != null) {
        book.close();
      } else {
        Workbook.delete(unpacked);
      }
      throw e;
    }
  }

  private static SheetSource open(SourceFile file, Workbook book) throws IOException {
    Deque<Workbook.Line> ahead = new ArrayDeque<>();
    Workbook.Line line = book.next();
    while (line != null) {
      ahead.add(line);
      line = ahead.size() < LOOK_AHEAD ? book.next() : null;
    }
    int above = SheetHeader.linesAbove(List.copyOf(ahead));
    for (int i = 0; i < above; i++) {
      ahead.remove();
    }
    int width = ahead.stream().mapToInt(l -> l.cells().size()).max().orElse(0);
    List<String> names = new ArrayList<>(DelimitedSource.named(file, ahead.remove().cells()));
    while (names.size() < width) {
      names.add("");
    }
    return new SheetSource(book, ahead, Cells.distinctNames(names));
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public String format() {
    return "XLSX, " + book.sheet();
  }

  @Override
  public String encoding() {
    return "UTF-8";
  }

  @Override
  public FileFormat found() {
    return FileFormat.GUESSED.withSheet(book.sheet()).withDecimal(".");
  }

  @Override
  public List<String> sheets() {
    return book.sheets();
  }

  @Override
  public boolean next() throws IOException {
    Workbook.Line next = ahead.isEmpty() ? book.next() : ahead.remove();
    if (next == null) {
      return false;
    }
    row = next;
    fault =
        row.cells().size() > columns.size()
            ? Text.of(
                "import.columns",
                "The row has {0} fields, the header {1}.",
                row.cells().size(),
                columns.size())
            : null;
    return true;
  }

  @Override
  public long line() {
    return row.number();
  }

  @Override
  public @Nullable Text fault() {
    return fault;
  }

  @Override
  public String cell(int column) {
    return column < row.cells().size() ? row.cells().get(column) : "";
  }

  @Override
  public String raw() {
    return String.join(" | ", row.cells());
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
