package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.tiersmith.task.CancelledException;

/** K-means against plain Lloyd, and the silhouette against its definition. */
class KMeansTest {

  @Property(tries = 60)
  void givesWhatPlainLloydGives(
      @ForAll @LongRange(min = 0, max = 100_000) long seed,
      @ForAll @IntRange(min = 5, max = 200) int n,
      @ForAll @IntRange(min = 1, max = 5) int dimensions,
      @ForAll @IntRange(min = 1, max = 6) int k) {
    double[] points = new Random(seed).doubles((long) n * dimensions, -3, 3).toArray();
    KMeans means = new KMeans(points, dimensions, () -> false);
    double[] first = means.plusPlus(k, new SplittableRandom(seed));
    KMeans.Result fast = means.from(first);
    KMeans.Result plain = lloyd(points, dimensions, first);
    assertThat(fast.clusterOf()).isEqualTo(plain.clusterOf());
    assertThat(fast.centres()).containsExactly(plain.centres(), within(1e-9));
    assertThat(fast.inertia()).isCloseTo(plain.inertia(), within(1e-6));
  }

  @Test
  void findsPlantedGroups() {
    Random random = new Random(5);
    double[] points = new double[600 * 2];
    for (int i = 0; i < 600; i++) {
      points[2 * i] = 10 * (i % 3) + random.nextGaussian();
      points[2 * i + 1] = (i % 3 == 1 ? 10 : 0) + random.nextGaussian();
    }
    int[] clusterOf = new KMeans(points, 2, () -> false).best(3, 4, 1).clusterOf();
    for (int i = 3; i < 600; i++) {
      assertThat(clusterOf[i]).isEqualTo(clusterOf[i % 3]);
    }
    assertThat(Arrays.stream(clusterOf, 0, 3).distinct()).hasSize(3);
    double three = new Silhouette(points, 2).mean(clusterOf, 3);
    int[] two = new KMeans(points, 2, () -> false).best(2, 4, 1).clusterOf();
    assertThat(three).isGreaterThan(0.7).isGreaterThan(new Silhouette(points, 2).mean(two, 2));
  }

  @Test
  void equalPointsAreOneCluster() {
    double[] points = new double[20];
    KMeans.Result result = new KMeans(points, 2, () -> false).best(3, 2, 1);
    assertThat(result.clusterOf()).containsOnly(result.clusterOf()[0]);
    assertThat(result.inertia()).isZero();
  }

  @Test
  void stopsWhenItIsAskedTo() {
    double[] points = new Random(1).doubles(2_000).toArray();
    assertThatThrownBy(() -> new KMeans(points, 2, () -> true).best(5, 1, 1))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void silhouetteOfFourPointsByHand() {
    // Clusters {0, 1} and {5, 7} on a line.
    double mean = ((6 - 1) / 6.0 + (5 - 1) / 5.0 + (4.5 - 2) / 4.5 + (6.5 - 2) / 6.5) / 4;
    assertThat(new Silhouette(new double[] {0, 1, 5, 7}, 1).mean(new int[] {0, 0, 1, 1}, 2))
        .isCloseTo(mean, within(1e-6));
    assertThat(new Silhouette(new double[] {0, 1}, 1).mean(new int[] {0, 1}, 2)).isZero();
  }

  private static KMeans.Result lloyd(double[] points, int dimensions, double[] first) {
    int n = points.length / dimensions;
    int k = first.length / dimensions;
    double[] centres = first.clone();
    int[] own = new int[n];
    for (boolean moved = true; moved; ) {
      double[] sums = new double[centres.length];
      int[] sizes = new int[k];
      for (int i = 0; i < n; i++) {
        own[i] = nearest(points, dimensions, i, centres);
        sizes[own[i]]++;
        for (int d = 0; d < dimensions; d++) {
          sums[own[i] * dimensions + d] += points[i * dimensions + d];
        }
      }
      moved = false;
      for (int j = 0; j < sums.length; j++) {
        double mean = sizes[j / dimensions] == 0 ? centres[j] : sums[j] / sizes[j / dimensions];
        moved |= mean != centres[j];
        centres[j] = mean;
      }
    }
    double inertia = 0;
    for (int i = 0; i < n; i++) {
      inertia += squared(points, dimensions, i, centres, own[i]);
    }
    return new KMeans.Result(centres, own, inertia);
  }

  private static int nearest(double[] points, int dimensions, int i, double[] centres) {
    int best = 0;
    for (int c = 1; c < centres.length / dimensions; c++) {
      if (squared(points, dimensions, i, centres, c)
          < squared(points, dimensions, i, centres, best)) {
        best = c;
      }
    }
    return best;
  }

  private static double squared(double[] points, int dimensions, int i, double[] centres, int c) {
    double sum = 0;
    for (int d = 0; d < dimensions; d++) {
      double difference = points[i * dimensions + d] - centres[c * dimensions + d];
      sum += difference * difference;
    }
    return sum;
  }
}
