package org.tiersmith.profile;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.tiersmith.task.CancelledException;

/**
 * K-means by Lloyd's iterations with Hamerly's bounds ("Making k-means even faster", SDM 2010): a
 * point whose upper bound to its own centre is below its lower bound to every other one, or below
 * half the way to the nearest other centre, keeps its centre without a distance being computed.
 * Exact: gives what plain Lloyd gives from the same centres, ties going to the lower index.
 */
final class KMeans {
  private static final int MOST_ROUNDS = 100;

  private final double[] points;
  private final int dimensions;
  private final int n;
  private final BooleanSupplier cancelled;

  /**
   * @param centres row after row
   * @param clusterOf each point's centre
   * @param inertia sum of squared distances to the own centre
   */
  record Result(double[] centres, int[] clusterOf, double inertia) {}

  /**
   * @param points row after row, finite; not changed
   * @param cancelled asked once a round
   */
  KMeans(double[] points, int dimensions, BooleanSupplier cancelled) {
    this.points = points;
    this.dimensions = dimensions;
    this.n = points.length / dimensions;
    this.cancelled = cancelled;
  }

  /** The best of several starts by k-means++ (Arthur, Vassilvitskii 2007). */
  Result best(int k, int starts, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Result best = from(plusPlus(k, random.split()));
    for (int start = 1; start < starts; start++) {
      Result next = from(plusPlus(k, random.split()));
      best = next.inertia() < best.inertia() ? next : best;
    }
    return best;
  }

  /** First centres, each a point drawn by its squared distance to the nearest one so far. */
  double[] plusPlus(int k, SplittableRandom random) {
    double[] centres = new double[k * dimensions];
    double[] nearest = new double[n];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int chosen = random.nextInt(n);
    for (int c = 0; c < k; c++) {
      System.arraycopy(points, chosen * dimensions, centres, c * dimensions, dimensions);
      double sum = 0;
      for (int i = 0; i < n; i++) {
        nearest[i] = Math.min(nearest[i], squared(i, centres, c));
        sum += nearest[i];
      }
      chosen = draw(nearest, random.nextDouble() * sum);
    }
    return centres;
  }

  private static int draw(double[] weights, double at) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      if (sum > at) {
        return i;
      }
    }
    return 0;
  }

  /** Moves the centres until no point changes its own; a centre without points stays. */
  Result from(double[] first) {
    int k = first.length / dimensions;
    State state = new State(k, first.clone());
    state.assignAll();
    for (int round = 0; round < MOST_ROUNDS && state.moveCentres(); round++) {
      if (cancelled.getAsBoolean()) {
        throw new CancelledException();
      }
      state.reassign();
    }
    double inertia = 0;
    for (int i = 0; i < n; i++) {
      inertia += squared(i, state.centres, state.own[i]);
    }
    return new Result(state.centres, state.own, inertia);
  }

  private double squared(int point, double[] centres, int centre) {
    double sum = 0;
    int a = point * dimensions;
    int b = centre * dimensions;
    for (int d = 0; d < dimensions; d++) {
      double difference = points[a + d] - centres[b + d];
      sum += difference * difference;
    }
    return sum;
  }

  /** The centres, whose points they have, and the bounds of each point's distances. */
  private final class State {
    private final int k;
    private final double[] centres;
    private final int[] own;
    private final double[] upper;
    private final double[] lower;

    State(int k, double[] centres) {
      this.k = k;
      this.centres = centres;
      this.own = new int[n];
      this.upper = new double[n];
      this.lower = new double[n];
    }

    void assignAll() {
      for (int i = 0; i < n; i++) {
        measure(i);
      }
    }

    /** All distances of a point. */
    private void measure(int i) {
      double first = Double.POSITIVE_INFINITY;
      double second = Double.POSITIVE_INFINITY;
      for (int c = 0; c < k; c++) {
        double distance = squared(i, centres, c);
        if (distance < first) {
          second = first;
          first = distance;
          own[i] = c;
        } else if (distance < second) {
          second = distance;
        }
      }
      upper[i] = Math.sqrt(first);
      lower[i] = Math.sqrt(second);
    }

    /** Puts each centre into the mean of its points; whether any moved. */
    boolean moveCentres() {
      double[] moved = means();
      double[] way = new double[k];
      for (int c = 0; c < k; c++) {
        double sum = 0;
        for (int d = c * dimensions; d < (c + 1) * dimensions; d++) {
          double difference = moved[d] - centres[d];
          sum += difference * difference;
        }
        way[c] = Math.sqrt(sum);
      }
      System.arraycopy(moved, 0, centres, 0, moved.length);
      double longest = Arrays.stream(way).max().orElse(0);
      for (int i = 0; i < n; i++) {
        upper[i] += way[own[i]];
        lower[i] -= longest;
      }
      return longest > 0;
    }

    private double[] means() {
      double[] sums = new double[centres.length];
      int[] sizes = new int[k];
      for (int i = 0; i < n; i++) {
        sizes[own[i]]++;
        for (int d = 0; d < dimensions; d++) {
          sums[own[i] * dimensions + d] += points[i * dimensions + d];
        }
      }
      for (int j = 0; j < sums.length; j++) {
        int size = sizes[j / dimensions];
        sums[j] = size == 0 ? centres[j] : sums[j] / size;
      }
      return sums;
    }

    void reassign() {
      double[] half = halfWays();
      for (int i = 0; i < n; i++) {
        double bound = Math.max(half[own[i]], lower[i]);
        if (upper[i] >= bound) {
          upper[i] = Math.sqrt(squared(i, centres, own[i]));
          if (upper[i] >= bound) {
            measure(i);
          }
        }
      }
    }

    /** Half the way from each centre to the nearest other. */
    private double[] halfWays() {
      double[] half = new double[k];
      Arrays.fill(half, Double.POSITIVE_INFINITY);
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          if (a != b) {
            double sum = 0;
            for (int d = 0; d < dimensions; d++) {
              double difference = centres[a * dimensions + d] - centres[b * dimensions + d];
              sum += difference * difference;
            }
            half[a] = Math.min(half[a], Math.sqrt(sum) / 2);
          }
        }
      }
      return half;
    }
  }
}
