package org.tiersmith.profile;

import java.util.List;

/**
 * How well each number of clusters divides the customers who bought.
 *
 * @param points from the fewest clusters to the most
 * @param suggested the number with the highest silhouette, the smaller one of equals
 */
public record ClusterCurve(List<Point> points, int suggested) {
  /** Below this silhouette there are hardly any groups. */
  public static final double HARDLY = 0.25;

  public ClusterCurve {
    points = List.copyOf(points);
  }

  /** Whether no number of clusters divides the customers into groups worth the name. */
  public boolean isUnclear() {
    return points.stream().allMatch(point -> point.silhouette() < HARDLY);
  }

  /**
   * @param clusters how many
   * @param silhouette mean over a sample, -1 to 1: above 0.5 clear groups, below 0.25 hardly any
   */
  public record Point(int clusters, double silhouette) {}
}
