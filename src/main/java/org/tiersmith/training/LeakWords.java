package org.tiersmith.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tiersmith.model.Text;

/**
 * The words of customers' or products' texts, as suspects. Each text is read once. Scripts that put
 * no spaces between words are read by pairs of characters, which are most of their words.
 */
final class LeakWords {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  private static final Pattern UNSPACED =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]{2,}");

  /** A mark that somebody set stands early; a long text has all words anyway. */
  private static final int LONGEST = 4000;

  /** Whose texts. */
  enum Side {
    CUSTOMER,
    PRODUCT
  }

  private final List<String> texts;
  private final int[] bought;
  private final int[] passed;
  private long buyers;
  private long others;

  LeakWords(List<String> texts) {
    this.texts = texts;
    this.bought = new int[texts.size()];
    this.passed = new int[texts.size()];
  }

  /** Counts an example of a text. */
  void add(int text, boolean ended) {
    if (ended) {
      bought[text]++;
      buyers++;
    } else {
      passed[text]++;
      others++;
    }
  }

  /** Words that give the outcome away. */
  List<Leak> leaks(Side side) {
    Map<String, long[]> counts = new HashMap<>();
    for (int text = 0; text < texts.size(); text++) {
      if (bought[text] + passed[text] > 0) {
        for (String word : words(texts.get(text))) {
          long[] count = counts.computeIfAbsent(word, _ -> new long[2]);
          count[0] += bought[text];
          count[1] += passed[text];
        }
      }
    }
    Map<LeakPattern, Set<String>> found = new HashMap<>();
    counts.forEach(
        (word, count) -> {
          LeakPattern pattern = new LeakPattern(count[0], count[1], buyers, others);
          if (Math.min(buyers, others) > 0 && pattern.leaks()) {
            found.computeIfAbsent(pattern, _ -> new TreeSet<>()).add(word);
          }
        });
    List<Leak> leaks = new ArrayList<>();
    found.forEach(
        (pattern, words) ->
            joined(words)
                .forEach(
                    word -> leaks.add(new Leak(pattern.strength(), text(side, word, pattern)))));
    return leaks;
  }

  /** Pairs of characters that overlap stand in the same texts, so they are read as one. */
  private static Set<String> joined(Set<String> words) {
    List<String> rest = new ArrayList<>(words);
    Set<String> joined = new TreeSet<>();
    while (!rest.isEmpty()) {
      String text = rest.removeFirst();
      for (Optional<String> longer = longer(text, rest);
          longer.isPresent();
          longer = longer(text, rest)) {
        text = longer.get();
      }
      joined.add(text);
    }
    return joined;
  }

  /** The text with a pair that overlaps its end or its start, which leaves the rest. */
  private static Optional<String> longer(String text, List<String> rest) {
    if (!UNSPACED.matcher(text).matches()) {
      return Optional.empty();
    }
    for (String pair : rest) {
      int half = pair.offsetByCodePoints(0, 1);
      boolean isPair =
          UNSPACED.matcher(pair).matches() && pair.codePointCount(0, pair.length()) == 2;
      if (isPair
          && (text.endsWith(pair.substring(0, half)) || text.startsWith(pair.substring(half)))) {
        rest.remove(pair);
        return Optional.of(
            text.endsWith(pair.substring(0, half))
                ? text + pair.substring(half)
                : pair.substring(0, half) + text);
      }
    }
    return Optional.empty();
  }

  private static Set<String> words(String text) {
    String start = text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
    Set<String> words = new HashSet<>();
    WORD.matcher(start).results().forEach(match -> words.add(match.group()));
    UNSPACED.matcher(start).results().forEach(match -> addPairs(match.group(), words));
    return words;
  }

  private static void addPairs(String run, Set<String> words) {
    int[] characters = run.codePoints().toArray();
    for (int i = 0; i + 1 < characters.length; i++) {
      words.add(new String(characters, i, 2));
    }
  }

  private static Text text(Side side, String word, LeakPattern pattern) {
    long rows = pattern.bought() + pattern.passed();
    return switch (side) {
      case CUSTOMER ->
          Text.of(
              "leak.word-customer",
              "The word \"{0}\" in the text of the customer tells who bought: of {1} training"
                  + " examples that have it, {2} ended in a purchase. It was probably written after"
                  + " the purchase: the test looks better than use will be. Leave that text out and"
                  + " train again, unless it is known beforehand.",
              word,
              rows,
              pattern.bought());
      case PRODUCT ->
          Text.of(
              "leak.word-product",
              "The word \"{0}\" in the text of the product tells who bought: of {1} training"
                  + " examples that have it, {2} ended in a purchase. It was probably written after"
                  + " the purchase: the test looks better than use will be. Leave that text out and"
                  + " train again, unless it is known beforehand.",
              word,
              rows,
              pattern.bought());
    };
  }
}
