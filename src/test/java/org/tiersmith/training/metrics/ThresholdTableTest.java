package org.tiersmith.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ThresholdTableTest {
  @Property(tries = 200)
  void sortsAsTheLibraryDoes(@ForAll double[] values) {
    double[] some = Arrays.stream(values).map(x -> x + 0.0).toArray();
    double[] expected = some.clone();
    Arrays.sort(expected);
    Ranking ranking = Ranking.of(some);
    assertThat(ranking.sorted()).isEqualTo(expected);
    assertThat(Arrays.stream(ranking.order()).sorted().toArray())
        .isEqualTo(IntStream.range(0, some.length).toArray());
  }

  @Property(tries = 300)
  void countsAsALoopDoes(@ForAll long seed, @ForAll @IntRange(max = 40) int n) {
    Random random = new Random(seed);
    double[] p = Trials.coarse(random, n);
    boolean[] bought = Trials.outcomes(random, n);
    ThresholdTable table = ThresholdTable.of(p, bought);
    for (double threshold : new double[] {-1, 0, 0.125, 0.3, 0.5, 1, 2, random.nextDouble()}) {
      long[] counts = new long[4];
      for (int i = 0; i < n; i++) {
        counts[(p[i] >= threshold ? 0 : 2) + (bought[i] == p[i] >= threshold ? 0 : 1)]++;
      }
      assertThat(table.at(threshold))
          .isEqualTo(new Confusion(counts[0], counts[1], counts[2], counts[3]));
    }
  }

  @Property(tries = 300)
  void aucIsTheShareOfPairsInOrder(@ForAll long seed, @ForAll @IntRange(max = 50) int n) {
    Random random = new Random(seed);
    double[] p = Trials.coarse(random, n);
    boolean[] bought = Trials.outcomes(random, n);
    double right = 0;
    double pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (bought[i] && !bought[j]) {
          pairs++;
          right += p[i] > p[j] ? 1 : p[i] == p[j] ? 0.5 : 0;
        }
      }
    }
    ThresholdTable table = ThresholdTable.of(p, bought);
    if (pairs == 0) {
      assertThat(table.auc()).isNaN();
    } else {
      assertThat(table.auc()).isCloseTo(right / pairs, within(1e-12));
    }
  }

  @Property(tries = 300)
  void averagePrecisionIsTheAreaOfTheSteps(@ForAll long seed, @ForAll @IntRange(max = 50) int n) {
    Random random = new Random(seed);
    double[] p = Trials.coarse(random, n);
    boolean[] bought = Trials.outcomes(random, n);
    ThresholdTable table = ThresholdTable.of(p, bought);
    double area = 0;
    double recall = 0;
    double[] falling = Arrays.stream(p).distinct().map(x -> -x).sorted().map(x -> -x).toArray();
    for (double threshold : falling) {
      Confusion confusion = table.at(threshold);
      area += (confusion.recall() - recall) * confusion.precision();
      recall = confusion.recall();
    }
    if (table.positives() == 0) {
      assertThat(table.averagePrecision()).isNaN();
    } else {
      assertThat(table.averagePrecision()).isCloseTo(area, within(1e-12)).isBetween(0.0, 1 + 1e-12);
    }
  }

  @Property(tries = 200)
  void noThresholdHasABetterF1(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
    Random random = new Random(seed);
    double[] p = Trials.coarse(random, n);
    boolean[] bought = Trials.outcomes(random, n);
    bought[0] = true;
    ThresholdTable table = ThresholdTable.of(p, bought);
    double best = table.at(table.bestF1()).f1();
    assertThat(p).contains(table.bestF1());
    for (double threshold : p) {
      assertThat(table.at(threshold).f1()).isLessThanOrEqualTo(best + 1e-12);
    }
  }

  @Property(tries = 100)
  void onlyTheOrderMatters(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int n) {
    Random random = new Random(seed);
    double[] p = Trials.coarse(random, n);
    boolean[] bought = Trials.outcomes(random, n);
    bought[0] = true;
    bought[1] = false;
    ThresholdTable table = ThresholdTable.of(p, bought);
    double[] bent = Arrays.stream(p).map(x -> Math.exp(3 * x)).toArray();
    double[] reversed = Arrays.stream(p).map(x -> -x).toArray();
    assertThat(ThresholdTable.of(bent, bought).auc()).isEqualTo(table.auc());
    assertThat(ThresholdTable.of(bent, bought).averagePrecision())
        .isEqualTo(table.averagePrecision());
    assertThat(ThresholdTable.of(reversed, bought).auc()).isCloseTo(1 - table.auc(), within(1e-12));
  }

  @Test
  void figuresByHand() {
    Confusion confusion = new Confusion(30, 10, 50, 10);
    assertThat(confusion.accuracy()).isEqualTo(0.8);
    assertThat(confusion.precision()).isEqualTo(0.75);
    assertThat(confusion.recall()).isEqualTo(0.75);
    assertThat(confusion.specificity()).isCloseTo(50 / 60.0, within(1e-12));
    assertThat(confusion.f1()).isEqualTo(0.75);
    ClassificationReport report = ClassificationReport.of(confusion);
    assertThat(report.passed().precision()).isCloseTo(50 / 60.0, within(1e-12));
    assertThat(report.passed().recall()).isCloseTo(50 / 60.0, within(1e-12));
    assertThat(report.passed().support()).isEqualTo(60);
    assertThat(report.macro().f1()).isCloseTo((0.75 + 50 / 60.0) / 2, within(1e-12));
    assertThat(report.weighted().f1()).isCloseTo(0.4 * 0.75 + 0.6 * 50 / 60.0, within(1e-12));
    assertThat(report.weighted().recall()).isCloseTo(report.accuracy(), within(1e-12));
    assertThat(report.macro().support()).isEqualTo(100);
  }

  @Test
  void whatCannotBeCountedIsUnknownAndZeroInAverages() {
    ClassificationReport report = ClassificationReport.of(new Confusion(0, 0, 8, 2));
    assertThat(report.bought().precision()).isNaN();
    assertThat(report.bought().recall()).isZero();
    assertThat(report.macro().precision()).isEqualTo(0.4);
    assertThat(report.weighted().precision()).isCloseTo(0.64, within(1e-12));
  }
}
