package org.tiersmith.ui.kit;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.OptionalDouble;

/**
 * How a number is shown in a field and read back from what a person typed.
 *
 * @param scale what the value is multiplied with to be shown: 100 for a percentage
 * @param decimals shown decimals
 * @param unit what follows, for example {@code %}; may be empty
 */
public record ValueFormat(double scale, int decimals, String unit) {

  /** 0.42 as 0.42. */
  public static ValueFormat number(int decimals) {
    return new ValueFormat(1, decimals, "");
  }

  /** 0.32 as 32 %. */
  public static ValueFormat percent(int decimals) {
    return new ValueFormat(100, decimals, "%");
  }

  public String show(double value, Formats formats) {
    String text = formats.number(value * scale, decimals);
    return unit.isEmpty() ? text : text + " " + unit;
  }

  /** The value typed, or nothing when it is no number; the unit may be left out. */
  public OptionalDouble read(String typed, Language language) {
    String text = typed.strip().replace('−', '-');
    if (!unit.isEmpty() && text.endsWith(unit)) {
      text = text.substring(0, text.length() - unit.length()).strip();
    }
    ParsePosition position = new ParsePosition(0);
    Number number = NumberFormat.getNumberInstance(language.locale()).parse(text, position);
    boolean whole = number != null && position.getIndex() == text.length();
    return whole ? OptionalDouble.of(number.doubleValue() / scale) : OptionalDouble.empty();
  }
}
