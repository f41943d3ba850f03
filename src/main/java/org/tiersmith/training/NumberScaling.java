package org.tiersmith.training;

import java.util.ArrayList;
import java.util.List;
import org.tiersmith.model.FeatureTable;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.model.Problem;

/**
 * How a pair's numbers become inputs of mean 0 and deviation 1: long-tailed columns by their
 * logarithm first; an unknown number becomes the mean, with a flag of its own where the training
 * examples had unknown ones.
 *
 * @param names columns in order: customer's, product's, the pair's own
 * @param mean of each column, after the logarithm if there is one
 * @param scale of each column, one over its deviation; 0 for a constant column
 * @param logged 1 where ln(1 + x) is taken first, else 0
 * @param flagged 1 where the column has a flag for unknown, else 0
 */
record NumberScaling(
    List<String> names, float[] mean, float[] scale, float[] logged, float[] flagged) {
  /** Inputs further out than this many deviations are drawn in. */
  private static final float FAR = 5;

  /** Skewness from which a column of nonnegative numbers counts as long-tailed. */
  private static final double LONG_TAIL = 2;

  /** Column names of pairs, each with the table it comes from. */
  static List<String> names(PairFeatures features) {
    List<String> names = new ArrayList<>();
    features.customers().numberNames().forEach(name -> names.add("customer." + name));
    features.products().numberNames().forEach(name -> names.add("product." + name));
    features.numberNames().forEach(name -> names.add("pair." + name));
    return List.copyOf(names);
  }

  /** The number of a pair in a column of {@link #names}; NaN where unknown. */
  static float value(PairFeatures features, int pair, int column) {
    int ofCustomers = features.customers().numberNames().size();
    int ofProducts = features.products().numberNames().size();
    if (column < ofCustomers) {
      return features.customers().numbers()[features.customer()[pair] * ofCustomers + column];
    }
    int rest = column - ofCustomers;
    if (rest < ofProducts) {
      return features.products().numbers()[features.product()[pair] * ofProducts + rest];
    }
    return features.numbers()[pair * features.numberNames().size() + rest - ofProducts];
  }

  /** Statistics of these rows only, so that nothing of other splits leaks. */
  static NumberScaling fit(PairFeatures features, int[] rows) {
    List<String> names = names(features);
    int width = names.size();
    NumberScaling scaling =
        new NumberScaling(
            names, new float[width], new float[width], new float[width], new float[width]);
    float[][] values = new float[rows.length][width];
    for (int i = 0; i < rows.length; i++) {
      raw(features, rows[i], values[i]);
    }
    for (int column = 0; column < width; column++) {
      scaling.fitColumn(values, column);
    }
    return scaling;
  }

  private void fitColumn(float[][] values, int column) {
    Moments plain = Moments.of(values, column, false);
    boolean log = plain.least() >= 0 && plain.skewness() > LONG_TAIL;
    Moments moments = log ? Moments.of(values, column, true) : plain;
    mean[column] = (float) moments.mean();
    scale[column] = moments.deviation() > 1e-6 ? (float) (1 / moments.deviation()) : 0;
    logged[column] = log ? 1 : 0;
    flagged[column] = moments.unknown() > 0 ? 1 : 0;
  }

  /** Whose the inputs are. */
  NumberColumns columns() {
    return new NumberColumns(
        count("customer.", false),
        count("product.", false),
        count("pair.", false),
        count("customer.", true),
        count("product.", true),
        count("pair.", true));
  }

  private int count(String prefix, boolean flags) {
    int count = 0;
    for (int i = 0; i < names.size(); i++) {
      count += names.get(i).startsWith(prefix) && (!flags || flagged[i] > 0) ? 1 : 0;
    }
    return count;
  }

  /** Inputs of a pair. */
  int width() {
    return columns().width();
  }

  /**
   * Fails if pairs have other columns than those trained with.
   *
   * @throws Problem that names both
   */
  void check(PairFeatures features) {
    List<String> found = names(features);
    if (!found.equals(names)) {
      throw Problem.of(
          "training.other-features",
          "The model was trained with the numbers [{0}] but the data now has [{1}]. Nothing was"
              + " scored; train a model on this data.",
          String.join(", ", names),
          String.join(", ", found));
    }
  }

  /** Writes the inputs of one pair from {@code at} on. */
  void write(PairFeatures features, int pair, float[] out, int at) {
    float[] values = new float[names.size()];
    raw(features, pair, values);
    int flag = at + values.length;
    for (int i = 0; i < values.length; i++) {
      boolean known = !Float.isNaN(values[i]);
      out[at + i] = known ? scaled(values[i], i) : 0;
      if (flagged[i] > 0) {
        out[flag++] = known ? 0 : 1;
      }
    }
  }

  private float scaled(float value, int column) {
    float x = logged[column] > 0 ? (float) Math.log1p(Math.max(0, value)) : value;
    return Math.clamp((x - mean[column]) * scale[column], -FAR, FAR);
  }

  private static void raw(PairFeatures features, int pair, float[] out) {
    int at = copy(features.customers(), features.customer()[pair], out, 0);
    at += copy(features.products(), features.product()[pair], out, at);
    int own = features.numberNames().size();
    System.arraycopy(features.numbers(), pair * own, out, at, own);
  }

  private static int copy(FeatureTable table, int row, float[] out, int at) {
    int width = table.numberNames().size();
    System.arraycopy(table.numbers(), row * width, out, at, width);
    return width;
  }
}
