package org.tiersmith.ui.kit;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import org.tiersmith.ui.kit.Language.Tongue;

/**
 * The texts of one screen, from {@code org/tiersmith/ui/<screen>/texts_en.properties} and {@code
 * texts_zh.properties} (UTF-8, {@link MessageFormat} patterns: an apostrophe is written twice).
 */
public final class Texts {
  private final Language language;
  private final String screen;
  private final Map<Tongue, Properties> bundles = new EnumMap<>(Tongue.class);

  /**
   * @param screen the package under {@code org.tiersmith.ui}, for example {@code model}
   */
  public Texts(Language language, String screen) {
    this.language = language;
    this.screen = screen;
    for (Tongue tongue : Tongue.values()) {
      bundles.put(
          tongue,
          Language.load("/org/tiersmith/ui/" + screen + "/texts_" + tongue.code() + ".properties"));
    }
  }

  public Language language() {
    return language;
  }

  /**
   * The text in the present language.
   *
   * @param arguments fill {@code {0}}, ...; the value of an {@link ObservableValue} is taken
   */
  public String get(String key, Object... arguments) {
    Object[] values =
        Arrays.stream(arguments)
            .map(a -> a instanceof ObservableValue<?> observable ? observable.getValue() : a)
            .toArray();
    return new MessageFormat(pattern(key), language.locale()).format(values);
  }

  /** The text, following the language and those arguments that are observable. */
  public StringBinding bind(String key, Object... arguments) {
    Observable[] followed =
        Stream.concat(
                Stream.of(language.tongueProperty()),
                Arrays.stream(arguments)
                    .filter(Observable.class::isInstance)
                    .map(Observable.class::cast))
            .toArray(Observable[]::new);
    return Bindings.createStringBinding(() -> get(key, arguments), followed);
  }

  /** The name of a choice: the key {@code prefix.constant}, in lower case with hyphens. */
  public String choice(String prefix, Enum<?> constant) {
    return get(prefix + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private String pattern(String key) {
    String found = Objects.requireNonNull(bundles.get(language.tongue())).getProperty(key);
    if (found == null) {
      throw new IllegalArgumentException("No text " + key + " on screen " + screen);
    }
    return found;
  }
}
