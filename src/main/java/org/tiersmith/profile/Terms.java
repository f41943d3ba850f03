package org.tiersmith.profile;

import java.text.BreakIterator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The terms of a text: its words, in lower case; pairs of neighbouring ideographs in Chinese. */
final class Terms {
  private static final int SHORTEST = 3;

  private Terms() {}

  static Set<String> of(String text) {
    Set<String> terms = new LinkedHashSet<>();
    BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
    breaks.setText(text);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      String word = text.substring(from, to).toLowerCase(Locale.ROOT);
      if (Character.isIdeographic(word.codePointAt(0))) {
        for (int i = 0; i + 2 <= word.length(); i++) {
          terms.add(word.substring(i, i + 2));
        }
      } else if (word.length() >= SHORTEST && Character.isLetter(word.charAt(0))) {
        terms.add(word);
      }
    }
    return terms;
  }
}
