package org.tiersmith.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Evaluation;
import org.tiersmith.model.Segmentation;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;

class BootstrapTest {
  private static final JobContext CONTEXT = JobContext.detached();

  /** The same draws, each resample written out row by row. */
  @Property(tries = 10)
  void equalsResamplesWrittenOut(@ForAll long seed) {
    Evaluation some = Trials.calibrated(seed, 150, 12);
    for (int i = 0; i < some.size(); i++) {
      some.p()[i] = Math.round(some.p()[i] * 20) / 20.0;
    }
    Intervals intervals = Bootstrap.of(some, 0.4, 41, seed, CONTEXT);
    int[] dense = new int[some.size()];
    int customers = Clusters.dense(some.customer(), dense);
    SplittableRandom random = new SplittableRandom(seed);
    double[][] figures = new double[5][41];
    for (int r = 0; r < 41; r++) {
      int[] times = new int[customers];
      for (int c = 0; c < customers; c++) {
        times[random.nextInt(customers)]++;
      }
      int[] rows =
          IntStream.range(0, some.size())
              .flatMap(i -> IntStream.generate(() -> i).limit(times[dense[i]]))
              .toArray();
      Evaluation drawn = some.rows(rows);
      ThresholdTable table = ThresholdTable.of(drawn.p(), drawn.purchased());
      figures[0][r] = table.auc();
      figures[1][r] = table.averagePrecision();
      figures[2][r] = Losses.log(drawn.p(), drawn.purchased());
      figures[3][r] = Losses.brier(drawn.p(), drawn.purchased());
      figures[4][r] = table.at(0.4).f1();
    }
    List<Interval> found =
        List.of(
            intervals.auc(),
            intervals.prAuc(),
            intervals.logLoss(),
            intervals.brier(),
            intervals.f1());
    for (int f = 0; f < figures.length; f++) {
      Arrays.sort(figures[f]);
      assertThat(found.get(f).low()).isCloseTo(figures[f][1], within(1e-9));
      assertThat(found.get(f).high()).isCloseTo(figures[f][39], within(1e-9));
    }
    assertThat(intervals.customers()).isEqualTo(customers);
  }

  @Test
  void coversTheTruthAboutAsOftenAsItSays() {
    int covered = 0;
    Evaluation population = Trials.calibrated(77, 400_000, 1000);
    double truth = ThresholdTable.of(population.p(), population.purchased()).auc();
    for (int trial = 0; trial < 200; trial++) {
      Interval auc = Bootstrap.of(Trials.calibrated(trial, 600, 150), 0.5, 200, 1, CONTEXT).auc();
      covered += auc.low() <= truth && truth <= auc.high() ? 1 : 0;
    }
    assertThat(covered).isBetween(180, 199);
  }

  @Test
  void customersWhoDependMakeItWider() {
    Evaluation own = Trials.calibrated(5, 4000, 4000);
    Evaluation shared = Trials.calibrated(5, 4000, 4000);
    for (int i = 0; i < shared.size(); i++) {
      shared.customer()[i] = (int) (shared.p()[i] * 40);
    }
    Interval loose = Bootstrap.of(shared, 0.5, 200, 1, CONTEXT).logLoss();
    assertThat(loose.width())
        .isGreaterThan(1.5 * Bootstrap.of(own, 0.5, 200, 1, CONTEXT).logLoss().width());
  }

  @Test
  void fewCustomersOrOneOutcomeGiveNoInterval() {
    assertThat(Bootstrap.of(Trials.calibrated(1, 50, 3), 0.5, 20, 1, CONTEXT).auc().low()).isNaN();
    Evaluation none = Trials.calibrated(1, 50, 20);
    Arrays.fill(none.purchased(), false);
    Intervals intervals = Bootstrap.of(none, 0.5, 20, 1, CONTEXT);
    assertThat(intervals.auc().high()).isNaN();
    assertThat(intervals.brier().high()).isPositive();
  }

  @Test
  void sameSeedSameIntervalsAndACancelStops() {
    Evaluation some = Trials.calibrated(2, 500, 60);
    assertThat(Bootstrap.of(some, 0.5, 50, 9, CONTEXT))
        .isEqualTo(Bootstrap.of(some, 0.5, 50, 9, CONTEXT));
    assertThatThrownBy(
            () -> Bootstrap.of(some, 0.5, 50, 9, new JobContext(progress -> {}, () -> true)))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void segmentsAreMeasuredByThemselves() {
    Evaluation some = Trials.calibrated(6, 3000, 40);
    Map<String, Integer> segmentOf =
        Map.of("C0", 0, "C1", 0, "C2", 1, "C3", 1, "C4", 1, "C5", 0, "gone", 2);
    SegmentTables tables =
        SegmentTables.of(
            some, new Segmentation("s", List.of("gold", "plain", "nobody"), segmentOf));
    List<SegmentMetrics> at = tables.at(0.35);
    int[] gold =
        IntStream.range(0, some.size())
            .filter(i -> segmentOf.getOrDefault("C" + some.customer()[i], -1) == 0)
            .toArray();
    Evaluation own = some.rows(gold);
    ThresholdTable table = ThresholdTable.of(own.p(), own.purchased());
    assertThat(at.get(0).rows()).isEqualTo(gold.length);
    assertThat(at.get(0).customers()).isEqualTo(3);
    assertThat(at.get(0).auc()).isEqualTo(table.auc());
    assertThat(at.get(0).confusion()).isEqualTo(table.at(0.35));
    assertThat(at.get(0).logLoss()).isEqualTo(Losses.log(own.p(), own.purchased()));
    assertThat(at.get(2).rows()).isZero();
    assertThat(at.get(2).baseRate()).isNaN();
  }

  @Test
  void manyRowsGiveANarrowInterval() {
    Evaluation many = Trials.calibrated(3, 100_000, 20_000);
    Intervals intervals = Bootstrap.of(many, 0.4, 500, 1, CONTEXT);
    assertThat(intervals.auc().width()).isBetween(0.002, 0.02);
  }
}
