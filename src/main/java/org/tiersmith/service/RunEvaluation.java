package org.tiersmith.service;

import static java.util.Objects.requireNonNullElseGet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.DiscountRate;
import org.tiersmith.model.Evaluation;
import org.tiersmith.model.Segmentation;
import org.tiersmith.model.Split;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.metrics.Bootstrap;
import org.tiersmith.training.metrics.ClassificationReport;
import org.tiersmith.training.metrics.Confusion;
import org.tiersmith.training.metrics.DiscountMoney;
import org.tiersmith.training.metrics.DiscountTo;
import org.tiersmith.training.metrics.EvaluationCurves;
import org.tiersmith.training.metrics.EvaluationSummary;
import org.tiersmith.training.metrics.Intervals;
import org.tiersmith.training.metrics.MoneyTable;
import org.tiersmith.training.metrics.SegmentMetrics;
import org.tiersmith.training.metrics.SegmentTables;
import org.tiersmith.training.metrics.ThresholdTable;

/**
 * A run's model on examples that it did not learn from. What depends on the threshold alone is a
 * look-up, fit for every move of a slider; the rest is computed when first asked for, in tenths of
 * a second for a million examples: ask for it beside the window's thread. Thread-safe.
 */
public final class RunEvaluation {
  private static final int RESAMPLES = 500;
  private static final int RESAMPLE_SEED = 1;

  private final Evaluation all;
  private final Evaluation examples;
  private final ThresholdTable table;
  private final double usualThreshold;
  private volatile @Nullable EvaluationSummary summary;
  private volatile @Nullable EvaluationCurves curves;
  private volatile @Nullable Priced priced;
  private volatile @Nullable Divided divided;

  /** The money of one rate. */
  private record Priced(DiscountRate rate, MoneyTable table) {}

  /** The segments of one segmentation. */
  private record Divided(Segmentation by, SegmentTables tables) {}

  private RunEvaluation(Evaluation all, Split split, double usualThreshold) {
    this.all = all;
    this.examples = all.only(split);
    this.table = ThresholdTable.of(examples.p(), examples.purchased());
    this.usualThreshold = usualThreshold;
  }

  /** The evaluation on the test examples. */
  public static RunEvaluation of(Evaluation all) {
    Evaluation validation = all.only(Split.VALIDATION);
    double threshold = ThresholdTable.of(validation.p(), validation.purchased()).bestF1();
    return new RunEvaluation(all, Split.TEST, threshold);
  }

  /** The evaluation on the examples of another split. */
  public RunEvaluation on(Split split) {
    return new RunEvaluation(all, split, usualThreshold);
  }

  /** The threshold whose F1 score is best on the validation examples; to start from. */
  public double usualThreshold() {
    return usualThreshold;
  }

  /** What does not depend on a threshold. */
  public EvaluationSummary summary() {
    EvaluationSummary now =
        requireNonNullElseGet(summary, () -> EvaluationSummary.of(examples, table));
    summary = now;
    return now;
  }

  /** The curves over all thresholds. */
  public EvaluationCurves curves() {
    EvaluationCurves now =
        requireNonNullElseGet(curves, () -> EvaluationCurves.of(examples, table));
    curves = now;
    return now;
  }

  /** Decisions when those of probability {@code threshold} or more are expected to buy. */
  public Confusion confusion(double threshold) {
    return table.at(threshold);
  }

  /** Those decisions class by class. */
  public ClassificationReport report(double threshold) {
    return ClassificationReport.of(table.at(threshold));
  }

  /**
   * What a discount for those on one side of a threshold of p0 would have cost and brought. A new
   * rate takes a pass over the examples, a new threshold does not.
   */
  public DiscountMoney money(double threshold, DiscountRate rate, DiscountTo who) {
    return money(rate).at(threshold, who);
  }

  /** The threshold of p0 with the highest incremental profit; NaN where no unit cost is known. */
  public double bestThreshold(DiscountRate rate, DiscountTo who) {
    return money(rate).best(who);
  }

  private MoneyTable money(DiscountRate rate) {
    Priced now = priced;
    if (now == null || !now.rate().equals(rate)) {
      MoneyTable priceTable = now == null ? MoneyTable.of(examples, rate) : now.table().with(rate);
      now = new Priced(rate, priceTable);
      priced = now;
    }
    return now.table();
  }

  /** Each segment's figures with its decisions at a threshold. */
  public List<SegmentMetrics> segments(Segmentation by, double threshold) {
    return divided(by).at(threshold);
  }

  /** Segments whose test examples all had one outcome, in sentences. */
  public List<Text> doubts(Segmentation by) {
    return divided(by).at(usualThreshold).stream()
        .filter(segment -> segment.rows() > 0 && Double.isNaN(segment.auc()))
        .map(
            segment ->
                Text.of(
                    "run.one-outcome-segment",
                    "Of {1} test examples of segment \"{0}\" {2} ended in a purchase, so nobody"
                        + " knows whether the model tells its customers apart.",
                    segment.segment(),
                    segment.rows(),
                    segment.confusion().positives()))
        .toList();
  }

  private SegmentTables divided(Segmentation by) {
    Divided now = divided;
    if (now == null || !now.by().equals(by)) {
      now = new Divided(by, SegmentTables.of(examples, by));
      divided = now;
    }
    return now.tables();
  }

  /**
   * Intervals of the figures at a threshold; a second or so for 100,000 examples.
   *
   * @throws org.tiersmith.task.CancelledException when stopped
   */
  public Intervals intervals(double threshold, JobContext context) {
    return Bootstrap.of(examples, threshold, RESAMPLES, RESAMPLE_SEED, context);
  }
}
