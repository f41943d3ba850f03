package org.tiersmith.sample;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a comma-separated file by RFC 4180 in UTF-8, with line feeds. */
final class CsvFile implements Closeable {
  private final BufferedWriter out;

  CsvFile(Path file, String... header) throws IOException {
    out = Files.newBufferedWriter(file);
    row((Object[]) header);
  }

  /** Writes a row; each cell is quoted only where it must be. */
  void row(Object... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(quoted(cells[i].toString()));
    }
    out.write('\n');
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** An amount of hundredths with two decimals. */
  static String money(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }

  /** A number rounded to some decimals, without trailing zeros. */
  static String number(double value, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
