package org.tiersmith.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of one language: named lists, read from a resource of sections ({@code [name]}) with an
 * entry a line.
 */
final class Vocabulary {
  private final SampleLanguage language;
  private final Map<String, List<String>> sections;

  private Vocabulary(SampleLanguage language, Map<String, List<String>> sections) {
    this.language = language;
    this.sections = sections;
  }

  static Vocabulary of(SampleLanguage language) {
    Map<String, List<String>> sections = new HashMap<>();
    String section = "";
    for (String line : resource(language.resource() + ".txt").lines().toList()) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(line.strip());
      }
    }
    return new Vocabulary(language, sections);
  }

  /** A text resource of this package. */
  static String resource(String name) {
    try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SampleLanguage language() {
    return language;
  }

  boolean has(String section) {
    return sections.containsKey(section);
  }

  /** The entries of a section, at least one. */
  List<String> list(String section) {
    List<String> entries = sections.get(section);
    if (entries == null) {
      throw new IllegalStateException("the vocabulary lacks a section " + section);
    }
    return entries;
  }

  /** The special list of a department or kind where there is one, else the common one. */
  List<String> listOr(String special, String common) {
    return list(has(special) ? special : common);
  }

  /** The only entry, or the first, of a section. */
  String word(String section) {
    return list(section).getFirst();
  }

  /** One to three words as one phrase, such as "a, b and c". */
  String join(List<String> words) {
    String phrase = list("join").get(words.size() - 1);
    for (int i = 0; i < words.size(); i++) {
      phrase = phrase.replace("{" + i + "}", words.get(i));
    }
    return phrase;
  }

  /** Sentences one after another, each begun with a capital and ended with a full stop. */
  String sentences(List<String> parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      text.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
      text.append(language.stop());
    }
    return text.toString().strip();
  }
}
