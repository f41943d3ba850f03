package org.tiersmith.ui.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.tiersmith.model.TierLadder;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Evaluator;
import org.tiersmith.strategy.Guardrails;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.Snap;

/** The curve of a rule is what its decisions grant. */
class RateCurveTest {
  private static final TierLadder TIERS = TierLadder.of(0, 0.05, 0.1, 0.2, 0.3);

  @Property(tries = 300)
  void aRulesCurveIsWhatAPairOfThatProbabilityGets(
      @ForAll @IntRange(max = 2) int kind,
      @ForAll @DoubleRange(min = 0, max = 1.5) double alpha,
      @ForAll @DoubleRange(min = 0, max = 0.4) double most,
      @ForAll @DoubleRange(min = 0, max = 0.3) double least,
      @ForAll @DoubleRange(min = 0.01, max = 0.98) double p0) {
    Policy policy =
        switch (kind) {
          case 0 -> new Policy.Classic(Alpha.of(alpha));
          case 1 -> new Policy.Target(Alpha.of(alpha), 0.4);
          default -> new Policy.Fixed(Math.min(0.9, alpha));
        };
    Guardrails guardrails = new Guardrails(0, most).withMinRate(least);
    Scenario scenario = new Scenario("s", policy, TIERS, Snap.DOWN, guardrails);
    RateCurve curve = RateCurve.ofRule(scenario, 1).orElseThrow();
    double[] one = {1};
    int step = 0;
    while (step + 1 < curve.rates().length && curve.edges()[step + 1] <= p0) {
      step++;
    }
    double middle = (curve.edges()[step] + curve.edges()[step + 1]) / 2;
    Portfolio pair =
        new Portfolio(
            List.of("a"), new int[1], new int[1], one, new double[1], new double[] {middle}, one);

    assertThat(curve.rates()[step]).isEqualTo(Evaluator.decide(pair, scenario).rate(0));
  }
}
