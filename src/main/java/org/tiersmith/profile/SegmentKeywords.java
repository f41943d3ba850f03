package org.tiersmith.profile;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tiersmith.profile.text.Lexicon;

/**
 * What each segment buys more than all do: the terms of titles with the highest TF-IDF, a segment
 * being a document. As most terms occur in most segments, the inverse frequency is that of the
 * term's share: how much more of this segment's purchases than of all it makes up.
 */
final class SegmentKeywords {
  private static final int KEYWORDS = 6;
  private static final int FEWEST_USES = 3;

  private final Lexicon lexicon;
  private final long[] everywhere;
  private final long[][] uses;

  /**
   * @param lexicon the terms of the titles, by the titles' numbers
   */
  SegmentKeywords(Lexicon lexicon, int segments) {
    this.lexicon = lexicon;
    this.everywhere = new long[lexicon.terms()];
    this.uses = new long[segments][lexicon.terms()];
  }

  /** Counts a title that was bought by anyone. */
  void add(int title, long times) {
    count(everywhere, title, times);
  }

  /** Counts a title that a segment bought. */
  void add(int segment, int title, long times) {
    count(uses[segment], title, times);
  }

  private void count(long[] into, int title, long times) {
    for (int term : lexicon.termsOf(title)) {
      into[term] += times;
    }
  }

  /** A segment's keywords, the weightiest first. */
  List<String> of(int segment) {
    double own = Arrays.stream(uses[segment]).sum();
    double all = Arrays.stream(everywhere).sum();
    double[] weight = new double[everywhere.length];
    for (int term = 0; term < weight.length; term++) {
      double share = uses[segment][term] / own;
      double lift = share / (everywhere[term] / all);
      boolean known = uses[segment][term] >= FEWEST_USES;
      weight[term] = known ? share * Math.log(lift) : Double.NEGATIVE_INFINITY;
    }
    double least = uses.length == 1 ? Double.NEGATIVE_INFINITY : 0;
    return IntStream.range(0, weight.length)
        .filter(term -> weight[term] > least)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(term -> -weight[term]).thenComparing(lexicon::word))
        .limit(KEYWORDS)
        .map(lexicon::word)
        .toList();
  }
}
