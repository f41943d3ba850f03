package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.model.Text;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.ScenarioDefaults;

class GivenNamesTest {

  @Test
  void everyDefaultNameOfAScenarioIsTranslatedAndKeepsItsNumber() {
    for (Policy policy :
        List.of(
            new Policy.Classic(Alpha.of(1)),
            new Policy.Target(Alpha.of(1), 0.1),
            new Policy.Fixed(0.1),
            new Policy.ProfitOptimum(),
            new Policy.BudgetOptimum(1))) {
      String name = ScenarioDefaults.name(policy);
      assertThat(GivenNames.scenario(name).english()).isEqualTo(name);
      assertThat(GivenNames.scenario(name + " 12").english()).isEqualTo(name + " 12");
      assertThat(chinese(GivenNames.scenario(name))).matches("\\p{IsHan}+");
      assertThat(chinese(GivenNames.scenario(name + " 12"))).matches("\\p{IsHan}+ 12");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Target rule", "target", "Target 2b", "春季{0}", "It's 5 % off", "", " 2"})
  void aNameThatAPersonTypedStays(String typed) {
    assertThat(GivenNames.scenario(typed).english()).isEqualTo(typed);
    assertThat(chinese(GivenNames.scenario(typed))).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gold", "35-44", "champions", "{1} '"})
  void aValueOfTheDataStays(String value) {
    assertThat(chinese(GivenNames.segment(value))).isEqualTo(value);
    assertThat(chinese(GivenNames.event(value))).isEqualTo(value);
  }

  @Test
  void traitsOfAClusterAreTranslatedAndItsCategoryStays() {
    String name = "frequent, buy at discount, Dresses";
    assertThat(GivenNames.segment(name).english()).isEqualTo(name);
    assertThat(chinese(GivenNames.segment(name))).isEqualTo("购买频繁、折扣时购买、Dresses");
    assertThat(chinese(GivenNames.segment("Dresses, frequent"))).isEqualTo("Dresses, frequent");
  }

  @Test
  void aNameWithinASentenceIsTranslatedToo() {
    Text freeze = Text.of("undo.add", "Add {0}", GivenNames.scenario("Target 2"));
    assertThat(freeze.english()).isEqualTo("Add Target 2");
    assertThat(chinese(freeze)).matches("\\p{IsHan}+ \\p{IsHan}+ 2");
  }

  private static String chinese(Text text) {
    return Localizer.localise(text, Locale.SIMPLIFIED_CHINESE);
  }
}
