package org.tiersmith.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiersmith.encoder.PrecisionTrial.Kernel;
import org.tiersmith.model.DeviceChoice;

class PrecisionTrialTest {
  private static final float[] VALUES = {1, -2, 3};

  private long now;
  private int calls;

  @ParameterizedTest
  @CsvSource({"10, 5, true", "12, 10, true", "11, 10, false", "10, 10, false", "10, 30, false"})
  void bfloat16MustBeAFifthFaster(int exact, int rounded, boolean expected) {
    assertThat(trial(bfloat16 -> take(bfloat16 ? rounded : exact, 0.002f))).isEqualTo(expected);
  }

  @Test
  void theBestOfSeveralCounts() {
    // Something else holds up all calls but every fifth of either kind.
    Kernel kernel = bfloat16 -> take((bfloat16 ? 5 : 9) + (calls / 2 % 5 == 0 ? 0 : 20), 0);
    assertThat(trial(kernel)).isTrue();
    assertThat(calls).isGreaterThan(10);
  }

  @Test
  void wrongValuesAreNeverTaken() {
    assertThat(trial(bfloat16 -> take(1, bfloat16 ? 0.1f : 0))).isFalse();
    assertThat(trial(bfloat16 -> take(1, bfloat16 ? Float.NaN : 0))).isFalse();
  }

  @Test
  void slowEmulationIsNotTriedAtLength() {
    assertThat(trial(bfloat16 -> take(bfloat16 ? 100 : 1, 0))).isFalse();
    assertThat(calls).isEqualTo(2 + 2);
  }

  @Test
  void whereTheEngineRefusesItFloat32IsUsed() {
    Kernel kernel =
        bfloat16 -> {
          if (bfloat16) {
            throw new EngineException("not implemented for 'BFloat16'");
          }
          return take(1, 0);
        };
    assertThat(trial(kernel)).isFalse();
  }

  @Test
  void itStopsWhenItTakesLong() {
    assertThat(trial(bfloat16 -> take(90, 0))).isFalse();
    assertThat(calls).isEqualTo(2 + 2 * 3);
  }

  @Test
  void theChoiceIsMadeOnceInAProcessAndSaid() {
    TorchRuntime first = TorchRuntime.start(DeviceChoice.CPU);
    assertThat(TorchRuntime.start(DeviceChoice.CPU)).isEqualTo(first);
    assertThat(first.describe()).endsWith(first.bfloat16() ? "bfloat16" : "float32");
    assertThat(first.exact().describe()).endsWith("float32");
  }

  private boolean trial(Kernel kernel) {
    return new PrecisionTrial(kernel, () -> now).bfloat16();
  }

  /** Lets milliseconds go by and answers values that are off by a share. */
  private float[] take(int milliseconds, float off) {
    calls++;
    now += milliseconds * 1_000_000L;
    float[] values = VALUES.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= 1 + off;
    }
    return values;
  }
}
