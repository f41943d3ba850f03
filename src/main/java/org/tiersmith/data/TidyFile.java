package org.tiersmith.data;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
 * @param seen its rows, each on a line of its own, and what was seen of them
 */
record TidyFile(
    Path path, Dialect dialect, List<String> columns, long headLines, TidyScan.Seen seen) {

  /**
   * The file, or null where it is not tidy and must be read record by record.
   *
   * @param key the column of which to know whether its values rise; null for none
   * @param time the column of which to know whether its values have one form; null for none
   */
  static @Nullable TidyFile of(
      SourceFile file, @Nullable String key, @Nullable String time, JobContext context)
      throws IOException {
    if (file.isPacked()) {
      return null;
    }
    Encoding encoding = Encoding.utf8(file);
    if (encoding == null) {
      return null;
    }
    try (DelimitedSource head = DelimitedSource.open(file, encoding)) {
      boolean endsInHeader = head.nextLine() == head.line();
      Head above = endsInHeader ? null : Head.of(file.path(), head.nextLine() - 1);
      TidyScan.Seen seen =
          above == null
              ? null
              : TidyScan.of(
                  file.path(),
                  above.bytes,
                  new TidyRows(
                      head.dialect(),
                      head.columns().size(),
                      head.columns().indexOf(key),
                      head.columns().indexOf(time),
                      above.crlf),
                  context);
      context.checkCancelled();
      return above == null || seen == null || seen.rows() == 0
          ? null
          : new TidyFile(file.path(), head.dialect(), head.columns(), above.lines, seen);
    }
  }

  /** Its rows. */
  long rows() {
    return seen.rows();
  }

  /** Whether every row has a value in the key's column that no other row has. */
  boolean hasUniqueKeys() {
    return isKeyWatched() && seen.keys().rises() && !seen.missing();
  }

  /** Whether every value in the key's column is of digits alone. */
  boolean hasDigitKeys() {
    return isKeyWatched() && seen.keys().digits();
  }

  /** The form of all times, 0 for any digit; null where they have more than one. */
  @Nullable String timeShape() {
    return seen.times().rows() == seen.rows() && seen.times().same() ? seen.times().shape() : null;
  }

  private boolean isKeyWatched() {
    return seen.keys().rows() == seen.rows();
  }

  /** The file as a table of a query: its columns as texts, rows in their order. */
  String scan() {
    return scan(path, headLines, "");
  }

  /** What {@link #copyLines} wrote as a table of a query, the line before the other columns. */
  String scanCopy(Path copy) {
    return scan(copy, 0, Duck.text(Staging.LINE) + ": 'BIGINT', ");
  }

  /** Writes some lines of the file, in rising order, each behind its number, to another one. */
  void copyLines(long[] lines, Path copy, JobContext context) throws IOException {
    byte[] buffer = new byte[1 << 20];
    long line = 1;
    int next = 0;
    boolean begins = true;
    try (InputStream in = Files.newInputStream(path);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy), 1 << 16)) {
      for (int n = in.read(buffer); n > 0 && next < lines.length; n = in.read(buffer)) {
        context.checkCancelled();
        int at = 0;
        while (at < n && next < lines.length) {
          int end = at;
          while (end < n && buffer[end] != '\n') {
            end++;
          }
          boolean whole = end < n;
          if (line == lines[next]) {
            if (begins) {
              out.write((line + String.valueOf(dialect.delimiter())).getBytes(US_ASCII));
            }
            out.write(buffer, at, (whole ? end + 1 : end) - at);
          }
          begins = whole;
          if (whole) {
            next += line == lines[next] ? 1 : 0;
            line++;
          }
          at = end + 1;
        }
      }
    }
  }

  private String scan(Path file, long skipped, String before) {
    String names =
        columns.stream().map(c -> Duck.text(c) + ": 'VARCHAR'").collect(Collectors.joining(", "));
    String nulls =
        Stream.concat(Stream.of(""), seen.missing() ? Cells.MISSING.stream().sorted() : Stream.of())
            .map(Duck::text)
            .collect(Collectors.joining(", "));
    String quote = dialect.quote() == 0 ? "" : String.valueOf(dialect.quote());
    return String.format(
        "read_csv(%s, header = false, auto_detect = false, skip = %d, delim = %s, quote = %s,"
            + " escape = %s, comment = '', nullstr = [%s], max_line_size = %d, columns = {%s})",
        Duck.text(file),
        skipped,
        Duck.text(String.valueOf(dialect.delimiter())),
        Duck.text(quote),
        Duck.text(quote),
        nulls,
        4 * RecordReader.MOST_CHARS,
        before + names);
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
