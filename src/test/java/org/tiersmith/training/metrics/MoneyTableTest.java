package org.tiersmith.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.DiscountRate;
import org.tiersmith.model.Evaluation;

class MoneyTableTest {
  @Property(tries = 80)
  void sumsAsALoopDoes(
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0, max = 0.6) double d,
      @ForAll @DoubleRange(min = 0, max = 1) double threshold,
      @ForAll DiscountTo who) {
    Evaluation some = Trials.calibrated(seed, 40, 5);
    DiscountMoney money = MoneyTable.of(some, new DiscountRate(d)).at(threshold, who);
    double waste = 0;
    double spared = 0;
    double profit = 0;
    double missed = 0;
    long given = 0;
    for (int i = 0; i < some.size(); i++) {
      double price = some.listPrice()[i];
      double anyway = MoneyTable.bought(some, i, 0);
      double then = MoneyTable.bought(some, i, d);
      double margin = price * (1 - d) - some.unitCost()[i];
      boolean gets = some.p0()[i] < threshold == (who == DiscountTo.BELOW);
      given += gets ? 1 : 0;
      waste += gets ? anyway * price * d : 0;
      spared += gets ? 0 : anyway * price * d;
      if (!Double.isNaN(margin)) {
        profit += gets ? then * margin - anyway * (price - some.unitCost()[i]) : 0;
        missed += gets ? 0 : (then - anyway) * margin;
      }
    }
    assertThat(money.given()).isEqualTo(given);
    assertThat(money.waste()).isCloseTo(waste, within(1e-9));
    assertThat(money.spared()).isCloseTo(spared, within(1e-9));
    assertThat(money.incrementalProfit()).isCloseTo(profit, within(1e-9));
    assertThat(money.missed()).isCloseTo(missed, within(1e-9));
    assertThat(money.discountCost()).isGreaterThanOrEqualTo(money.waste() - 1e-9);
  }

  @Test
  void ofExamplesAtListPriceABuyerIsAWrongDiscount() {
    Evaluation two = Trials.calibrated(1, 2, 1);
    two.discount()[0] = 0;
    two.discount()[1] = 0;
    two.purchased()[0] = true;
    two.purchased()[1] = false;
    two.listPrice()[0] = 100;
    two.listPrice()[1] = 50;
    two.unitCost()[0] = 60;
    two.unitCost()[1] = 20;
    two.k()[1] = 2;
    DiscountMoney all = MoneyTable.of(two, new DiscountRate(0.1)).at(1, DiscountTo.BELOW);
    assertThat(all.given()).isEqualTo(2);
    assertThat(all.waste()).isCloseTo(10, within(1e-12));
    assertThat(all.won()).isCloseTo((1 - Math.exp(-0.2)) * 25, within(1e-12));
    assertThat(all.incrementalProfit()).isCloseTo(all.won() - 10, within(1e-12));
    assertThat(all.costKnown()).isEqualTo(2);
    DiscountMoney none = MoneyTable.of(two, new DiscountRate(0.1)).at(0, DiscountTo.BELOW);
    assertThat(none.missed()).isCloseTo(all.won(), within(1e-12));
    assertThat(none.spared()).isCloseTo(10, within(1e-12));
  }

  @Test
  void onCalibratedExamplesItEstimatesWhatTheModelExpects() {
    Evaluation many = Trials.calibrated(2, 200_000, 500);
    double d = 0.2;
    double waste = 0;
    double cost = 0;
    double value = 0;
    for (int i = 0; i < many.size(); i++) {
      double there = 1 - (1 - many.p0()[i]) * Math.exp(-many.k()[i] * d);
      waste += many.p0()[i] * many.listPrice()[i] * d;
      cost += there * many.listPrice()[i] * d;
      value += many.listPrice()[i];
    }
    DiscountMoney all = MoneyTable.of(many, new DiscountRate(d)).at(2, DiscountTo.BELOW);
    assertThat(all.waste() / value).isCloseTo(waste / value, within(1e-3));
    assertThat(all.discountCost() / value).isCloseTo(cost / value, within(1e-3));
  }

  @Property(tries = 40)
  void noThresholdEarnsMoreThanTheBest(@ForAll long seed, @ForAll DiscountTo who) {
    Evaluation some = Trials.calibrated(seed, 50, 5);
    MoneyTable table = MoneyTable.of(some, new DiscountRate(0.15));
    double best = table.at(table.best(who), who).incrementalProfit();
    for (double threshold : some.p0()) {
      assertThat(table.at(threshold, who).incrementalProfit()).isLessThanOrEqualTo(best + 1e-9);
    }
    assertThat(table.at(1, who).incrementalProfit()).isLessThanOrEqualTo(best + 1e-9);
  }

  @Test
  void withoutCostsOnlyTheDiscountIsKnown() {
    Evaluation some = Trials.calibrated(3, 30, 5);
    Arrays.fill(some.unitCost(), Double.NaN);
    MoneyTable table = MoneyTable.of(some, new DiscountRate(0.15));
    DiscountMoney money = table.at(0.4, DiscountTo.FROM);
    assertThat(money.waste()).isPositive();
    assertThat(money.won()).isNaN();
    assertThat(money.incrementalProfit()).isNaN();
    assertThat(table.best(DiscountTo.FROM)).isNaN();
  }
}
