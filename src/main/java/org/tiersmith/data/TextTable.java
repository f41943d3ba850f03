package org.tiersmith.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/** Small lists in delimited files or JSON lines, read row by row. */
public final class TextTable {
  private TextTable() {}

  /** Takes a file's rows one after the other. */
  public interface Reader {
    /**
     * A row that could be read.
     *
     * @param cells in the order of the columns asked for
     */
    void row(long line, List<String> cells);

    /** A row that could not, and why. */
    void fault(long line, Text why);
  }

  /**
   * Reads some columns of a file.
   *
   * @throws Problem where the file can't be read or lacks a column
   */
  public static void read(Path path, List<String> wanted, Reader reader) {
    SourceFile file = SourceFile.of(path);
    if (file.format() == SourceFile.Format.PARQUET) {
      throw Problem.of("import.text-only", "{0} must be a CSV file.", file.name());
    }
    try (RowSource source = RowSource.open(file)) {
      RawTable table = new RawTable(path, "", source.columns(), 0, false, 0);
      List<Integer> at = wanted.stream().map(name -> position(table, name)).toList();
      while (source.next()) {
        Text fault = source.fault();
        if (fault != null) {
          reader.fault(source.line(), fault);
          continue;
        }
        List<String> cells = new ArrayList<>();
        at.forEach(i -> cells.add(Cells.tidy(source.cell(i))));
        reader.row(source.line(), cells);
      }
    } catch (IOException e) {
      throw file.broken(e);
    }
  }

  private static int position(RawTable table, String name) {
    String column = table.find(name);
    if (column == null) {
      throw Problem.of(
          "import.list-column",
          "{0} has no column \"{1}\". Its columns are: {2}.",
          table.fileName(),
          name,
          table.list());
    }
    return table.columns().indexOf(column);
  }
}
