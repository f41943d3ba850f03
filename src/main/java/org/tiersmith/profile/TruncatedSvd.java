package org.tiersmith.profile;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * The leading singular vectors of a sparse matrix, by a randomised range finder with power
 * iterations (Halko, Martinsson, Tropp 2011) and Jacobi's rotations of the small matrix that is
 * left.
 */
final class TruncatedSvd {
  private static final int MORE = 8;
  private static final int POWERS = 3;
  private static final int SWEEPS = 30;

  private TruncatedSvd() {}

  /**
   * Each row in the space of the leading right singular vectors: {@code U S}, row after row. Signs
   * are such that each column's largest entry is positive.
   *
   * @param rank at most the matrix's rows and columns
   */
  static double[] rows(SparseRows matrix, int rank, long seed) {
    int wide = Math.min(rank + MORE, Math.min(matrix.rows(), matrix.width()));
    Random random = new Random(seed);
    double[] basis = random.doubles((long) matrix.width() * wide, -1, 1).toArray();
    double[] range = matrix.times(basis, wide);
    for (int power = 0; power < POWERS; power++) {
      orthonormalise(range, wide);
      double[] back = matrix.transposedTimes(range, wide);
      orthonormalise(back, wide);
      range = matrix.times(back, wide);
    }
    orthonormalise(range, wide);
    double[] small = matrix.transposedTimes(range, wide);
    return project(range, small, wide, rank);
  }

  /**
   * With {@code B = Qᵀ A}, whose transpose is {@code small}: {@code U S = Q W S}, B Bᵀ = W S² Wᵀ.
   */
  private static double[] project(double[] range, double[] small, int wide, int rank) {
    double[] gram = new double[wide * wide];
    for (int row = 0; row < small.length / wide; row++) {
      for (int i = 0; i < wide; i++) {
        for (int j = 0; j < wide; j++) {
          gram[i * wide + j] += small[row * wide + i] * small[row * wide + j];
        }
      }
    }
    double[] vectors = eigenvectors(gram, wide);
    int[] order = largestFirst(gram, wide);
    int n = range.length / wide;
    double[] rows = new double[n * rank];
    for (int c = 0; c < Math.min(rank, wide); c++) {
      double singular = Math.sqrt(Math.max(0, gram[order[c] * wide + order[c]]));
      double largest = 0;
      for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int j = 0; j < wide; j++) {
          sum += range[i * wide + j] * vectors[j * wide + order[c]];
        }
        rows[i * rank + c] = sum * singular;
        largest = Math.abs(sum) > Math.abs(largest) ? sum : largest;
      }
      flip(rows, rank, c, largest < 0);
    }
    return rows;
  }

  private static void flip(double[] rows, int rank, int column, boolean negative) {
    for (int i = column; negative && i < rows.length; i += rank) {
      rows[i] = -rows[i];
    }
  }

  /** Gram and Schmidt's, twice for the sake of rounding; a column of no length becomes 0. */
  private static void orthonormalise(double[] matrix, int wide) {
    for (int pass = 0; pass < 2; pass++) {
      for (int c = 0; c < wide; c++) {
        for (int before = 0; before < c; before++) {
          subtract(matrix, wide, c, before, dot(matrix, wide, c, before));
        }
        double length = Math.sqrt(dot(matrix, wide, c, c));
        for (int i = c; i < matrix.length; i += wide) {
          matrix[i] = length < 1e-12 ? 0 : matrix[i] / length;
        }
      }
    }
  }

  private static double dot(double[] matrix, int wide, int a, int b) {
    double sum = 0;
    for (int row = 0; row < matrix.length; row += wide) {
      sum += matrix[row + a] * matrix[row + b];
    }
    return sum;
  }

  private static void subtract(double[] matrix, int wide, int from, int other, double times) {
    for (int row = 0; row < matrix.length; row += wide) {
      matrix[row + from] -= times * matrix[row + other];
    }
  }

  /** Turns a symmetric matrix into the diagonal one of its eigenvalues; answers the vectors. */
  private static double[] eigenvectors(double[] a, int n) {
    double[] vectors = new double[n * n];
    for (int i = 0; i < n; i++) {
      vectors[i * n + i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, vectors, n, p, q);
        }
      }
    }
    return vectors;
  }

  private static void rotate(double[] a, double[] vectors, int n, int p, int q) {
    double off = a[p * n + q];
    if (off == 0) {
      return;
    }
    double theta = (a[q * n + q] - a[p * n + p]) / (2 * off);
    double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double cosine = 1 / Math.sqrt(t * t + 1);
    double sine = t * cosine;
    for (int i = 0; i < n; i++) {
      turn(a, i * n + p, i * n + q, cosine, sine);
    }
    for (int i = 0; i < n; i++) {
      turn(a, p * n + i, q * n + i, cosine, sine);
      turn(vectors, i * n + p, i * n + q, cosine, sine);
    }
  }

  private static void turn(double[] a, int first, int second, double cosine, double sine) {
    double x = a[first];
    double y = a[second];
    a[first] = cosine * x - sine * y;
    a[second] = sine * x + cosine * y;
  }

  private static int[] largestFirst(double[] diagonal, int n) {
    return IntStream.range(0, n)
        .boxed()
        .sorted((a, b) -> Double.compare(diagonal[b * n + b], diagonal[a * n + a]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
