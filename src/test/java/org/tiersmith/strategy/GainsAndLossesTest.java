package org.tiersmith.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class GainsAndLossesTest {

  @Property(tries = 60)
  void whatOneScenarioGivesMoreTheOtherGivesLess(@ForAll long seed) {
    RichCases cases = new RichCases(seed);
    Portfolio portfolio = cases.portfolio(120, true);
    Scenario one = cases.scenario(cases.rule());
    Scenario other = cases.scenario(cases.rule());
    List<GainsAndLosses> there = GainsAndLosses.of(portfolio, one, other, () -> false);
    List<GainsAndLosses> back = GainsAndLosses.of(portfolio, other, one, () -> false);
    List<GainsAndLosses> same = GainsAndLosses.of(portfolio, one, one, () -> false);
    double now = Evaluator.evaluate(portfolio, one, () -> false).all().discountCost();
    double then = Evaluator.evaluate(portfolio, other, () -> false).all().discountCost();

    for (int s = 0; s < there.size(); s++) {
      assertThat(there.get(s).gain()).isEqualTo(back.get(s).lose());
      assertThat(there.get(s).lose()).isEqualTo(back.get(s).gain());
      assertThat(there.get(s).pairsDeeper()).isEqualTo(back.get(s).pairsLower());
      assertThat(same.get(s).gain() + same.get(s).lose() + same.get(s).pairsDeeper()).isZero();
    }
    assertThat(there.stream().mapToDouble(GainsAndLosses::saving).sum())
        .isCloseTo(now - then, within(1e-9 * Math.max(1, now + then)));
  }
}
