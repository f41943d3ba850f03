package org.tiersmith.profile.text;

import java.util.Arrays;

/**
 * Documents made of texts: each names the texts that it consists of, with a weight. A text of
 * weight w counts w times.
 */
public final class Corpus {
  private static final int WEIGHT_BITS = 4;
  private static final int TEXT_BITS = 28;

  /** The greatest weight that a text may have. */
  public static final int HEAVIEST = (1 << WEIGHT_BITS) - 1;

  private final int[] first;
  private final int[] text;

  private Corpus(int[] first, int[] text) {
    this.first = first;
    this.text = text;
  }

  /** How many documents there are. */
  public int documents() {
    return first.length - 1;
  }

  int from(int document) {
    return first[document];
  }

  int to(int document) {
    return first[document + 1];
  }

  int text(int entry) {
    return text[entry] >>> WEIGHT_BITS;
  }

  int weight(int entry) {
    return text[entry] & HEAVIEST;
  }

  /** Collects the entries of documents in any order. */
  public static final class Builder {
    private final int documents;
    private int size;
    private int[] document = new int[1024];
    private int[] entry = new int[1024];

    /**
     * @param documents how many there are, with and without texts
     */
    public Builder(int documents) {
      this.documents = documents;
    }

    /**
     * Adds a text to a document.
     *
     * @param text its number, below 2^28
     * @param weight 1 to {@value Corpus#HEAVIEST}
     */
    public void add(int toDocument, int text, int weight) {
      if (text >>> TEXT_BITS != 0) {
        throw new IllegalArgumentException("too many texts: " + text);
      }
      if (size == entry.length) {
        document = Arrays.copyOf(document, size + size / 2);
        entry = Arrays.copyOf(entry, size + size / 2);
      }
      document[size] = toDocument;
      entry[size++] = text << WEIGHT_BITS | weight;
    }

    /** The documents; the order of what was added makes no difference to what is worked out. */
    public Corpus build() {
      int[] first = new int[documents + 1];
      for (int i = 0; i < size; i++) {
        first[document[i] + 1]++;
      }
      for (int d = 0; d < documents; d++) {
        first[d + 1] += first[d];
      }
      int[] next = first.clone();
      int[] text = new int[size];
      for (int i = 0; i < size; i++) {
        text[next[document[i]]++] = entry[i];
      }
      for (int d = 0; d < documents; d++) {
        Arrays.sort(text, first[d], first[d + 1]);
      }
      return new Corpus(first, text);
    }
  }
}
