package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Text;

/**
 * Every sentence that a station says has its Chinese translation, and no translation is left over.
 */
class TranslationsTest {
  private static final Path SOURCES = Path.of("src/main/java/org/tiersmith");
  private static final Path CHINESE =
      Path.of("src/main/resources/org/tiersmith/service/texts_zh.properties");

  /** {@code Text.of("key", "pattern" + "pattern"}, over any line breaks. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?:Text|Problem)\\s*\\.of\\(\\s*\"([a-z0-9.-]+)\",\\s*"
              + "((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)");

  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

  @Test
  void everySentenceIsTranslated() throws IOException {
    TreeSet<String> missing = new TreeSet<>(sentences().keySet());
    missing.removeAll(translations().stringPropertyNames());
    assertThat(missing).as("keys to add to %s", CHINESE).isEmpty();
  }

  @Test
  void noTranslationIsLeftOver() throws IOException {
    String program = program();
    TreeSet<String> obsolete = new TreeSet<>(translations().stringPropertyNames());
    // A summary of rejects is named after the reason that its rows carry.
    obsolete.removeIf(
        key ->
            program.contains("\"" + key + "\"")
                || program.contains("import." + key.replaceFirst("^rejected\\.", "")));
    assertThat(obsolete).as("keys to remove from %s", CHINESE).isEmpty();
  }

  @Test
  void translationsUseTheSameArguments() throws IOException {
    Properties chinese = translations();
    sentences()
        .forEach(
            (key, english) ->
                assertThat(places(chinese.getProperty(key, english)))
                    .as(key)
                    .isEqualTo(places(english)));
  }

  @Test
  void localisesByLanguage() {
    Text text = Text.of("undo.add", "Add {0}", "X");
    assertThat(Localizer.localise(text, Locale.ENGLISH)).isEqualTo("Add X");
    assertThat(Localizer.localise(text, Locale.SIMPLIFIED_CHINESE))
        .contains("X")
        .doesNotContain("Add");
    assertThat(Localizer.localise(Text.of("no.such-key", "As is"), Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("As is");
  }

  private static TreeSet<String> places(String pattern) {
    TreeSet<String> places = new TreeSet<>();
    Matcher matcher = PLACE.matcher(pattern);
    while (matcher.find()) {
      places.add(matcher.group(1));
    }
    return places;
  }

  private static Map<String, String> sentences() throws IOException {
    Map<String, String> sentences = new TreeMap<>();
    Matcher matcher = SENTENCE.matcher(program());
    while (matcher.find()) {
      sentences.put(matcher.group(1), matcher.group(2));
    }
    assertThat(sentences).hasSizeGreaterThan(100);
    return sentences;
  }

  private static String program() throws IOException {
    StringBuilder program = new StringBuilder();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path source : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        program.append(Files.readString(source)).append('\n');
      }
    }
    return program.toString();
  }

  private static Properties translations() throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(CHINESE, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
