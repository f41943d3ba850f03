package org.tiersmith.training;

/**
 * Moments of a column's known numbers.
 *
 * @param unknown how many are not known
 * @param least smallest; positive infinity if none is known
 */
record Moments(long unknown, double least, double mean, double deviation, double skewness) {

  static Moments of(float[][] rows, int column, boolean log) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    long known = 0;
    for (float[] row : rows) {
      if (!Float.isNaN(row[column])) {
        least = Math.min(least, row[column]);
        sum += value(row[column], log);
        known++;
      }
    }
    double mean = known == 0 ? 0 : sum / known;
    double second = 0;
    double third = 0;
    for (float[] row : rows) {
      if (!Float.isNaN(row[column])) {
        double away = value(row[column], log) - mean;
        second += away * away;
        third += away * away * away;
      }
    }
    double deviation = known == 0 ? 0 : Math.sqrt(second / known);
    double skewness = deviation == 0 ? 0 : third / known / Math.pow(deviation, 3);
    return new Moments(rows.length - known, least, mean, deviation, skewness);
  }

  private static double value(float x, boolean log) {
    return log ? Math.log1p(x) : x;
  }
}
