package org.tiersmith.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Segmentation;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * The customers who bought as points to be clustered. The same data give the same clusters, in
 * whatever order their rows come. Thread-safe.
 */
public final class ClusterSpace {
  /** The scheme of clusters. */
  public static final String SCHEME = "cluster";

  /** The fewest clusters. */
  public static final int FEWEST = 2;

  /** The most clusters. */
  public static final int MOST = 12;

  private static final long SEED = 20_240_611;
  private static final int SAMPLE = 10_000;
  private static final int MEASURED = 2_000;
  private static final int STARTS = 4;

  private final ClusterFeatures features;

  private ClusterSpace(ClusterFeatures features) {
    this.features = features;
  }

  /**
   * Works the features out; a second or two for 100,000 customers.
   *
   * @throws Problem when fewer than three customers bought
   */
  public static ClusterSpace of(Tables tables, Path portraits, JobContext context) {
    context.progress(0, Text.of("progress.clusters.features", "Reading how customers behave"));
    try (Duck duck = Duck.open(context)) {
      ClusterFeatures features = new ClusterFeatureReader(duck, tables, portraits).read(portraits);
      if (features.size() <= FEWEST) {
        throw Problem.of(
            "cluster.too-few",
            "Only {0} customers bought something; that is too few to find groups among them.",
            features.size());
      }
      return new ClusterSpace(features);
    }
  }

  /** How well 2 to 12 clusters divide a sample of the customers; a few seconds. */
  public ClusterCurve curve(JobContext context) {
    double[] sample = sample();
    int wide = features.width();
    int size = sample.length / wide;
    int measured = Math.min(MEASURED, size);
    Silhouette silhouette = new Silhouette(Arrays.copyOf(sample, measured * wide), wide);
    List<ClusterCurve.Point> points = new ArrayList<>();
    int most = Math.min(MOST, size - 1);
    for (int k = FEWEST; k <= most; k++) {
      context.progress(
          (double) (k - FEWEST) / (most - FEWEST + 1),
          Text.of("progress.clusters.curve", "Trying {0} clusters", k));
      int[] clusterOf = best(sample, k, context).clusterOf();
      points.add(new ClusterCurve.Point(k, silhouette.mean(clusterOf, k)));
    }
    ClusterCurve.Point best = points.getFirst();
    for (ClusterCurve.Point point : points) {
      best = point.silhouette() > best.silhouette() ? point : best;
    }
    return new ClusterCurve(points, best.clusters());
  }

  /**
   * Divides the customers: clusters with the largest first, named by what sets them apart, then
   * those who never bought.
   *
   * @param clusters 2 to 12; fewer come where fewer customers differ
   */
  public Segmentation divide(int clusters, JobContext context) {
    int k = Math.clamp(clusters, FEWEST, Math.min(MOST, features.size() - 1));
    context.progress(0.1, Text.of("progress.clusters.divide", "Finding {0} clusters", k));
    double[] start = best(sample(), k, context).centres();
    int[] found =
        new KMeans(features.points(), features.width(), context::isCancelled)
            .from(start)
            .clusterOf();
    int[] order = bySize(found, k);
    int[] place = new int[k];
    Arrays.setAll(place, i -> -1);
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
    }
    int[] clusterOf = Arrays.stream(found).map(c -> place[c]).toArray();
    return segmentation(
        new ArrayList<>(ClusterNames.of(features, clusterOf, order.length)), clusterOf);
  }

  private Segmentation segmentation(List<String> names, int[] clusterOf) {
    Map<String, Integer> segmentOf = new HashMap<>();
    for (int i = 0; i < clusterOf.length; i++) {
      segmentOf.put(features.customerIds().get(i), clusterOf[i]);
    }
    if (!features.others().isEmpty()) {
      features.others().forEach(id -> segmentOf.put(id, names.size()));
      names.add(RfmCells.NONE);
    }
    return new Segmentation(SCHEME, List.copyOf(names), Map.copyOf(segmentOf));
  }

  /** The clusters that have customers, the largest first, of equals the one met first. */
  private static int[] bySize(int[] clusterOf, int k) {
    int[] sizes = new int[k];
    Arrays.stream(clusterOf).forEach(c -> sizes[c]++);
    return IntStream.range(0, k)
        .filter(c -> sizes[c] > 0)
        .boxed()
        .sorted((a, b) -> Integer.compare(sizes[b], sizes[a]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private KMeans.Result best(double[] points, int k, JobContext context) {
    return new KMeans(points, features.width(), context::isCancelled).best(k, STARTS, SEED);
  }

  /** Some of the points in a random order; all of them where they are few. */
  private double[] sample() {
    int n = features.size();
    int[] order = IntStream.range(0, n).toArray();
    SplittableRandom random = new SplittableRandom(SEED);
    int size = Math.min(n, SAMPLE);
    double[] sample = new double[size * features.width()];
    for (int i = 0; i < size; i++) {
      int other = i + random.nextInt(n - i);
      int drawn = order[other];
      order[other] = order[i];
      System.arraycopy(
          features.points(),
          drawn * features.width(),
          sample,
          i * features.width(),
          features.width());
    }
    return sample;
  }
}
