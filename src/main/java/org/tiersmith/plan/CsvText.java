package org.tiersmith.plan;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Cells of text in RFC 4180. One that a spreadsheet could take for a formula gets an apostrophe in
 * front: after spaces and invisible characters it starts with one of {@code = + - @}, in any width,
 * or it starts with a tab or a line break.
 */
public final class CsvText {
  private static final String FORMULA_STARTS = "=+-@";

  private CsvText() {}

  /** The cell, quoted where it has to be. */
  public static String cell(String value) {
    String safe = isFormula(value) ? "'" + value : value;
    return needsQuotes(safe) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  /** The cell in UTF-8. */
  static byte[] bytes(String value) {
    return cell(value).getBytes(StandardCharsets.UTF_8);
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

  /** Whether a spreadsheet could take a cell for a formula. */
  public static boolean isFormula(String value) {
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
