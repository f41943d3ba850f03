package org.tiersmith.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Text;
import org.tiersmith.model.TierLadder;

class GuardrailFindingsTest {
  /** Two products at 10: one costs 5, the other 9. */
  private static Portfolio shop() {
    double[] p0 = {0.2, 0.2, 0.3, 0.3};
    return new Portfolio(
            List.of("all"),
            new int[4],
            new int[] {0, 1, 0, 1},
            new double[] {10, 10, 10, 10},
            new double[] {5, 5, 9, 9},
            p0,
            new double[] {1, 1, 1, 1})
        .withKeys(
            new PairKeys(
                List.of("ann", "bob"),
                List.of("cup", "pot"),
                new int[] {0, 0, 1, 1},
                List.of("tea"),
                new int[] {0, -1}));
  }

  private static List<String> found(UnaryOperator<Scenario> change) {
    Scenario plain =
        new Scenario(
            "s", new Policy.Fixed(0.1), TierLadder.of(0, 0.05, 0.1), Snap.DOWN, Guardrails.NONE);
    return GuardrailFindings.of(shop(), change.apply(plain), () -> false).stream()
        .map(Text::english)
        .toList();
  }

  private static List<String> with(UnaryOperator<Guardrails> change) {
    return found(s -> s.withGuardrails(change.apply(s.guardrails())));
  }

  @Test
  void hasNothingToSayWhereAllIsWell() {
    assertThat(with(g -> g)).isEmpty();
  }

  @Test
  void countsTheProductsThatAMarginFloorLeavesOut() {
    assertThat(with(g -> g.withMinMargin(0.2)))
        .containsExactly("The margin floor of 20% leaves no discount for one product.");
  }

  @Test
  void saysWhenNothingIsLeftForAnyone() {
    assertThat(with(g -> g.withMinMargin(0.8)))
        .first()
        .isEqualTo("Together the guardrails leave no pair any discount. Loosen one of them.");
    assertThat(with(g -> g.withMaxDiscount(0.03)))
        .containsExactly(
            "The highest discount (3%) lies below the smallest that may be given (5%): nobody gets"
                + " a discount.");
    assertThat(with(g -> g.withMinRate(0.5)))
        .containsExactly(
            "The smallest discount worth giving (50%) lies above the highest tier (10%): nobody"
                + " gets a discount.");
    assertThat(with(g -> g.withPerCustomer(0))).hasSize(1);
    assertThat(with(g -> g.withBudget(0.0)))
        .containsExactly("The budget is 0: nobody gets a discount.");
    assertThat(found(s -> s.withTiers(TierLadder.of(0))))
        .containsExactly("The ladder has no tier above none: nobody gets a discount.");
  }

  @Test
  void saysWhichOfTwoBudgetsHolds() {
    assertThat(
            found(
                s ->
                    s.withPolicy(new Policy.BudgetOptimum(50))
                        .withGuardrails(s.guardrails().withBudget(20.0))))
        .containsExactly(
            "The budget among the guardrails (20) is lower than the policy's (50); the lower one"
                + " holds.");
  }

  @Test
  void namesWhatHasNoEffect() {
    List<String> said =
        with(
            g ->
                g.withExclusions(
                        List.of(
                            new Exclusion(Scope.PRODUCT, "cup"),
                            new Exclusion(Scope.CUSTOMER, "eve")))
                    .withCaps(List.of(new Cap(Scope.PRODUCT, "cup", 0.05)), Precedence.STRICTEST));
    assertThat(said)
        .containsExactly(
            "cup is excluded, so its cap of 5% has no effect.",
            "Caps or exclusions name nobody and nothing among the pairs: eve.");
  }
}
