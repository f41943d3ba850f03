package org.tiersmith.profile;

/** Lengths of texts in words; an ideograph counts as a part of one. */
final class Words {
  private static final double IDEOGRAPH = 0.6;

  private Words() {}

  /** The text's start that has at most a number of words. */
  static String cut(String text, int most) {
    double words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isIdeographic(c)) {
        words += IDEOGRAPH;
        inWord = false;
      } else if (Character.isWhitespace(c)) {
        inWord = false;
      } else if (!inWord) {
        words++;
        inWord = true;
      }
      if (words > most) {
        return text.substring(0, i).strip();
      }
    }
    return text.strip();
  }
}
