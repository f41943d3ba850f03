package org.tiersmith.profile.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/** Words that say nothing of what somebody likes: grammar, units, and what every shop says. */
final class StopWords {
  private static final Pattern CHINESE_COUNT =
      Pattern.compile("[一二三四五六七八九十百千万两几半零〇每这那某]+[个件条只块张瓶包盒袋支双套本台次天年月斤克升点种样些位部]?");

  private final CharArraySet grammar;
  private final Set<String> english;
  private final Set<String> chinese;

  private StopWords() throws IOException {
    try (InputStream snowball =
        Objects.requireNonNull(SnowballFilter.class.getResourceAsStream("english_stop.txt"))) {
      grammar =
          WordlistLoader.getSnowballWordSet(
              new InputStreamReader(snowball, StandardCharsets.UTF_8));
    }
    english = words("stop_en.txt");
    chinese = words("stop_zh.txt");
  }

  /** The lists, read anew. */
  static StopWords load() {
    try {
      return new StopWords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a word of letters, in lower case, says nothing. */
  boolean inEnglish(String word) {
    return grammar.contains(word) || english.contains(word);
  }

  /** Whether a word of ideographs says nothing. */
  boolean inChinese(String word) {
    return chinese.contains(word) || CHINESE_COUNT.matcher(word).matches();
  }

  private static Set<String> words(String resource) throws IOException {
    Set<String> words = new HashSet<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(StopWords.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          words.addAll(List.of(line.strip().split("\\s+", -1)));
        }
      }
    }
    return words;
  }
}
