package org.tiersmith.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.TierLadder;

@Domain(Portfolios.class)
@Domain(DomainContext.Global.class)
class ChartDataTest {

  @Test
  void aRulesCurveIsTheTierAtEachProbability() {
    Policy classic = new Policy.Classic(new Alpha(0, Map.of("b", 1.0)));
    Scenario scenario =
        new Scenario("s", classic, TierLadder.of(0, 0.1, 0.3), Snap.DOWN, new Guardrails(0, 0.1));
    List<String> segments = List.of("a", "b");
    CurvePoints flat = CurvePoints.ofRule(scenario, segments, 0, 4).orElseThrow();
    CurvePoints steps = CurvePoints.ofRule(scenario, segments, 1, 4).orElseThrow();

    // Hazards 0.134, 0.470, 0.981 and 2.079; the cap comes after the curve.
    assertThat(steps.probability()).containsExactly(0.125, 0.375, 0.625, 0.875);
    assertThat(steps.rate()).containsExactly(0.1, 0.3, 0.3, 0.3);
    assertThat(flat.rate()).containsOnly(0);
  }

  @Test
  void aPolicyThatChoosesTiersHasNoCurveOfProbabilityAlone() {
    Scenario profit = ScenarioDefaults.of("p", new Policy.ProfitOptimum());

    assertThat(CurvePoints.ofRule(profit, List.of("a"), 0, 4)).isEmpty();
  }

  @Test
  void theGrantedCurveIsTheMeanRateOfEachBin() {
    double[] ones = {1, 1, 1};
    Portfolio portfolio =
        new Portfolio(
            List.of("a"), new int[3], new int[3], ones, ones, new double[] {0.1, 0.2, 0.9}, ones);
    Decisions decisions =
        new Decisions(
            TierLadder.of(0, 0.1, 0.2),
            new byte[] {1, 2, 0},
            new byte[3],
            new byte[3],
            new byte[3]);
    CurvePoints granted = CurvePoints.granted(portfolio, decisions, 3);

    assertThat(granted.rate()[0]).isCloseTo(0.15, within(1e-15));
    assertThat(granted.rate()[1]).isNaN();
    assertThat(granted.rate()[2]).isZero();
  }

  @Property(tries = 200)
  void histogramsCountEveryPairOnce(
      @ForAll Portfolio portfolio, @ForAll @IntRange(min = 1, max = 50) int bins) {
    List<ProbabilityHistogram> histograms = ProbabilityHistogram.of(portfolio, bins);

    assertThat(histograms).hasSize(4);
    for (int s = 0; s < 4; s++) {
      ProbabilityHistogram histogram = histograms.get(s);
      double[] edges = histogram.edges();
      double[] values = valuesOf(portfolio, s);
      assertThat(edges).hasSize(bins + 1).startsWith(0).isSorted();
      assertThat(Arrays.stream(values)).allMatch(p -> p <= edges[bins]);
      assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(values.length);
      assertThat(histogram.quantiles()).hasSize(5);
      if (values.length > 0) {
        assertThat(histogram.quantiles()).isSorted();
        assertThat(histogram.median()).isBetween(values[0], values[values.length - 1]);
      } else {
        assertThat(histogram.median()).isNaN();
        assertThat(histogram.mean()).isNaN();
      }
    }
  }

  @Test
  void quantilesLieBetweenNeighbours() {
    double[] p0 = {0.5, 0.1, 0.2, 0.3, 0.4, 0.6};
    double[] ones = {1, 1, 1, 1, 1, 1};
    Portfolio portfolio = new Portfolio(List.of("a"), new int[6], new int[6], ones, ones, p0, ones);
    ProbabilityHistogram histogram = ProbabilityHistogram.of(portfolio, 13).getFirst();

    assertThat(histogram.edges()[13]).isCloseTo(0.65, within(1e-12));
    assertThat(histogram.median()).isCloseTo(0.35, within(1e-15));
    assertThat(histogram.quantiles()[1]).isCloseTo(0.225, within(1e-15));
    assertThat(histogram.mean()).isCloseTo(0.35, within(1e-15));
  }

  private static double[] valuesOf(Portfolio portfolio, int segment) {
    double[] values = new double[portfolio.size()];
    int size = 0;
    for (int i = 0; i < values.length; i++) {
      if (portfolio.segment()[i] == segment) {
        values[size++] = portfolio.p0()[i];
      }
    }
    double[] of = Arrays.copyOf(values, size);
    Arrays.sort(of);
    return of;
  }
}
