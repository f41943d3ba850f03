package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.DiscountRate;
import org.tiersmith.model.Evaluation;
import org.tiersmith.model.Segmentation;
import org.tiersmith.model.Split;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.metrics.DiscountTo;
import org.tiersmith.training.metrics.MoneyTable;
import org.tiersmith.training.metrics.ThresholdTable;
import org.tiersmith.training.metrics.Trials;

class RunEvaluationTest {
  private final Evaluation all = sample(4000, 60);
  private final RunEvaluation evaluation = RunEvaluation.of(all);

  private static Evaluation sample(int n, int customers) {
    Evaluation made = Trials.calibrated(12, n, customers);
    for (int i = 0; i < n; i += 3) {
      made.split()[i] = (byte) Split.VALIDATION.ordinal();
    }
    return made;
  }

  @Property(tries = 50)
  void answersForTheTestExamplesAtAnyThreshold(
      @ForAll @DoubleRange(min = 0, max = 1) double threshold) {
    Evaluation test = all.only(Split.TEST);
    ThresholdTable table = ThresholdTable.of(test.p(), test.purchased());
    DiscountRate rate = new DiscountRate(0.1);
    assertThat(evaluation.confusion(threshold)).isEqualTo(table.at(threshold));
    assertThat(evaluation.report(threshold).accuracy()).isEqualTo(table.at(threshold).accuracy());
    assertThat(evaluation.money(threshold, rate, DiscountTo.BELOW))
        .isEqualTo(MoneyTable.of(test, rate).at(threshold, DiscountTo.BELOW));
    assertThat(evaluation.segments(byLastDigit(), threshold))
        .extracting(segment -> segment.confusion().rows())
        .satisfies(
            rows -> assertThat(rows.stream().mapToLong(x -> x).sum()).isEqualTo(test.size()));
  }

  @Test
  void anotherRateAnotherMoney() {
    DiscountRate more = new DiscountRate(0.3);
    evaluation.money(0.4, new DiscountRate(0.1), DiscountTo.FROM);
    assertThat(evaluation.money(0.4, more, DiscountTo.FROM))
        .isEqualTo(MoneyTable.of(all.only(Split.TEST), more).at(0.4, DiscountTo.FROM));
    double best = evaluation.bestThreshold(more, DiscountTo.BELOW);
    assertThat(evaluation.money(best, more, DiscountTo.BELOW).incrementalProfit())
        .isGreaterThanOrEqualTo(0);
  }

  @Test
  void theUsualThresholdComesFromTheValidationExamples() {
    Evaluation validation = all.only(Split.VALIDATION);
    assertThat(evaluation.usualThreshold())
        .isEqualTo(ThresholdTable.of(validation.p(), validation.purchased()).bestF1());
    assertThat(evaluation.on(Split.VALIDATION).summary().rows()).isEqualTo(validation.size());
    assertThat(evaluation.on(Split.VALIDATION).usualThreshold())
        .isEqualTo(evaluation.usualThreshold());
  }

  @Test
  void summaryCurvesAndIntervalsAgree() {
    var summary = evaluation.summary();
    var intervals = evaluation.intervals(0.5, JobContext.detached());
    assertThat(summary.auc()).isBetween(intervals.auc().low(), intervals.auc().high());
    assertThat(summary.brier().score())
        .isBetween(intervals.brier().low(), intervals.brier().high());
    assertThat(summary.customers()).isEqualTo(intervals.customers());
    assertThat(summary.reliability()).hasSize(10);
    assertThat(evaluation.curves().roc().at(1)).isEqualTo(1);
    assertThat(evaluation.curves().gainByCustomer().at(1)).isEqualTo(1);
  }

  @Test
  void withoutTestExamplesNothingFails() {
    RunEvaluation none = RunEvaluation.of(Trials.calibrated(1, 0, 1));
    assertThat(none.summary().auc()).isNaN();
    assertThat(none.curves().roc().x()).isEmpty();
    assertThat(none.confusion(0.5).rows()).isZero();
    assertThat(none.report(0.5).accuracy()).isNaN();
    assertThat(none.money(0.5, DiscountRate.NONE, DiscountTo.BELOW).given()).isZero();
    assertThat(none.intervals(0.5, JobContext.detached()).auc().low()).isNaN();
  }

  @Test
  void aMillionExamplesFollowTheSlider() {
    RunEvaluation many = RunEvaluation.of(sample(1_500_000, 50_000));
    Segmentation by = byLastDigit();
    DiscountRate rate = new DiscountRate(0.1);
    many.segments(by, 0.5);
    many.money(0.5, rate, DiscountTo.BELOW);
    long began = System.nanoTime();
    for (int i = 0; i < 1000; i++) {
      double threshold = i / 1000.0;
      many.report(threshold);
      many.segments(by, threshold);
      many.money(threshold, rate, DiscountTo.BELOW);
    }
    assertThat((System.nanoTime() - began) / 1000).isLessThan(10_000_000);
  }

  @Test
  void saysWhereASegmentHadOneOutcome() {
    Evaluation made = sample(900, 60);
    for (int i = 0; i < made.size(); i++) {
      made.purchased()[i] &= made.customer()[i] % 2 == 0;
    }
    assertThat(RunEvaluation.of(made).doubts(byLastDigit()))
        .singleElement()
        .asString()
        .contains("segment \"odd\" 0 ended in a purchase");
    assertThat(evaluation.doubts(byLastDigit())).isEmpty();
  }

  private static Segmentation byLastDigit() {
    Map<String, Integer> segmentOf = new HashMap<>();
    for (int c = 0; c < 60; c++) {
      segmentOf.put("C" + c, c % 2);
    }
    return new Segmentation("digit", List.of("even", "odd"), segmentOf);
  }
}
