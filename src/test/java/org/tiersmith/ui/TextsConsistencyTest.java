package org.tiersmith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen's texts: none missing, none left over, the same in both languages. */
class TextsConsistencyTest {
  private static final Path SOURCES = Path.of("src/main/java/org/tiersmith/ui");
  private static final Path BUNDLES = Path.of("src/main/resources/org/tiersmith/ui");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern ASKED =
      Pattern.compile(
          "\\b[a-zA-Z]*[tT]exts(?:\\(\\))?\\s*\\.(?:get|bind)\\(\\s*\"([^\"]+)\"\\s*[,)]");
  private static final Pattern CHOICE =
      Pattern.compile("\\b[a-zA-Z]*[tT]exts(?:\\(\\))?\\s*\\.choice\\(\\s*\"([^\"]+)\"");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

  static List<String> screens() throws IOException {
    try (Stream<Path> folders = Files.list(BUNDLES)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("texts_en.properties")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @BeforeAll
  static void findsTheBundles() throws IOException {
    assertThat(screens()).contains("kit", "shell", "home", "data", "customers");
  }

  @ParameterizedTest
  @MethodSource("screens")
  void bothLanguagesHaveTheSameTexts(String screen) throws IOException {
    Properties english = bundle(screen, "en");
    Properties chinese = bundle(screen, "zh");
    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    assertThat(english.stringPropertyNames())
        .allSatisfy(
            key ->
                assertThat(places(chinese.getProperty(key)))
                    .as(key)
                    .isEqualTo(places(english.getProperty(key))));
    assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
    assertThat(chinese.values()).noneMatch(text -> text.toString().isBlank());
  }

  @ParameterizedTest
  @MethodSource("screens")
  void noTextIsSaidTwice(String screen) throws IOException {
    for (String language : List.of("en", "zh")) {
      Path bundle = BUNDLES.resolve(screen).resolve("texts_" + language + ".properties");
      assertThat(Files.readAllLines(bundle).stream().map(line -> line.replaceFirst("\\s*=.*", "")))
          .filteredOn(key -> !key.isBlank() && !key.startsWith("#"))
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("screens")
  void everyTextThatIsAskedForExists(String screen) throws IOException {
    Set<String> missing = found(ASKED, source(screen));
    missing.removeAll(bundle(screen, "en").stringPropertyNames());
    assertThat(missing).as("keys to add to the bundles of %s", screen).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("screens")
  void noTextIsLeftOver(String screen) throws IOException {
    String source = source(screen);
    Set<String> literals = found(LITERAL, source);
    if (source.contains("StatePane.of(")) {
      literals.addAll(found(LITERAL, Files.readString(SOURCES.resolve("kit/StatePane.java"))));
    }
    Set<String> choices = found(CHOICE, source);
    Set<String> left = new TreeSet<>(bundle(screen, "en").stringPropertyNames());
    left.removeIf(key -> isUsed(key, literals, choices));
    assertThat(left).as("keys to remove from the bundles of %s", screen).isEmpty();
  }

  /** As a whole, put together of two parts, after a prefix with a dot, or as a choice's name. */
  private static boolean isUsed(String key, Set<String> literals, Set<String> choices) {
    return literals.contains(key)
        || choices.stream().anyMatch(prefix -> key.startsWith(prefix + "."))
        || literals.stream().anyMatch(part -> part.endsWith(".") && key.startsWith(part))
        || literals.stream()
            .filter(part -> !part.isEmpty() && key.startsWith(part))
            .anyMatch(part -> literals.contains(key.substring(part.length())));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> places(String pattern) {
    return PLACE.matcher(pattern).results().map(MatchResult::group).distinct().sorted().toList();
  }

  private static String source(String screen) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(SOURCES.resolve(screen))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  private static Properties bundle(String screen, String language) throws IOException {
    Properties texts = new Properties();
    Path file = BUNDLES.resolve(screen).resolve("texts_" + language + ".properties");
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
