package org.tiersmith.data;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tiersmith.model.Text;

/** Rows that could not even be read, written to a staged file while their file is read. */
final class RejectLog implements Closeable {
  /** So much of a row is shown; the whole of it is kept beside. */
  private static final int SHOWN = 300;

  private final Path file;
  private final BufferedWriter out;
  private final Map<String, Long> counts = new LinkedHashMap<>();

  RejectLog(Path folder) throws IOException {
    file = folder.resolve("rejects.staged");
    out = Files.newBufferedWriter(file);
  }

  void add(String sourceName, long line, Text fault, String raw) throws IOException {
    counts.merge(fault.key(), 1L, Long::sum);
    out.write(Staging.safe(sourceName));
    out.write(Staging.FIELD);
    out.write(Long.toString(line));
    out.write(Staging.FIELD);
    out.write(fault.key());
    out.write(Staging.FIELD);
    out.write(Staging.safe(fault.english()));
    out.write(Staging.FIELD);
    out.write(Staging.safe(raw));
    out.write('\n');
  }

  /**
   * Makes the table {@code rejects} of what was logged. The column {@code cells}, of other rows an
   * array, is the row's whole text where that is long.
   */
  void load(Duck duck) {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String rows =
        Staging.scan(
            file,
            "'file': 'VARCHAR', 'line': 'BIGINT', 'reason': 'VARCHAR', 'message': 'VARCHAR',"
                + " 'row': 'VARCHAR'",
            false);
    duck.run(
        String.format(
            "CREATE TABLE rejects AS SELECT * REPLACE (left(\"row\", %1$d) AS \"row\"), CASE WHEN"
                + " length(\"row\") > %1$d THEN to_json(\"row\")::VARCHAR END AS cells FROM (SELECT"
                + " * REPLACE (replace(\"row\", chr(30), chr(10)) AS \"row\") FROM %2$s)",
            SHOWN, rows));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
