package org.tiersmith.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.service.Localizer;

/** The language in which the window speaks; every text follows it while the window is open. */
public final class Language {
  /** The languages there are. */
  public enum Tongue {
    ENGLISH("en", "English", Locale.US),
    CHINESE("zh", "中文", Locale.SIMPLIFIED_CHINESE);

    private final String code;
    private final String ownName;
    private final Locale locale;

    Tongue(String code, String ownName, Locale locale) {
      this.code = code;
      this.ownName = ownName;
      this.locale = locale;
    }

    /** Two letters, as in bundle names and settings. */
    public String code() {
      return code;
    }

    /** The language's name in itself. */
    public String ownName() {
      return ownName;
    }

    public Locale locale() {
      return locale;
    }

    /** The tongue with that code, else English. */
    public static Tongue ofCode(@Nullable String code) {
      return "zh".equals(code) ? CHINESE : ENGLISH;
    }
  }

  private final ReadOnlyObjectWrapper<Tongue> tongue;

  public Language(Tongue tongue) {
    this.tongue = new ReadOnlyObjectWrapper<>(this, "tongue", tongue);
  }

  /** On the FX thread. */
  public void speak(Tongue wanted) {
    tongue.set(wanted);
  }

  public Tongue tongue() {
    return tongue.get();
  }

  public ReadOnlyObjectProperty<Tongue> tongueProperty() {
    return tongue.getReadOnlyProperty();
  }

  public Locale locale() {
    return tongue().locale();
  }

  /** A sentence of the stations below in the present language; English where none is known. */
  public String say(Text text) {
    return Localizer.localise(text, locale());
  }

  /** The UTF-8 properties of a class path resource; empty when there is none. */
  static Properties load(String resource) {
    Properties properties = new Properties();
    try (InputStream in = Language.class.getResourceAsStream(resource)) {
      if (in != null) {
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
