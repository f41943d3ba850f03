package org.tiersmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.SplitKind;
import org.tiersmith.service.RunResult;
import org.tiersmith.training.TestMetrics;
import org.tiersmith.training.metrics.BrierParts;
import org.tiersmith.training.metrics.ClassificationReport;
import org.tiersmith.training.metrics.Confusion;
import org.tiersmith.training.metrics.Interval;
import org.tiersmith.training.metrics.Intervals;

class TestReportTest {
  private static final Interval ANY = new Interval(0.41, 0.59);
  private static final Intervals INTERVALS =
      new Intervals(new Interval(0.81, 0.89), ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY, 40, 500);

  private static final BrierParts BRIER = new BrierParts(0.13, 0.01, 0.05, 0.17);

  @Test
  void scriptsFindEveryFigure() {
    assertThat(TestReport.json(result(0.5, INTERVALS)))
        .containsOnlyKeys(
            "rows",
            "auc",
            "log_loss",
            "accuracy",
            "f1",
            "ece",
            "pr_auc",
            "brier",
            "precision",
            "recall",
            "threshold",
            "auc_low",
            "auc_high")
        .containsEntry("rows", 100L)
        .containsEntry("pr_auc", 0.7)
        .containsEntry("auc_low", 0.81)
        .containsEntry("auc_high", 0.89);
    assertThat(TestReport.json(result(0.5, null))).containsEntry("auc_low", Double.NaN);
  }

  @Test
  void aPersonReadsFiguresWithIntervalsAndTheReport() {
    ClassificationReport report = ClassificationReport.of(new Confusion(30, 10, 50, 10));
    List<String> lines = TestReport.lines(result(0.75, INTERVALS), SplitKind.TIME, report, BRIER);
    assertThat(lines.getFirst())
        .contains("100 later exposures", "AUC 0.850 (0.810 to 0.890)", "accuracy 0.800");
    assertThat(lines)
        .anyMatch(
            line ->
                line.endsWith("= 0.010 miscalibration - 0.050 discrimination + 0.170 uncertainty"));
    assertThat(lines).anyMatch(line -> line.contains("from probability 0.300 on: precision 0.750"));
    assertThat(lines)
        .anyMatch(line -> line.matches(" +bought +0\\.750 +0\\.750 +0\\.750 +40"))
        .anyMatch(line -> line.matches(" +did not buy +0\\.833 +0\\.833 +0\\.833 +60"))
        .anyMatch(line -> line.matches(" +weighted mean +0\\.800 +0\\.800 +0\\.800 +100"));
  }

  @Test
  void whatIsUnknownIsCalledSo() {
    ClassificationReport report = ClassificationReport.of(new Confusion(0, 0, 90, 10));
    List<String> lines =
        TestReport.lines(result(Double.NaN, null), SplitKind.CUSTOMER, report, BRIER);
    assertThat(lines.getFirst()).contains("exposures of other customers").doesNotContain(" to ");
    assertThat(lines).anyMatch(line -> line.contains("precision unknown"));
    assertThat(lines).noneMatch(line -> line.contains("NaN"));
  }

  private static RunResult result(double precision, @Nullable Intervals intervals) {
    return new RunResult(
        new TestMetrics(100, 0.85, 0.4, 0.8, 0.6, 0.02, List.of(), 0.7, 0.13, precision, 0.75, 0.3),
        500,
        100,
        100,
        2,
        2,
        50,
        true,
        List.of(),
        intervals);
  }
}
