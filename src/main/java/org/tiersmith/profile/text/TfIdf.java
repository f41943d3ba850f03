package org.tiersmith.profile.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BiConsumer;
import org.tiersmith.task.JobContext;

/**
 * Weighs the terms of documents by sublinear TF-IDF: {@code tf = 1 + ln(n)} with n the weighted
 * count of the term in the document, {@code idf = 1 + ln((1 + N) / (1 + df))} with N the documents
 * that have terms and df those that have this one (smoothed as if one more document had every term;
 * Manning, Raghavan, Schuetze: Introduction to Information Retrieval, chapter 6). A document's
 * weights are divided by their Euclidean length. Terms in fewer documents than one in {@value
 * #PER_RARE}, but always those in one document and never those in {@value #MOST_RARE}, are slips
 * rather than interests and have no weight; with fewer than {@value #FEW} documents all count.
 */
public final class TfIdf {
  private static final int FEW = 20;
  private static final int PER_RARE = 250;
  private static final int LEAST_RARE = 2;
  private static final int MOST_RARE = 50;

  private final Lexicon lexicon;
  private final Corpus corpus;
  private final int[] frequencies;
  private final double[] idf;
  private final int documents;

  /** Counts in how many documents each term is. */
  public TfIdf(Lexicon lexicon, Corpus corpus, JobContext context) {
    this.lexicon = lexicon;
    this.corpus = corpus;
    AtomicIntegerArray found = new AtomicIntegerArray(lexicon.terms() + 1);
    Slices.each(
        corpus.documents(),
        () -> {
          Bag bag = new Bag(lexicon, corpus);
          return document -> count(bag, document, found);
        },
        context);
    this.documents = found.get(lexicon.terms());
    this.frequencies = new int[lexicon.terms()];
    this.idf = new double[lexicon.terms()];
    int rare = rarest();
    for (int term = 0; term < idf.length; term++) {
      frequencies[term] = found.get(term);
      idf[term] =
          frequencies[term] < rare
              ? 0
              : 1 + Math.log((1.0 + documents) / (1.0 + frequencies[term]));
    }
  }

  /** Documents that have at least one term. */
  public int documents() {
    return documents;
  }

  /** How many documents a term is in. */
  int frequency(int term) {
    return frequencies[term];
  }

  /** Whether a term is in too few documents to count. */
  boolean isRare(int term) {
    return idf[term] == 0;
  }

  /** 0 where the term is too rare. */
  double idf(int term) {
    return idf[term];
  }

  /**
   * Hands each document its most telling words, the weightiest first, on several threads at once.
   *
   * @param most how many words at most
   */
  public void keywords(int most, BiConsumer<Integer, List<Keyword>> reader, JobContext context) {
    Slices.each(
        corpus.documents(),
        () -> {
          Bag bag = new Bag(lexicon, corpus);
          return document -> {
            bag.fill(document);
            reader.accept(document, top(bag, most));
          };
        },
        context);
  }

  private List<Keyword> top(Bag bag, int most) {
    long[] order = new long[bag.size()];
    double squares = 0;
    for (int i = 0; i < bag.size(); i++) {
      double weight = weight(bag, i);
      squares += weight * weight;
      // Sorts by weight downwards, then by term; weights are far below 2^16.
      order[i] = -((long) (weight * (1L << 20)) << 24) + i;
    }
    Arrays.sort(order);
    List<Keyword> words = new ArrayList<>(Math.min(most, order.length));
    for (int k = 0; k < order.length && words.size() < most; k++) {
      int i = (int) (order[k] & 0xffffff);
      double weight = weight(bag, i);
      if (weight > 0) {
        words.add(new Keyword(lexicon.word(bag.term(i)), weight / Math.sqrt(squares)));
      }
    }
    return words;
  }

  private double weight(Bag bag, int i) {
    return bag.tf(i) * idf[bag.term(i)];
  }

  private int rarest() {
    return documents < FEW ? 1 : Math.max(LEAST_RARE, Math.min(MOST_RARE, documents / PER_RARE));
  }

  private void count(Bag bag, int document, AtomicIntegerArray found) {
    bag.fill(document);
    for (int i = 0; i < bag.size(); i++) {
      found.incrementAndGet(bag.term(i));
    }
    if (bag.size() > 0) {
      found.incrementAndGet(lexicon.terms());
    }
  }
}
