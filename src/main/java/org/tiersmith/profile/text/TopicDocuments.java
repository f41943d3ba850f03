package org.tiersmith.profile.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Documents as topic models read them: of the terms that are neither rare nor in more than half of
 * all documents, each as often as {@code 1 + ln(count)} rounds to.
 */
final class TopicDocuments {
  private static final double TOO_COMMON = 0.5;
  private static final int FEW = 20;
  private static final int FEWEST_WORDS = 4;
  private static final int MOST_WORDS_OF_ONE = 120;
  private static final long SEED = 7;

  private final Lexicon lexicon;
  private final Corpus corpus;
  private final int[] termOfWord;
  private final int[] wordOfTerm;

  TopicDocuments(Lexicon lexicon, Corpus corpus, TfIdf tfIdf) {
    this.lexicon = lexicon;
    this.corpus = corpus;
    int most = tfIdf.documents() < FEW ? tfIdf.documents() : (int) (TOO_COMMON * tfIdf.documents());
    termOfWord =
        IntStream.range(0, lexicon.terms())
            .filter(term -> !tfIdf.isRare(term) && tfIdf.frequency(term) <= most)
            .toArray();
    wordOfTerm = new int[lexicon.terms()];
    Arrays.fill(wordOfTerm, -1);
    for (int word = 0; word < termOfWord.length; word++) {
      wordOfTerm[termOfWord[word]] = word;
    }
  }

  /** How many different words the documents may have. */
  int vocabulary() {
    return termOfWord.length;
  }

  String word(int word) {
    return lexicon.word(termOfWord[word]);
  }

  /**
   * Documents of at least {@value #FEWEST_WORDS} different words, drawn by a fixed seed; of long
   * ones {@value #MOST_WORDS_OF_ONE} words, drawn too.
   *
   * @param mostDocuments how many at most
   * @param mostWords of all documents together, at most
   */
  List<int[]> sample(int mostDocuments, int mostWords) {
    int[] order = IntStream.range(0, corpus.documents()).toArray();
    Random random = new Random(SEED);
    List<int[]> sample = new ArrayList<>();
    Reader reader = new Reader();
    int words = 0;
    for (int i = 0; i < order.length && sample.size() < mostDocuments && words < mostWords; i++) {
      int j = i + random.nextInt(order.length - i);
      int document = order[j];
      order[j] = order[i];
      reader.read(document);
      if (reader.size >= FEWEST_WORDS) {
        int[] drawn = reader.shuffled(random);
        sample.add(drawn);
        words += drawn.length;
      }
    }
    return sample;
  }

  /** Reads documents one by one; for one thread. */
  final class Reader {
    private final Bag bag = new Bag(lexicon, corpus);
    int[] words = new int[256];
    double[] counts = new double[256];
    int size;

    void read(int document) {
      bag.fill(document);
      if (bag.size() > words.length) {
        words = new int[2 * bag.size()];
        counts = new double[2 * bag.size()];
      }
      size = 0;
      for (int i = 0; i < bag.size(); i++) {
        int word = wordOfTerm[bag.term(i)];
        if (word >= 0) {
          words[size] = word;
          counts[size++] = Math.rint(bag.tf(i));
        }
      }
    }

    /** The words one by one, in random order, not too many of them. */
    private int[] shuffled(Random random) {
      int[] all =
          IntStream.range(0, size)
              .flatMap(i -> IntStream.generate(() -> words[i]).limit((long) counts[i]))
              .toArray();
      for (int i = all.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int word = all[i];
        all[i] = all[j];
        all[j] = word;
      }
      return all.length > MOST_WORDS_OF_ONE ? Arrays.copyOf(all, MOST_WORDS_OF_ONE) : all;
    }
  }
}
