package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tiersmith.model.Problem;

/** Values that a person set for some segments by name. */
final class SegmentNames {
  /** As many names as a sentence bears. */
  private static final int LISTED = 12;

  private SegmentNames() {}

  /**
   * The value of each segment, in their order.
   *
   * @param all for segments that are not named
   * @throws Problem when one is named that is not there
   */
  static double[] values(double all, Map<String, Double> byName, List<String> segments) {
    check(byName.keySet(), segments);
    double[] values = new double[segments.size()];
    Arrays.setAll(values, s -> byName.getOrDefault(segments.get(s), all));
    return values;
  }

  private static void check(Set<String> named, List<String> segments) {
    if (named.isEmpty()) {
      return;
    }
    Set<String> known = new HashSet<>(segments);
    for (String name : named) {
      if (!known.contains(name)) {
        throw Problem.of(
            "strategy.unknown-segment",
            "There is no segment \"{0}\". The segments are: {1}. Nothing was changed.",
            name,
            list(segments));
      }
    }
  }

  /** Names for a sentence, the first few of many. */
  static String list(List<String> segments) {
    String names = String.join(", ", segments.subList(0, Math.min(LISTED, segments.size())));
    return segments.size() > LISTED ? names + ", ..." : names;
  }
}
