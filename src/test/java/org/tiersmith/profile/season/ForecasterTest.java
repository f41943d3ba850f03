package org.tiersmith.profile.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Forecasts of series whose truth is known. */
class ForecasterTest {
  private static final LocalDate MONDAY = LocalDate.of(2022, 1, 3);
  private final Forecaster forecaster = new Forecaster(Country.US);

  @Test
  void aSeasonWithoutNoiseGoesOnAsLastYear() {
    WeeklySeries series = series(156, ForecasterTest::wave);
    Outlook outlook = forecaster.outlook(series);
    assertThat(outlook.ahead()).hasSize(13);
    for (int i = 0; i < 13; i++) {
      double truth = wave(156 + i);
      assertThat(outlook.ahead().get(i).forecast()).isCloseTo(truth, within(0.05 * truth));
    }
    ForecastErrors errors = outlook.errors();
    assertThat(errors).isNotNull();
    assertThat(errors.naiveWmape()).isLessThan(1e-9);
    assertThat(errors.wmape()).isLessThan(0.03);
  }

  @Test
  void beatsLastYearOnNoisySeasonsThatGrow() {
    double own = 0;
    double naive = 0;
    int covered = 0;
    for (int seed = 0; seed < 12; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Outlook outlook =
          forecaster.outlook(
              series(130, t -> wave(t) * (1 + 0.002 * t) * Math.exp(0.25 * random.nextGaussian())));
      for (Outlook.HeldOut week : outlook.heldOut()) {
        own += Math.abs(week.actual() - week.forecast());
        naive += Math.abs(week.actual() - week.naive());
        covered += week.actual() >= week.low() && week.actual() <= week.high() ? 1 : 0;
      }
    }
    assertThat(own).isLessThan(0.85 * naive);
    assertThat(covered / (12 * 13.0)).isBetween(0.65, 0.97);
  }

  @Test
  void aWalkIsForecastNaively() {
    SplittableRandom random = new SplittableRandom(3);
    double[] walk = new double[50];
    for (int t = 0; t < 50; t++) {
      walk[t] = (t == 0 ? 1000 : walk[t - 1]) + 40 * random.nextGaussian();
    }
    Outlook outlook = forecaster.outlook(new WeeklySeries(MONDAY, walk));
    assertThat(outlook.naive()).isEqualTo("LAST_WEEK");
    assertThat(outlook.heldOut()).hasSize(8);
    ForecastErrors errors = outlook.errors();
    assertThat(errors).isNotNull();
    assertThat(outlook.isNaive()).isEqualTo(!errors.wins());
  }

  @Test
  void tooShortAHistoryIsNotForecast() {
    Outlook outlook = forecaster.outlook(series(11, t -> 5));
    assertThat(outlook.weeks()).hasSize(11);
    assertThat(outlook.ahead()).isEmpty();
    assertThat(outlook.errors()).isNull();
  }

  /** What the choice and the forecast on the weeks held out know ends before these. */
  @Property(tries = 20)
  void heldOutWeeksDoNotChangeTheirForecast(
      @ForAll @IntRange(min = 20, max = 130) int weeks, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = random.doubles(weeks, 0, 100).toArray();
    Outlook before = forecaster.outlook(new WeeklySeries(MONDAY, values));
    double[] changed = values.clone();
    for (int t = weeks - before.heldOut().size(); t < weeks; t++) {
      changed[t] = 1000 * random.nextDouble();
    }
    Outlook after = forecaster.outlook(new WeeklySeries(MONDAY, changed));
    assertThat(after.tried()).isEqualTo(before.tried());
    assertThat(after.heldOut())
        .extracting(Outlook.HeldOut::forecast)
        .isEqualTo(before.heldOut().stream().map(Outlook.HeldOut::forecast).toList());
  }

  @Property(tries = 100)
  void anySeriesHasAFiniteForecastWithinItsInterval(
      @ForAll @Size(min = 12, max = 140) List<@DoubleRange(min = 0, max = 1e7) Double> values) {
    double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
    Outlook outlook = forecaster.outlook(new WeeklySeries(MONDAY, all));
    assertThat(outlook.ahead())
        .isNotEmpty()
        .allSatisfy(
            week -> {
              assertThat(week.forecast()).isFinite().isNotNegative();
              assertThat(week.low()).isBetween(0.0, week.forecast());
              assertThat(week.high()).isGreaterThanOrEqualTo(week.forecast());
            });
    assertThat(forecaster.outlook(new WeeklySeries(MONDAY, all))).isEqualTo(outlook);
  }

  @Test
  void aSeriesOfZerosIsForecastAsZeros() {
    assertThat(forecaster.outlook(series(120, t -> 0)).ahead())
        .allSatisfy(week -> assertThat(week.high()).isZero());
  }

  private static double wave(int week) {
    return 100 * (1 + 0.5 * Math.sin(2 * Math.PI * week / 52));
  }

  private static WeeklySeries series(int weeks, IntToDoubleFunction value) {
    double[] values = new double[weeks];
    Arrays.setAll(values, value);
    return new WeeklySeries(MONDAY, values);
  }
}
