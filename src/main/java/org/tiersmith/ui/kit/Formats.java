package org.tiersmith.ui.kit;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Numbers, money and dates as a person writes them in the window's language. NaN becomes a dash.
 */
public final class Formats {
  public static final String UNKNOWN = "–";
  private static final char MINUS = '−';
  private static final double MILLION = 1e6;

  private final Language language;
  private final StringProperty currency = new SimpleStringProperty(this, "currency", "");

  public Formats(Language language) {
    this.language = language;
  }

  /** The currency sign before amounts; empty while the project names none. */
  public StringProperty currencyProperty() {
    return currency;
  }

  /** A count: 1,240,318. */
  public String count(long value) {
    return number((double) value, 0);
  }

  /** A number with exactly that many decimals. */
  public String number(double value, int decimals) {
    if (Double.isNaN(value)) {
      return UNKNOWN;
    }
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    String text = format.format(value);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero ? text.replace("-", "") : text.replace('-', MINUS);
  }

  /** A share as a percentage: 0.314 becomes 31 % with no decimals. */
  public String percent(double share, int decimals) {
    return Double.isNaN(share) ? UNKNOWN : number(share * 100, decimals) + " %";
  }

  /** An amount of money: whole from 1,000 on, else with cents. */
  public String money(double amount) {
    return money(amount, Math.abs(amount) >= 1000 ? 0 : 2);
  }

  public String money(double amount, int decimals) {
    if (Double.isNaN(amount)) {
      return UNKNOWN;
    }
    String text = number(amount, decimals);
    String sign = currency.get().isEmpty() ? "" : currency.get() + " ";
    return text.charAt(0) == MINUS ? MINUS + sign + text.substring(1) : sign + text;
  }

  /** An amount as large print shows it: from a million on in millions, 3.08M. */
  public String largePrint(double amount) {
    return Math.abs(amount) >= MILLION ? money(amount / MILLION, 2) + "M" : money(amount);
  }

  /** A change with its sign, as {@code +6.1 %} of {@link #percent}. */
  public String signed(double value, String formatted) {
    return value > 0 ? "+" + formatted : formatted;
  }

  /** 12.3k, 4.5M: for axes and badges. Chinese counts in ten thousands: 22.4万, 1.5亿. */
  public String compact(double value) {
    double size = Math.abs(value);
    if (language.tongue() == Language.Tongue.CHINESE) {
      if (size >= 1e8) {
        return trimmed(value / 1e8) + "亿";
      }
      return size >= 1e4 ? trimmed(value / 1e4) + "万" : trimmed(value);
    }
    if (size >= 1e6) {
      return trimmed(value / 1e6) + "M";
    }
    return size >= 1e4 ? trimmed(value / 1e3) + "k" : trimmed(value);
  }

  public String date(LocalDate date) {
    return DateTimeFormatter.ISO_LOCAL_DATE.format(date);
  }

  /** Day and minute in the person's time zone. */
  public String moment(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(language.locale())
        .format(instant.atZone(ZoneId.systemDefault()));
  }

  private String trimmed(double value) {
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMaximumFractionDigits(Math.abs(value) < 1 ? 3 : 1);
    return format.format(value).replace('-', MINUS);
  }
}
