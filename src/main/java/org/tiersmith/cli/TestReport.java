package org.tiersmith.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.SplitKind;
import org.tiersmith.service.RunResult;
import org.tiersmith.training.TestMetrics;
import org.tiersmith.training.metrics.BrierParts;
import org.tiersmith.training.metrics.ClassificationReport;
import org.tiersmith.training.metrics.Interval;
import org.tiersmith.training.metrics.Intervals;

/** A run's test for scripts and for a person. */
final class TestReport {
  private static final String ROW = "  %-16s %9s %8s %8s %10s";

  private TestReport() {}

  /** The test's figures by name; unknown ones are NaN. */
  static Map<String, Object> json(RunResult result) {
    TestMetrics test = result.test();
    Interval auc =
        result.intervals() == null
            ? new Interval(Double.NaN, Double.NaN)
            : result.intervals().auc();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rows", test.rows());
    json.put("auc", test.auc());
    json.put("log_loss", test.logLoss());
    json.put("accuracy", test.accuracy());
    json.put("f1", test.f1());
    json.put("ece", test.ece());
    json.put("pr_auc", test.prAuc());
    json.put("brier", test.brier());
    json.put("precision", test.precision());
    json.put("recall", test.recall());
    json.put("threshold", test.threshold());
    json.put("auc_low", auc.low());
    json.put("auc_high", auc.high());
    return json;
  }

  /** The test in words, with the classification report at the run's threshold. */
  static List<String> lines(
      RunResult result, SplitKind split, ClassificationReport report, BrierParts brier) {
    TestMetrics test = result.test();
    @Nullable Intervals in = result.intervals();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "Test (%,d %s): %s, %s, accuracy %.3f, calibration error %.3f",
            test.rows(),
            split == SplitKind.TIME ? "later exposures" : "exposures of other customers",
            figure("AUC", test.auc(), in == null ? null : in.auc()),
            figure("log loss", test.logLoss(), in == null ? null : in.logLoss()),
            test.accuracy(),
            test.ece()));
    lines.add(
        String.format(
            "  %s, %s = %s miscalibration - %s discrimination + %s uncertainty",
            figure("PR AUC", test.prAuc(), in == null ? null : in.prAuc()),
            figure("Brier", test.brier(), in == null ? null : in.brier()),
            number(brier.miscalibration()),
            number(brier.discrimination()),
            number(brier.uncertainty())));
    lines.add(
        String.format(
            "Expected to buy from probability %.3f on: %s, %s, %s",
            test.threshold(),
            figure("precision", test.precision(), in == null ? null : in.precision()),
            figure("recall", test.recall(), in == null ? null : in.recall()),
            figure("F1", test.f1(), in == null ? null : in.f1())));
    if (in != null && !Double.isNaN(in.auc().low())) {
      lines.add(
          String.format(
              "In brackets: 95 %% intervals, by resampling %,d customers", in.customers()));
    }
    lines.add(String.format(ROW, "", "precision", "recall", "F1", "exposures"));
    lines.add(row("bought", report.bought()));
    lines.add(row("did not buy", report.passed()));
    lines.add(row("mean", report.macro()));
    lines.add(row("weighted mean", report.weighted()));
    return lines;
  }

  private static String figure(String name, double value, @Nullable Interval interval) {
    return interval == null || Double.isNaN(interval.low())
        ? String.format("%s %s", name, number(value))
        : String.format(
            "%s %s (%.3f to %.3f)", name, number(value), interval.low(), interval.high());
  }

  private static String row(String name, ClassificationReport.Row row) {
    return String.format(
        ROW,
        name,
        number(row.precision()),
        number(row.recall()),
        number(row.f1()),
        String.format("%,d", row.support()));
  }

  /** Three digits, or a word. */
  static String number(double value) {
    return Double.isNaN(value) ? "unknown" : String.format("%.3f", value);
  }
}
