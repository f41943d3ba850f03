package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tiersmith.model.Problem;

/**
 * The strength of a hazard rule: discount rate per unit of hazard.
 *
 * @param all for every segment that {@code bySegment} does not name; finite, at least 0
 * @param bySegment by segment name; finite, at least 0
 */
public record Alpha(double all, Map<String, Double> bySegment) {

  public Alpha {
    bySegment = Map.copyOf(bySegment);
    check(all);
    bySegment.values().forEach(Alpha::check);
  }

  /** One alpha for all segments. */
  public static Alpha of(double all) {
    return new Alpha(all, Map.of());
  }

  /**
   * The alpha of each of the named segments, in their order.
   *
   * @throws Problem when {@link #bySegment()} names a segment that is not among them
   */
  public double[] perSegment(List<String> segments) {
    for (String name : bySegment.keySet()) {
      if (!segments.contains(name)) {
        throw Problem.of(
            "strategy.unknown-segment",
            "There is no segment \"{0}\". The segments are: {1}. Nothing was changed.",
            name,
            String.join(", ", segments));
      }
    }
    double[] alphas = new double[segments.size()];
    Arrays.setAll(alphas, s -> bySegment.getOrDefault(segments.get(s), all));
    return alphas;
  }

  private static void check(double alpha) {
    if (!(alpha >= 0 && alpha < Double.POSITIVE_INFINITY)) {
      throw Problem.of(
          "strategy.alpha", "Alpha must be a number of at least 0, not {0}.", "" + alpha);
    }
  }
}
