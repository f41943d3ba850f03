package org.tiersmith.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.task.JobContext;

/**
 * A delimited file that DuckDB can read by itself, many rows at once: see {@link TidyScan}.
 *
 * @param path the file, unpacked
 * @param columns names of its columns
 * @param headLines lines above the first row
 * @param rows its rows, each on a line of its own
 */
record TidyFile(Path path, Dialect dialect, List<String> columns, long headLines, long rows) {

  /** The file, or null where it is not tidy and must be read record by record. */
  static @Nullable TidyFile of(SourceFile file, JobContext context) throws IOException {
    if (file.isPacked()) {
      return null;
    }
    Encoding encoding = Encoding.utf8(file);
    if (encoding == null) {
      return null;
    }
    try (DelimitedSource head = DelimitedSource.open(file, encoding)) {
      Head above = Head.of(file.path(), head.nextLine() - 1);
      long rows =
          above == null
              ? -1
              : TidyScan.rows(
                  file.path(),
                  above.bytes,
                  head.columns().size(),
                  head.dialect(),
                  above.crlf,
                  context);
      context.checkCancelled();
      return above == null || rows < 1
          ? null
          : new TidyFile(file.path(), head.dialect(), head.columns(), above.lines, rows);
    }
  }

  /** The file as a table of a query: its columns as texts, rows in their order. */
  String scan() {
    String names =
        columns.stream().map(c -> Duck.text(c) + ": 'VARCHAR'").collect(Collectors.joining(", "));
    String nulls =
        Stream.concat(Stream.of(""), Cells.MISSING.stream().sorted())
            .map(Duck::text)
            .collect(Collectors.joining(", "));
    String quote = dialect.quote() == 0 ? "" : String.valueOf(dialect.quote());
    return String.format(
        "read_csv(%s, header = false, auto_detect = false, skip = %d, delim = %s, quote = %s,"
            + " escape = %s, comment = '', nullstr = [%s], max_line_size = %d, columns = {%s})",
        Duck.text(path),
        headLines,
        Duck.text(String.valueOf(dialect.delimiter())),
        Duck.text(quote),
        Duck.text(quote),
        nulls,
        4 * RecordReader.MOST_CHARS,
        names);
  }

  /**
   * What stands above the first row.
   *
   * @param crlf whether its lines end in CR LF
   */
  private record Head(long lines, long bytes, boolean crlf) {

    /** The first lines of a file; null where it has no more. */
    static @Nullable Head of(Path path, long lines) throws IOException {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
        long bytes = 0;
        long seen = 0;
        int last = 0;
        boolean crlf = false;
        while (seen < lines) {
          int b = in.read();
          if (b < 0) {
            return null;
          }
          bytes++;
          if (b == '\n') {
            seen++;
            crlf = last == '\r';
          }
          last = b;
        }
        return new Head(lines, bytes, crlf);
      }
    }
  }
}
