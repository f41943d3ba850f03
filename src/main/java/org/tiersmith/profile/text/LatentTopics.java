package org.tiersmith.profile.text;

import cc.mallet.topics.ParallelTopicModel;
import cc.mallet.types.Alphabet;
import cc.mallet.types.FeatureSequence;
import cc.mallet.types.Instance;
import cc.mallet.types.InstanceList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tiersmith.task.JobContext;

/**
 * Latent Dirichlet allocation (Blei, Ng, Jordan 2003), fitted by MALLET's Gibbs sampler with one
 * thread and a fixed seed, so that the same documents give the same topics.
 *
 * @param words share of a word in a topic, {@code [word][topic]}; each topic's shares sum to 1
 * @param prior Dirichlet parameter of each topic
 */
record LatentTopics(double[][] words, double[] prior) {
  private static final int SEED = 20_021;
  private static final int CHUNK = 10;
  private static final double PRIOR_SUM = 5;
  private static final double WORD_PRIOR = 0.01;
  private static final int FOLDS = 12;

  /**
   * Fits topics.
   *
   * @param documents words of each document, as often as they count
   * @param vocabulary words are numbers below this
   */
  static LatentTopics fit(
      List<int[]> documents, int vocabulary, int topics, int iterations, JobContext context) {
    ParallelTopicModel model = QuietMallet.model(topics, PRIOR_SUM, WORD_PRIOR);
    model.setNumThreads(1);
    model.setRandomSeed(SEED);
    model.setOptimizeInterval(CHUNK);
    model.addInstances(instances(documents, vocabulary));
    model.setNumIterations(CHUNK);
    try {
      for (int done = 0; done < iterations; done += CHUNK) {
        context.checkCancelled();
        // The priors are left alone until the topics have taken shape.
        model.setBurninPeriod(done < iterations / 4 ? CHUNK : 0);
        // Each call takes a new generator from the seed, which must not be the one of before.
        model.setRandomSeed(SEED + done);
        model.estimate();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LatentTopics(wordShares(model, vocabulary), model.alpha.clone());
  }

  int topics() {
    return prior.length;
  }

  /**
   * The topics' shares in a document: the posterior mode of its mixture with the words given, found
   * by expectation maximisation ("folding in").
   *
   * @param counts how often each word counts
   * @param size how many words there are in the arrays
   */
  double[] shares(int[] word, double[] counts, int size) {
    int topics = topics();
    double priorSum = Arrays.stream(prior).sum();
    double total = priorSum + Arrays.stream(counts, 0, size).sum();
    double[] shares = Arrays.stream(prior).map(p -> p / priorSum).toArray();
    double[] next = new double[topics];
    for (int fold = 0; fold < FOLDS; fold++) {
      System.arraycopy(prior, 0, next, 0, topics);
      for (int i = 0; i < size; i++) {
        double[] of = words[word[i]];
        double weight = counts[i] / probability(shares, of);
        for (int k = 0; k < topics; k++) {
          next[k] += weight * shares[k] * of[k];
        }
      }
      for (int k = 0; k < topics; k++) {
        shares[k] = next[k] / total;
      }
    }
    return shares;
  }

  /** The probability of a word in a document with these shares. */
  double probability(double[] shares, int word) {
    return probability(shares, words[word]);
  }

  private static double probability(double[] shares, double[] of) {
    double all = 0;
    for (int k = 0; k < of.length; k++) {
      all += shares[k] * of[k];
    }
    return all;
  }

  private static InstanceList instances(List<int[]> documents, int vocabulary) {
    Alphabet alphabet = new Alphabet(IntStream.range(0, vocabulary).boxed().toArray());
    InstanceList instances = new InstanceList(alphabet, null);
    for (int[] words : documents) {
      instances.add(new Instance(new FeatureSequence(alphabet, words), null, null, null));
    }
    return instances;
  }

  private static double[][] wordShares(ParallelTopicModel model, int vocabulary) {
    double[][] shares = new double[vocabulary][model.numTopics];
    for (int word = 0; word < vocabulary; word++) {
      int[] packed = model.typeTopicCounts[word];
      for (int i = 0; i < packed.length && packed[i] > 0; i++) {
        shares[word][packed[i] & model.topicMask] = packed[i] >> model.topicBits;
      }
      for (int topic = 0; topic < model.numTopics; topic++) {
        double all = model.tokensPerTopic[topic] + model.beta * vocabulary;
        shares[word][topic] = (shares[word][topic] + model.beta) / all;
      }
    }
    return shares;
  }
}
