package org.tiersmith.profile.text;

import java.util.List;

/**
 * The topics that a shop's customers are about.
 *
 * @param topics in falling order of the customers whose main topic they are; empty where the texts
 *     are too few
 * @param tried the numbers of topics that were tried
 * @param documents how many customers the topics were learned from
 * @param words how many different words the topics are made of
 */
public record TopicModel(List<Topic> topics, List<Tried> tried, int documents, int words) {
  /** No topics: there are too few texts. */
  public static final TopicModel NONE = new TopicModel(List.of(), List.of(), 0, 0);

  /**
   * A topic.
   *
   * @param label its most telling words; no two topics share one
   * @param words its most telling words, each with its share of the topic, the most telling first
   * @param customers how many customers have it as their main topic
   * @param share its share of what all customers are about
   */
  public record Topic(String label, List<Keyword> words, int customers, double share) {}

  /**
   * A number of topics that was tried.
   *
   * @param logLikelihood mean, over words held out, of the logarithm of their probability; the
   *     higher the better
   */
  public record Tried(int topics, double logLikelihood) {}
}
