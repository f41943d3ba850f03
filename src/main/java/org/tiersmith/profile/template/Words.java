package org.tiersmith.profile.template;

/** Lengths of texts in words; an ideograph counts as a part of one. */
public final class Words {
  private static final double IDEOGRAPH = 0.6;
  private static final String LOOSE_END = "[,;:，；：]+$";

  private Words() {}

  /** The text's start that has at most a number of words. */
  public static String cut(String text, int most) {
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

  /** As {@link #cut}, without the commas and colons that it then ends in. */
  public static String cutTidily(String text, int most) {
    return cut(text, most).replaceFirst(LOOSE_END, "");
  }
}
