package org.tiersmith.profile.text;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of goods that look like grammar, numbers or measures: TV, 5G, A4, PS5, iPhone15. */
final class ShortNames {
  private static final Set<String> OF_TWO =
      Set.of(
          "tv", "cd", "dj", "vr", "uv", "bb", "ac", "hp", "lg", "3d", "4k", "8k", "3g", "4g", "5g");
  private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");

  /** Letters and digits, of which more than four are rather a code than a name. */
  private static final Pattern MIXED =
      Pattern.compile("(?=.*\\p{L})(?=.*\\d)(?!(?:.*\\d){5})[\\p{L}\\d]{2,12}");

  private static final Pattern SIZE = Pattern.compile("x\\d+|\\d+x\\d+.*|\\d+\\p{L}");
  private static final Pattern AMOUNT = Pattern.compile("\\d+(\\p{L}+)");

  private final StopWords stopWords;

  ShortNames(StopWords stopWords) {
    this.stopWords = stopWords;
  }

  /** Whether a word in lower case is one. */
  boolean contains(String word) {
    return OF_TWO.contains(word) || (MIXED.matcher(word).matches() && !isMeasure(word));
  }

  private boolean isMeasure(String word) {
    Matcher amount = AMOUNT.matcher(word);
    return SIZE.matcher(word).matches()
        || (amount.matches()
            && (ORDINALS.contains(amount.group(1)) || stopWords.inEnglish(amount.group(1))));
  }
}
