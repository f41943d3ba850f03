package org.tiersmith.model;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * A sentence for a person: a stable key under which translations are found, the English pattern
 * ({@link MessageFormat} syntax) and its arguments.
 *
 * @param key dot-separated lower-case words, for example {@code import.no-file}
 * @param pattern the English sentence; a literal apostrophe is written twice
 * @param arguments strings, boxed numbers and texts that fill {@code {0}}, {@code {1}}, ...
 */
public record Text(String key, String pattern, List<Object> arguments) {

  public Text {
    arguments = List.copyOf(arguments);
  }

  public static Text of(String key, String pattern, Object... arguments) {
    return new Text(key, pattern, List.of(arguments));
  }

  /** The sentence in English. */
  public String english() {
    return in(pattern, Locale.ENGLISH);
  }

  /** The sentence by another pattern, a translation of {@link #pattern()}. */
  public String in(String translatedPattern, Locale locale) {
    return new MessageFormat(translatedPattern, locale).format(arguments.toArray());
  }

  @Override
  public String toString() {
    return english();
  }
}
