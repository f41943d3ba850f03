package org.tiersmith.strategy;

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
    return SegmentNames.values(all, bySegment, segments);
  }

  private static void check(double alpha) {
    if (!(alpha >= 0 && alpha < Double.POSITIVE_INFINITY)) {
      throw Problem.of(
          "strategy.alpha", "Alpha must be a number of at least 0, not {0}.", "" + alpha);
    }
  }
}
