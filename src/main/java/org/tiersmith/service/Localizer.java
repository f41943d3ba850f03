package org.tiersmith.service;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.tiersmith.model.Text;

/**
 * Turns a {@link Text} of any station into a sentence of the reader's language. English patterns
 * stand where the text is made; translations stand in {@code texts_zh.properties}, by key.
 */
public final class Localizer {
  private static final String BUNDLE = "org.tiersmith.service.texts";

  private Localizer() {}

  /** The sentence in the given language, in English where no translation exists. */
  public static String localise(Text text, Locale locale) {
    if (locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
      return text.english();
    }
    try {
      ResourceBundle bundle =
          ResourceBundle.getBundle(
              BUNDLE,
              locale,
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES));
      return spoken(text, locale).in(bundle.getString(text.key()), locale);
    } catch (MissingResourceException noTranslation) {
      return text.english();
    }
  }

  /** The text with those of its arguments that are texts themselves said in the language. */
  private static Text spoken(Text text, Locale locale) {
    return new Text(
        text.key(),
        text.pattern(),
        text.arguments().stream()
            .map(argument -> argument instanceof Text inner ? localise(inner, locale) : argument)
            .toList());
  }
}
