package org.tiersmith.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Names of clusters, made of what sets each apart: up to three traits that lie at least half a
 * standard deviation from the mean of all, the farthest first, and the category that makes up at
 * least a quarter of its purchases and 1.5 times its share in all. Further traits are added to a
 * name that is taken, then numbers.
 */
final class ClusterNames {
  /** What stands between the traits of a name. */
  static final String BETWEEN = ", ";

  private static final int TRAITS = 3;
  private static final double FAR = 0.5;
  private static final double LEAST_SHARE = 0.25;
  private static final double LEAST_LIFT = 1.5;

  private ClusterNames() {}

  /**
   * One name a cluster, all different.
   *
   * @param clusterOf each customer's cluster, each cluster having at least one
   */
  static List<String> of(ClusterFeatures features, int[] clusterOf, int clusters) {
    int[] all = IntStream.range(0, clusterOf.length).toArray();
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int cluster = 0; cluster < clusters; cluster++) {
      int own = cluster;
      int[] members = IntStream.of(all).filter(i -> clusterOf[i] == own).toArray();
      String name = free(features, members, all, taken);
      taken.add(name);
      names.add(name);
    }
    return names;
  }

  private static String free(
      ClusterFeatures features, int[] members, int[] all, Set<String> taken) {
    List<Behaviour> far =
        IntStream.range(0, Behaviour.values().length)
            .mapToObj(i -> Behaviour.values()[i])
            .sorted(Comparator.comparingDouble(b -> -Math.abs(features.behaviour(b, members))))
            .toList();
    List<String> category = category(features, members, all);
    int most = TRAITS - category.size();
    long notable =
        far.stream().filter(b -> Math.abs(features.behaviour(b, members)) >= FAR).count();
    for (int traits = (int) Math.min(most, notable); traits <= far.size(); traits++) {
      String name = name(features, members, far.subList(0, traits), category);
      if (!taken.contains(name)) {
        return name;
      }
    }
    String whole = name(features, members, far, category);
    return IntStream.iterate(2, n -> n + 1)
        .mapToObj(n -> whole + " " + n)
        .filter(name -> !taken.contains(name))
        .findFirst()
        .orElseThrow();
  }

  private static String name(
      ClusterFeatures features, int[] members, List<Behaviour> traits, List<String> category) {
    List<String> words = new ArrayList<>();
    traits.forEach(trait -> words.add(trait.called(features.behaviour(trait, members) > 0)));
    words.addAll(category);
    return words.isEmpty() ? Behaviour.AVERAGE : String.join(BETWEEN, words);
  }

  private static List<String> category(ClusterFeatures features, int[] members, int[] all) {
    return IntStream.range(0, features.categories().size())
        .filter(c -> features.share(c, members) >= LEAST_SHARE)
        .filter(c -> features.share(c, members) >= LEAST_LIFT * features.share(c, all))
        .boxed()
        .max(Comparator.comparingDouble(c -> features.share(c, members)))
        .map(c -> List.of(features.categories().get(c)))
        .orElse(List.of());
  }
}
