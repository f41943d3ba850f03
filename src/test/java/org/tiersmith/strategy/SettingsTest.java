package org.tiersmith.strategy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.model.Problem;

/** Settings out of range are refused with a sentence that holds the number. */
class SettingsTest {

  @ParameterizedTest
  @ValueSource(doubles = {-0.5, Double.NaN, Double.POSITIVE_INFINITY})
  void alpha(double value) {
    assertThatThrownBy(() -> Alpha.of(value))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("" + value);
    assertThatThrownBy(() -> new Alpha(1, Map.of("a", value))).isInstanceOf(Problem.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, 20, Double.NaN})
  void target(double value) {
    assertThatThrownBy(() -> new Policy.Target(Alpha.of(1), value))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("" + value);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, -0.5, 15, Double.NaN})
  void fixedRateAndMarginFloor(double value) {
    assertThatThrownBy(() -> new Policy.Fixed(value))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("" + value);
    assertThatThrownBy(() -> new Guardrails(value, 1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("" + value);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.5, -0.5, 30, Double.NaN})
  void cap(double value) {
    assertThatThrownBy(() -> new Guardrails(0, value))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("" + value);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void budget(double value) {
    assertThatThrownBy(() -> new Policy.BudgetOptimum(value))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("" + value);
  }
}
