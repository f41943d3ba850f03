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
      return text.in(bundle.getString(text.key()), locale);
    } catch (MissingResourceException noTranslation) {
      return text.english();
    }
  }
}
