package org.tiersmith.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Evaluation;

class ScoresTest {
  @Test
  void lossesByHand() {
    double[] p = {0.2, 0.7};
    boolean[] bought = {false, true};
    assertThat(Losses.log(p, bought))
        .isCloseTo(-(Math.log(0.8) + Math.log(0.7)) / 2, within(1e-12));
    assertThat(Losses.brier(p, bought)).isCloseTo((0.04 + 0.09) / 2, within(1e-12));
    assertThat(Losses.log(new double[] {0}, new boolean[] {true})).isFinite();
  }

  @Property(tries = 200)
  void brierFallsIntoItsParts(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
    Random random = new Random(seed);
    double[] p = Trials.coarse(random, n);
    boolean[] bought = Trials.outcomes(random, n);
    BrierParts parts = BrierParts.of(ThresholdTable.of(p, bought));
    assertThat(parts.score()).isCloseTo(Losses.brier(p, bought), within(1e-12));
    assertThat(parts.miscalibration() - parts.discrimination() + parts.uncertainty())
        .isCloseTo(parts.score(), within(1e-12));
    assertThat(parts.miscalibration()).isGreaterThanOrEqualTo(-1e-12);
    assertThat(parts.discrimination()).isGreaterThanOrEqualTo(-1e-12);
    double recalibrated = parts.score() - parts.miscalibration();
    assertThat(recalibrated).isCloseTo(naiveRecalibrated(p, bought), within(1e-9));
  }

  /** Mean outcome over pools by the min-max formula, each level of probability one place. */
  private static double naiveRecalibrated(double[] p, boolean[] bought) {
    double[] levels = Arrays.stream(p).distinct().sorted().toArray();
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      double highest = 0;
      for (double from : levels) {
        double lowest = 1;
        for (double to : levels) {
          if (from <= p[i] && to >= p[i]) {
            lowest = Math.min(lowest, rate(p, bought, from, to));
          }
        }
        highest = from <= p[i] ? Math.max(highest, lowest) : highest;
      }
      sum += Losses.brier(highest, bought[i]);
    }
    return sum / p.length;
  }

  private static double rate(double[] p, boolean[] bought, double from, double to) {
    int[] rows = IntStream.range(0, p.length).filter(i -> p[i] >= from && p[i] <= to).toArray();
    return Arrays.stream(rows).mapToDouble(i -> bought[i] ? 1 : 0).average().orElse(0);
  }

  @Test
  void binsHoldEqualMass() {
    double[] p = new double[1000];
    boolean[] bought = new boolean[1000];
    for (int i = 0; i < p.length; i++) {
      p[i] = (i * 7 % 1000) / 1000.0;
      bought[i] = i % 2 == 0;
    }
    ThresholdTable table = ThresholdTable.of(p, bought);
    List<ReliabilityBin> bins = Reliability.bins(table);
    assertThat(bins).hasSize(10).allMatch(bin -> bin.rows() == 100);
    assertThat(bins.getFirst().predicted()).isCloseTo(0.0495, within(1e-9));
    assertThat(Reliability.ece(bins)).isCloseTo(0.25, within(0.02));
    assertThat(Reliability.robustBins(ThresholdTable.of(new double[160], new boolean[160])))
        .hasSize(3);
    assertThat(Reliability.ece(List.of())).isNaN();
  }

  @Property(tries = 100)
  void curvesHoldTheThresholds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int n) {
    Random random = new Random(seed);
    double[] p = Trials.coarse(random, n);
    boolean[] bought = Trials.outcomes(random, n);
    bought[0] = true;
    ThresholdTable table = ThresholdTable.of(p, bought);
    Curve roc = Curves.roc(table);
    Curve gain = Curves.gain(table);
    Curve precision = Curves.precisionRecall(table);
    for (double threshold : p) {
      Confusion at = table.at(threshold);
      double share = (at.truePositives() + at.falsePositives()) / (double) n;
      assertThat(gain.at(share)).isCloseTo(at.recall(), within(0.01));
      if (table.positives() < n) {
        assertThat(points(roc)).contains(List.of(fallOut(at), at.recall()));
      }
      assertThat(points(precision)).contains(List.of(at.recall(), at.precision()));
    }
    assertThat(gain.at(0)).isZero();
    assertThat(gain.at(1)).isEqualTo(1);
    assertThat(Curves.lift(gain).y()).endsWith(1.0);
  }

  private static double fallOut(Confusion at) {
    return (double) at.falsePositives() / (at.falsePositives() + at.trueNegatives());
  }

  private static List<List<Double>> points(Curve curve) {
    return IntStream.range(0, curve.x().length)
        .mapToObj(i -> List.of(curve.x()[i], curve.y()[i]))
        .toList();
  }

  @Test
  void theAreaUnderTheThinnedCurveIsTheAuc() {
    Evaluation many = Trials.calibrated(4, 60_000, 900);
    ThresholdTable table = ThresholdTable.of(many.p(), many.purchased());
    Curve roc = Curves.roc(table);
    double area = 0;
    for (int i = 1; i < roc.x().length; i++) {
      area += (roc.x()[i] - roc.x()[i - 1]) * (roc.y()[i] + roc.y()[i - 1]) / 2;
    }
    assertThat(area).isCloseTo(table.auc(), within(1e-3));
    assertThat(roc.x()).hasSizeLessThan(600);
    Curve precision = Curves.precisionRecall(table);
    assertThat(precision.x()).hasSizeLessThan(1500);
    double steps = 0;
    for (int i = 1; i < precision.x().length; i++) {
      steps += (precision.x()[i] - precision.x()[i - 1]) * precision.y()[i];
    }
    assertThat(steps).isCloseTo(table.averagePrecision(), within(5e-3));
  }

  @Property(tries = 60)
  void gainByCustomerCountsTheirPurchases(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int customers) {
    Evaluation some = Trials.calibrated(seed, 60, customers);
    double[] expected = new double[customers];
    double[] purchases = new double[customers];
    double all = 0;
    for (int i = 0; i < some.size(); i++) {
      expected[some.customer()[i]] += some.p()[i];
      purchases[some.customer()[i]] += some.purchased()[i] ? 1 : 0;
      all += some.purchased()[i] ? 1 : 0;
    }
    Curve gain = Curves.gainByCustomer(some.customer(), some.p(), some.purchased());
    List<Integer> order = new ArrayList<>();
    for (int c = 0; c < customers; c++) {
      if (expected[c] > 0) {
        order.add(c);
      }
    }
    order.sort(Comparator.comparingDouble(c -> -expected[c]));
    double found = 0;
    for (int top = 0; top < order.size() && all > 0; top++) {
      found += purchases[order.get(top)];
      assertThat(gain.at((top + 1.0) / order.size())).isCloseTo(found / all, within(1e-9));
    }
  }
}
