package org.tiersmith.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;

/**
 * The bundled fonts: Inter for Latin texts, Noto Sans SC for texts with Chinese in them. JavaFX
 * does not fall back from one loaded font to another, so each text is set wholly in the one that
 * has all its signs ({@link FontFollower} sees to that in the scene graph).
 */
public final class Fonts {
  public static final String LATIN = "Inter";
  public static final String CHINESE = "Noto Sans SC";

  private static final List<String> LATIN_FILES =
      List.of(
          "/com/formdev/flatlaf/fonts/inter/Inter-Regular.otf",
          "/com/formdev/flatlaf/fonts/inter/Inter-Bold.otf");
  private static final List<String> CHINESE_FILES =
      List.of(
          "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf",
          "/fonts/ttf/NotoSansSC/NotoSansSC-Bold.ttf");

  private static boolean latinLoaded;
  private static @Nullable CompletableFuture<Void> chinese;

  private Fonts() {}

  /** Loads Inter (about 10 ms); to be called before the first window. */
  public static synchronized void loadLatin() {
    if (!latinLoaded) {
      latinLoaded = true;
      LATIN_FILES.forEach(Fonts::load);
    }
  }

  /**
   * Loads Noto Sans SC once (two files of 10 MB, about 200 ms) on the given executor.
   *
   * @return completes when texts can be shown in Chinese
   */
  public static synchronized CompletableFuture<Void> loadChinese(Executor executor) {
    if (chinese == null) {
      chinese = CompletableFuture.runAsync(() -> CHINESE_FILES.forEach(Fonts::load), executor);
    }
    return chinese;
  }

  /** Whether a text needs the Chinese font: it has an ideograph, kana or full-width sign. */
  public static boolean isChinese(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x2E80
          && (c <= 0x9FFF || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFFEF))) {
        return true;
      }
      if (Character.isHighSurrogate(c) && c >= 0xD840 && c <= 0xD888) {
        return true;
      }
    }
    return false;
  }

  /** The font in which the whole text can be drawn on a canvas. */
  public static Font forText(String text, FontWeight weight, double size) {
    return Font.font(isChinese(text) ? CHINESE : LATIN, weight, size);
  }

  private static void load(String resource) {
    try (InputStream in = Fonts.class.getResourceAsStream(resource)) {
      if (in == null || Font.loadFont(in, 13) == null) {
        throw new IllegalStateException("Font not loadable: " + resource);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
