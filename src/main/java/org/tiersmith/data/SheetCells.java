package org.tiersmith.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** Cells of workbooks as texts: dates as ISO 8601, numbers plainly, errors as nothing. */
final class SheetCells {
  /** Spreadsheets show and keep as many digits. */
  private static final MathContext DIGITS = new MathContext(15);

  private static final Pattern ERROR = Pattern.compile("#[A-Z][A-Z0-9/_]*[!?]?");
  private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[[^\\]]*]");
  private static final int LAST_DAY = 2_958_465;
  private static final double MOST_PLAIN = 1e18;
  private static final double LEAST_PLAIN = 1e-9;
  private static final long SECONDS_A_DAY = 86_400;

  private SheetCells() {}

  /**
   * The text of a cell; empty where it has no value.
   *
   * @param from1904 whether the workbook counts days from 1904
   */
  static String text(@Nullable Cell cell, boolean from1904) {
    if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
      return "";
    }
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return number(number.doubleValue(), cell, from1904);
    }
    if (value == null) {
      return "";
    }
    String text = value.toString();
    return cell.getType() == CellType.FORMULA && ERROR.matcher(text).matches() ? "" : text;
  }

  private static String number(double value, Cell cell, boolean from1904) {
    boolean date = isDate(cell.getDataFormatId(), cell.getDataFormatString());
    return date && value >= 0 && value <= LAST_DAY ? date(value, from1904) : plain(value);
  }

  /** A number of at most 15 digits without an exponent, where it is of a usual size. */
  private static String plain(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value)) {
      return "";
    }
    if (value == 0) {
      return "0";
    }
    return size < LEAST_PLAIN || size > MOST_PLAIN
        ? Double.toString(value)
        : new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }

  private static String date(double serial, boolean from1904) {
    long seconds = Math.round(serial * SECONDS_A_DAY);
    long days = Math.floorDiv(seconds, SECONDS_A_DAY);
    LocalTime time = LocalTime.ofSecondOfDay(Math.floorMod(seconds, SECONDS_A_DAY));
    if (days == 0 && !from1904) {
      return time.format(java.time.format.DateTimeFormatter.ISO_LOCAL_TIME);
    }
    LocalDate first = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    // 29 February 1900, which never was, is day 60.
    LocalDate day = first.plusDays(!from1904 && days < 60 ? days + 1 : days);
    return time.equals(LocalTime.MIDNIGHT)
        ? day.toString()
        : LocalDateTime.of(day, time)
            .format(java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
  }

  /** Whether a number format shows a date or a time of day; a duration is none. */
  static boolean isDate(@Nullable Integer id, @Nullable String format) {
    if (id != null && ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || isLateDate(id))) {
      return true;
    }
    if (format == null || format.equalsIgnoreCase("General") || format.equals("Standard")) {
      return false;
    }
    boolean duration = format.matches("(?i).*\\[(h+|m+|s+)].*");
    String signs = LITERALS.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
    return !duration && signs.chars().anyMatch(c -> "ymdhs".indexOf(c) >= 0);
  }

  private static boolean isLateDate(int id) {
    return (id >= 50 && id <= 58) || id == 45 || id == 47;
  }
}
