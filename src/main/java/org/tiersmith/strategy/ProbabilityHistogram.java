package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the purchase probabilities of a segment are spread. All segments of one call share their
 * bins, so they can be compared.
 *
 * @param segment name
 * @param edges rising, one more than there are bins, from 0; the same for all segments
 * @param counts pairs per bin; a bin holds its lower edge
 * @param mean NaN without pairs
 * @param quantiles at {@link #LEVELS}, interpolated between neighbours (Hyndman and Fan's type 7);
 *     NaN without pairs
 */
public record ProbabilityHistogram(
    String segment, double[] edges, long[] counts, double mean, double[] quantiles) {
  /** The levels of {@link #quantiles()}. */
  public static final List<Double> LEVELS = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

  private static final int MEDIAN = LEVELS.indexOf(0.5);
  private static final int STEPS_PER_ONE = 20;

  /**
   * One histogram per segment, in their order. Bins are equal and reach from 0 to the highest
   * probability, raised to the next multiple of 0.05.
   *
   * @param bins at least 1
   */
  public static List<ProbabilityHistogram> of(Portfolio portfolio, int bins) {
    double[] edges = edges(portfolio.p0(), bins);
    double[][] bySegment = sortedBySegment(portfolio);
    return IntStream.range(0, bySegment.length)
        .mapToObj(s -> of(portfolio.segmentNames().get(s), bySegment[s], edges))
        .toList();
  }

  public double median() {
    return quantiles[MEDIAN];
  }

  private static double[] edges(double[] p0, int bins) {
    double highest = Arrays.stream(p0).max().orElse(0);
    double end = Math.min(1, (Math.floor(highest * STEPS_PER_ONE) + 1) / STEPS_PER_ONE);
    double[] edges = new double[bins + 1];
    Arrays.setAll(edges, b -> end * b / bins);
    return edges;
  }

  private static double[][] sortedBySegment(Portfolio portfolio) {
    int[] size = new int[portfolio.segmentNames().size()];
    for (int segment : portfolio.segment()) {
      size[segment]++;
    }
    double[][] values = new double[size.length][];
    Arrays.setAll(values, s -> new double[size[s]]);
    for (int i = 0; i < portfolio.size(); i++) {
      int segment = portfolio.segment()[i];
      values[segment][--size[segment]] = portfolio.p0()[i];
    }
    Arrays.stream(values).parallel().forEach(Arrays::sort);
    return values;
  }

  private static ProbabilityHistogram of(String segment, double[] sorted, double[] edges) {
    int bins = edges.length - 1;
    long[] counts = new long[bins];
    for (double p : sorted) {
      counts[Math.min(bins - 1, (int) (p / edges[bins] * bins))]++;
    }
    double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
    double[] quantiles = LEVELS.stream().mapToDouble(level -> quantile(sorted, level)).toArray();
    return new ProbabilityHistogram(segment, edges, counts, mean, quantiles);
  }

  private static double quantile(double[] sorted, double level) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double position = level * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
