package org.tiersmith.profile;

/**
 * The mean silhouette (Rousseeuw 1987): for a point with mean distance a to its own cluster and b
 * to the nearest other, {@code (b - a) / max(a, b)}, and 0 where it is alone in its cluster.
 * Between -1 and 1; the higher, the further apart clusters lie for their width.
 */
final class Silhouette {
  private final float[] distances;
  private final int n;

  /**
   * @param points row after row; all distances are kept, so a few thousand points
   */
  Silhouette(double[] points, int dimensions) {
    n = points.length / dimensions;
    distances = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double sum = 0;
        for (int d = 0; d < dimensions; d++) {
          double difference = points[i * dimensions + d] - points[j * dimensions + d];
          sum += difference * difference;
        }
        distances[i * n + j] = (float) Math.sqrt(sum);
        distances[j * n + i] = distances[i * n + j];
      }
    }
  }

  /**
   * @param clusterOf of at least as many points; those beyond are not looked at
   */
  double mean(int[] clusterOf, int clusters) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += of(i, clusterOf, clusters);
    }
    return n == 0 ? 0 : sum / n;
  }

  private double of(int i, int[] clusterOf, int clusters) {
    double[] sums = new double[clusters];
    int[] sizes = new int[clusters];
    for (int j = 0; j < n; j++) {
      if (j != i) {
        sums[clusterOf[j]] += distances[i * n + j];
        sizes[clusterOf[j]]++;
      }
    }
    int own = clusterOf[i];
    double other = Double.POSITIVE_INFINITY;
    for (int c = 0; c < clusters; c++) {
      if (c != own && sizes[c] > 0) {
        other = Math.min(other, sums[c] / sizes[c]);
      }
    }
    if (sizes[own] == 0 || other == Double.POSITIVE_INFINITY) {
      return 0;
    }
    double inside = sums[own] / sizes[own];
    double wider = Math.max(inside, other);
    return wider == 0 ? 0 : (other - inside) / wider;
  }
}
