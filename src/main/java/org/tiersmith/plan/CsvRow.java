package org.tiersmith.plan;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;

/** One line of RFC 4180, built cell by cell. */
final class CsvRow {
  private static final String FORMULA_STARTS = "=+-@";

  private final StringBuilder line = new StringBuilder(256);
  private boolean started;

  /**
   * A cell of text. One that a spreadsheet could take for a formula gets an apostrophe in front:
   * after spaces and invisible characters it starts with one of {@code = + - @}, in any width, or
   * it starts with a tab or a line break.
   */
  CsvRow text(String value) {
    return cell(isFormula(value) ? "'" + value : value);
  }

  /** A decimal number with a fixed number of digits, half rounded away from 0; empty for NaN. */
  CsvRow number(double value, int digits) {
    return cell(
        Double.isNaN(value) ? "" : plain(BigDecimal.valueOf(value), digits).toPlainString());
  }

  /** A number as it is. */
  CsvRow number(BigDecimal value) {
    return cell(value.toPlainString());
  }

  void endTo(Appendable out) throws IOException {
    out.append(line).append("\r\n");
    line.setLength(0);
    started = false;
  }

  static BigDecimal plain(BigDecimal value, int digits) {
    return value.setScale(digits, RoundingMode.HALF_UP);
  }

  private CsvRow cell(String value) {
    if (started) {
      line.append(',');
    }
    started = true;
    if (needsQuotes(value)) {
      line.append('"').append(value.replace("\"", "\"\"")).append('"');
    } else {
      line.append(value);
    }
    return this;
  }

  private static boolean needsQuotes(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == '"' || c == '\r' || c == '\n') {
        return true;
      }
    }
    return false;
  }

  static boolean isFormula(String value) {
    int first = 0;
    while (first < value.length() && isInvisible(value.charAt(first))) {
      if (Character.isISOControl(value.charAt(first))) {
        return true;
      }
      first++;
    }
    return first < value.length() && startsFormula(value.charAt(first));
  }

  private static boolean startsFormula(char c) {
    if (c < 128) {
      return FORMULA_STARTS.indexOf(c) >= 0;
    }
    String narrow = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    return !narrow.isEmpty() && FORMULA_STARTS.indexOf(narrow.charAt(0)) >= 0;
  }

  private static boolean isInvisible(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
