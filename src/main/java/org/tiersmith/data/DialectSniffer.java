package org.tiersmith.data;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;

/** Finds the delimiter and the quote that make the first records agree best. */
final class DialectSniffer {
  private static final char[] DELIMITERS = {',', ';', '\t', '|', '\u0001', '~', '^', ':'};
  private static final int RECORDS = 200;

  private DialectSniffer() {}

  /**
   * The dialect of a text.
   *
   * @param head the file's start; its last line may be cut
   * @param chosen what a person said of it
   */
  static Dialect of(String head, FileFormat chosen) {
    Dialect best = chosen.over(new Dialect(',', quote(head)));
    if (chosen.delimiter() != null) {
      return best;
    }
    char quote = best.quote();
    double most = 0;
    for (char delimiter : DELIMITERS) {
      Dialect dialect = new Dialect(delimiter, quote);
      double score = score(head, dialect);
      if (score > most) {
        most = score;
        best = dialect;
      }
    }
    return best;
  }

  /** Share of records with as many fields as the header, and, for equal shares, more fields. */
  private static double score(String head, Dialect dialect) {
    int columns = 0;
    int agreeing = 0;
    int records = 0;
    try (RecordReader reader = new RecordReader(new StringReader(head), dialect)) {
      while (records < RECORDS && reader.next()) {
        if (reader.fault() != null || reader.isBlank()) {
          continue;
        }
        if (columns == 0) {
          columns = reader.fields();
        }
        agreeing += reader.fields() == columns ? 1 : 0;
        records++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return columns < 2 ? 0 : (double) agreeing / records * Math.log1p(columns);
  }

  private static char quote(String head) {
    int single = 0;
    int twin = 0;
    for (int i = 1; i < head.length(); i++) {
      boolean opens = ",;\t|\n\r".indexOf(head.charAt(i - 1)) >= 0;
      char c = head.charAt(i);
      single += opens && c == '\'' ? 1 : 0;
      twin += opens && c == '"' ? 1 : 0;
    }
    boolean closed = head.contains("',") || head.contains("';") || head.contains("'\t");
    return twin == 0 && single > 3 && closed ? '\'' : '"';
  }
}
