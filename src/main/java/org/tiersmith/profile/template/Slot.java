package org.tiersmith.profile.template;

/**
 * A placeholder with its options.
 *
 * @param column the column of a placeholder that names one, else empty
 * @param count most entries of a list, at least 1
 * @param words most words: of each entry of a list, else of the whole; at least 1
 */
public record Slot(Placeholder placeholder, String column, int count, int words) {
  /** Entries of a list that says nothing else. */
  static final int USUAL_COUNT = 4;

  /** Words of each entry of a list that says nothing else. */
  static final int USUAL_WORDS = 6;

  /** A placeholder without options. */
  static Slot plain(Placeholder placeholder) {
    boolean list = placeholder.shape() == Placeholder.Shape.LIST;
    return new Slot(placeholder, "", USUAL_COUNT, list ? USUAL_WORDS : Integer.MAX_VALUE);
  }

  Slot withColumn(String name) {
    return new Slot(placeholder, name, count, words);
  }

  Slot withCount(int most) {
    return new Slot(placeholder, column, most, words);
  }

  Slot withWords(int most) {
    return new Slot(placeholder, column, count, most);
  }
}
