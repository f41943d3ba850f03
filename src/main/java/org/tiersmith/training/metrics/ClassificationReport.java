package org.tiersmith.training.metrics;

/**
 * Decisions at a threshold, class by class. In the averages a precision, recall or F1 score that
 * could not be counted is 0, as is usual for such reports.
 *
 * @param bought figures of those who bought
 * @param passed figures of those who did not
 * @param macro plain mean over both classes
 * @param weighted mean over both classes by their size
 * @param accuracy share decided rightly
 */
public record ClassificationReport(
    Row bought, Row passed, Row macro, Row weighted, double accuracy) {

  /**
   * One line of the report.
   *
   * @param support rows of the class
   */
  public record Row(double precision, double recall, double f1, long support) {}

  public static ClassificationReport of(Confusion confusion) {
    Row bought = row(confusion);
    Row passed = row(confusion.mirrored());
    double share = (double) bought.support() / confusion.rows();
    return new ClassificationReport(
        bought,
        passed,
        mean(bought, 0.5, passed),
        mean(bought, share, passed),
        confusion.accuracy());
  }

  private static Row row(Confusion of) {
    return new Row(of.precision(), of.recall(), of.f1(), of.positives());
  }

  private static Row mean(Row one, double share, Row other) {
    return new Row(
        share * counted(one.precision) + (1 - share) * counted(other.precision),
        share * counted(one.recall) + (1 - share) * counted(other.recall),
        share * counted(one.f1) + (1 - share) * counted(other.f1),
        one.support + other.support);
  }

  private static double counted(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
