package org.tiersmith.profile.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * Finds topics, as many as {@link TopicTrials} choose, and tells each document's share of them.
 *
 * <p>A topic's words are ordered by relevance, {@code 0.6 ln p(w|t) + 0.4 ln(p(w|t) / p(w))}
 * (Sievert, Shirley 2014), so that words which are merely frequent don't stand first.
 */
public final class Topics {
  private static final int FEWEST_DOCUMENTS = 40;
  private static final int FEWEST_WORDS = 20;
  private static final int MOST_DOCUMENTS = 20_000;
  private static final int MOST_WORDS = 300_000;
  private static final int ITERATIONS = 200;
  private static final double RELEVANCE = 0.6;
  private static final int SHOWN_WORDS = 15;
  private static final int LABEL_WORDS = 3;

  private final TopicDocuments documents;
  private final int count;
  private final float[] shares;
  private final TopicModel model;

  private Topics(TopicDocuments documents, int count, float[] shares, TopicModel model) {
    this.documents = documents;
    this.count = count;
    this.shares = shares;
    this.model = model;
  }

  /** Finds the topics of the documents; {@link TopicModel#NONE} where they are too few. */
  public static Topics find(Lexicon lexicon, Corpus corpus, TfIdf tfIdf, JobContext context) {
    TopicDocuments documents = new TopicDocuments(lexicon, corpus, tfIdf);
    List<int[]> sample = documents.sample(MOST_DOCUMENTS, MOST_WORDS);
    if (sample.size() < FEWEST_DOCUMENTS || documents.vocabulary() < FEWEST_WORDS) {
      return new Topics(documents, corpus.documents(), new float[0], TopicModel.NONE);
    }
    TopicTrials trials = TopicTrials.run(documents, context.part(0, 0.5));
    context.progress(0.5, Text.of("portrait.topics", "Learning topics"));
    LatentTopics topics =
        LatentTopics.fit(sample, documents.vocabulary(), trials.chosen(), ITERATIONS, context);
    return new Topics(documents, corpus.documents(), new float[0], TopicModel.NONE)
        .describe(topics, sample, trials, context);
  }

  /** What the topics are. */
  public TopicModel model() {
    return model;
  }

  /**
   * The shares of the topics in a document, in the order of {@link TopicModel#topics}; they sum to
   * 1. Empty where there are no topics or the document has none of their words.
   */
  public double[] shares(int document) {
    int topics = model.topics().size();
    double[] of = new double[topics];
    for (int k = 0; k < topics; k++) {
      of[k] = shares[document * topics + k];
    }
    return topics > 0 && of[0] < 0 ? new double[0] : of;
  }

  private Topics describe(
      LatentTopics topics, List<int[]> sample, TopicTrials trials, JobContext context) {
    int n = topics.topics();
    float[] unordered = new float[count * n];
    Slices.each(
        count,
        () -> {
          TopicDocuments.Reader reader = documents.new Reader();
          return document -> infer(topics, reader, unordered, document);
        },
        context);
    int[] customers = new int[n];
    double[] totals = new double[n];
    for (int d = 0; d < count; d++) {
      tally(unordered, d, customers, totals);
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingInt(k -> -customers[k]))
            .mapToInt(k -> k)
            .toArray();
    float[] ordered = new float[unordered.length];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = unordered[i - i % n + order[i % n]];
    }
    double all = Math.max(1e-9, Arrays.stream(totals).sum());
    List<TopicModel.Topic> named = new ArrayList<>();
    double[] everywhere = everywhere(topics, sample);
    Set<String> labels = new HashSet<>();
    for (int k : order) {
      List<Keyword> words = words(topics, k, everywhere);
      named.add(new TopicModel.Topic(label(words, labels), words, customers[k], totals[k] / all));
    }
    return new Topics(
        documents,
        count,
        ordered,
        new TopicModel(List.copyOf(named), trials.told(), sample.size(), documents.vocabulary()));
  }

  private static void infer(
      LatentTopics topics, TopicDocuments.Reader reader, float[] to, int document) {
    int n = topics.topics();
    reader.read(document);
    double[] own = topics.shares(reader.words, reader.counts, reader.size);
    for (int k = 0; k < n; k++) {
      to[document * n + k] = reader.size == 0 ? -1 : (float) own[k];
    }
  }

  private static void tally(float[] shares, int document, int[] customers, double[] totals) {
    int n = customers.length;
    if (shares[document * n] < 0) {
      return;
    }
    int main = 0;
    for (int k = 0; k < n; k++) {
      totals[k] += shares[document * n + k];
      main = shares[document * n + k] > shares[document * n + main] ? k : main;
    }
    customers[main]++;
  }

  private static double[] everywhere(LatentTopics topics, List<int[]> sample) {
    double[] everywhere = new double[topics.words().length];
    double all = 0;
    for (int[] words : sample) {
      for (int word : words) {
        everywhere[word]++;
        all++;
      }
    }
    for (int word = 0; word < everywhere.length; word++) {
      everywhere[word] = (everywhere[word] + 1) / (all + everywhere.length);
    }
    return everywhere;
  }

  private List<Keyword> words(LatentTopics topics, int topic, double[] everywhere) {
    return IntStream.range(0, everywhere.length)
        .boxed()
        .sorted(
            Comparator.comparingDouble(w -> -relevance(topics.words()[w][topic], everywhere[w])))
        .limit(SHOWN_WORDS)
        .map(w -> new Keyword(documents.word(w), topics.words()[w][topic]))
        .toList();
  }

  private static double relevance(double own, double everywhere) {
    return RELEVANCE * Math.log(own) + (1 - RELEVANCE) * Math.log(own / everywhere);
  }

  /** As many words as make a label that no other topic has. */
  private static String label(List<Keyword> words, Set<String> taken) {
    int most = LABEL_WORDS;
    String label = join(words, most);
    while (!taken.add(label)) {
      label = most < words.size() ? join(words, ++most) : label + "'";
    }
    return label;
  }

  private static String join(List<Keyword> words, int most) {
    return words.stream().limit(most).map(Keyword::word).collect(Collectors.joining(" · "));
  }
}
