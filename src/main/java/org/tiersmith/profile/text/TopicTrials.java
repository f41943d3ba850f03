package org.tiersmith.profile.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * Tries out how many topics there are: for each of {@code 2, 3, 4, 6, 8, 12, 16, 24} a model is
 * fitted to four fifths of a sample of documents; each other document's mixture is worked out from
 * half of its words, and the probability of its other half measured ("document completion", Wallach
 * et al. 2009). Chosen is the smallest number whose log-likelihood is not below the best one's by
 * more than the standard error of their difference over documents.
 */
final class TopicTrials {
  private static final int[] CANDIDATES = {2, 3, 4, 6, 8, 12, 16, 24};
  private static final int DOCUMENTS_PER_TOPIC = 10;
  private static final int TRIAL_DOCUMENTS = 3000;
  private static final int TRIAL_WORDS = 60_000;
  private static final int TRIAL_ITERATIONS = 80;
  private static final int HELD_OUT = 5;

  private final List<Trial> trials;

  private TopicTrials(List<Trial> trials) {
    this.trials = trials;
  }

  static TopicTrials run(TopicDocuments documents, JobContext context) {
    List<int[]> sample = documents.sample(TRIAL_DOCUMENTS, TRIAL_WORDS);
    int heldOut = sample.size() / HELD_OUT;
    List<int[]> test = sample.subList(0, heldOut);
    List<int[]> train = sample.subList(heldOut, sample.size());
    List<Trial> trials = new ArrayList<>();
    for (int topics : CANDIDATES) {
      if (trials.isEmpty() || topics * DOCUMENTS_PER_TOPIC <= train.size()) {
        context.progress(
            trials.size() / (double) CANDIDATES.length,
            Text.of("portrait.trying-topics", "Trying {0} topics", topics));
        LatentTopics fitted =
            LatentTopics.fit(train, documents.vocabulary(), topics, TRIAL_ITERATIONS, context);
        double[] by = test.stream().mapToDouble(words -> completion(fitted, words)).toArray();
        trials.add(new Trial(topics, by));
      }
    }
    return new TopicTrials(trials);
  }

  /** The number of topics to use. */
  int chosen() {
    Trial best = trials.stream().max(Comparator.comparingDouble(Trial::mean)).orElseThrow();
    return trials.stream().filter(trial -> isAsGood(trial, best)).findFirst().orElse(best).topics();
  }

  List<TopicModel.Tried> told() {
    return trials.stream().map(Trial::told).toList();
  }

  /**
   * A number of topics that was tried.
   *
   * @param byDocument mean log-probability of the words held out of each document
   */
  private record Trial(int topics, double[] byDocument) {
    double mean() {
      return Arrays.stream(byDocument).average().orElse(Double.NEGATIVE_INFINITY);
    }

    TopicModel.Tried told() {
      return new TopicModel.Tried(topics, mean());
    }
  }

  private static boolean isAsGood(Trial trial, Trial best) {
    int n = best.byDocument().length;
    double mean = best.mean() - trial.mean();
    double squares = 0;
    for (int d = 0; d < n; d++) {
      double off = best.byDocument()[d] - trial.byDocument()[d] - mean;
      squares += off * off;
    }
    return mean <= Math.sqrt(squares / Math.max(1, n - 1) / n);
  }

  private static double completion(LatentTopics topics, int[] words) {
    int half = words.length / 2;
    double[] ones = new double[half];
    Arrays.fill(ones, 1);
    double[] shares = topics.shares(words, ones, half);
    return Arrays.stream(words, half, words.length)
        .mapToDouble(word -> Math.log(topics.probability(shares, word)))
        .average()
        .orElse(0);
  }
}
