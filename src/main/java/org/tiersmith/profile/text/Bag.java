package org.tiersmith.profile.text;

import java.util.Arrays;

/** The terms of one document with their counts; to be filled again and again by one thread. */
final class Bag {
  private final Lexicon lexicon;
  private final Corpus corpus;
  private final int[] counts;
  private int[] terms = new int[256];
  private int size;

  Bag(Lexicon lexicon, Corpus corpus) {
    this.lexicon = lexicon;
    this.corpus = corpus;
    this.counts = new int[lexicon.terms()];
  }

  /** Takes the terms of a document in place of those before, in ascending order. */
  void fill(int document) {
    for (int i = 0; i < size; i++) {
      counts[terms[i]] = 0;
    }
    size = 0;
    for (int entry = corpus.from(document); entry < corpus.to(document); entry++) {
      for (int term : lexicon.termsOf(corpus.text(entry))) {
        if (counts[term] == 0) {
          add(term);
        }
        counts[term] += corpus.weight(entry);
      }
    }
    Arrays.sort(terms, 0, size);
  }

  /** How many different terms there are. */
  int size() {
    return size;
  }

  int term(int i) {
    return terms[i];
  }

  /** The weighted count of the i-th term, at least 1. */
  int count(int i) {
    return counts[terms[i]];
  }

  /** How often the i-th term counts: {@code 1 + ln(count)}. */
  double tf(int i) {
    return 1 + Math.log(count(i));
  }

  private void add(int term) {
    if (size == terms.length) {
      terms = Arrays.copyOf(terms, 2 * size);
    }
    terms[size++] = term;
  }
}
