package org.tiersmith.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way to digits against exact decimals. */
class DecimalsTest {

  @Provide
  Arbitrary<Integer> digits() {
    return Arbitraries.of(2, 4, 6);
  }

  /** Numbers of every size, and such as are shown: prices, probabilities, profits. */
  @Provide
  Arbitrary<Double> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite),
        Arbitraries.doubles().between(0, 1),
        Arbitraries.doubles().between(-1000, 1000),
        Arbitraries.doubles().between(-1e13, 1e13),
        Arbitraries.of(0.0, -0.0, Double.MIN_VALUE, -Double.MAX_VALUE, Double.NaN, 1e12, 1e10));
  }

  /** Decimals that end in the 5 that decides, and their neighbours among the doubles. */
  @Provide
  Arbitrary<Double> halves() {
    return Arbitraries.longs()
        .between(-200_000_000_000L, 200_000_000_000L)
        .flatMap(
            units ->
                Arbitraries.of(3, 5, 7)
                    .map(scale -> BigDecimal.valueOf(10 * units + 5, scale).doubleValue()))
        .flatMap(half -> Arbitraries.of(half, Math.nextUp(half), Math.nextDown(half)));
  }

  @Property(tries = 3000)
  void anyNumberHasTheDigitsOfItsExactDecimal(
      @ForAll("numbers") double value, @ForAll("digits") int digits) throws IOException {
    assertThat(written(value, digits)).isEqualTo(exact(value, digits));
  }

  @Property(tries = 3000)
  void aHalfHasTheDigitsOfItsExactDecimal(
      @ForAll("halves") double value, @ForAll("digits") int digits) throws IOException {
    assertThat(written(value, digits)).isEqualTo(exact(value, digits));
  }

  @Test
  void aHundredThousandHalvesAndTheirNeighboursHaveTheDigitsOfTheirExactDecimals()
      throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 100_000; i++) {
      long units = 10 * random.nextLong(1L << random.nextInt(1, 38)) + 5;
      double half = BigDecimal.valueOf(units, 5).doubleValue();
      for (double value : new double[] {half, Math.nextUp(half), Math.nextDown(half)}) {
        assertThat(written(value, 4)).isEqualTo(exact(value, 4));
      }
    }
  }

  @Property(tries = 2000)
  void aPriceLessItsDiscountIsExact(
      @ForAll("prices") long cents, @ForAll("rates") BigDecimal rate) {
    BigDecimal expected =
        BigDecimal.valueOf(cents, 2)
            .multiply(BigDecimal.ONE.subtract(rate))
            .setScale(2, RoundingMode.HALF_UP);
    PriceShare share = new PriceShare(rate);
    assertThat(BigDecimal.valueOf(share.of(cents), 2)).isEqualTo(expected);
    assertThat(share.of(BigDecimal.valueOf(cents, 2), 2)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<Long> prices() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(0, 99_999), Arbitraries.longs().between(0, 999_999_999_999L));
  }

  @Provide
  Arbitrary<BigDecimal> rates() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 99).map(i -> BigDecimal.valueOf(i, 2)),
        Arbitraries.longs().between(0, 999_999).map(i -> BigDecimal.valueOf(i, 6)),
        Arbitraries.doubles()
            .between(0, 0.99)
            .ofScale(17)
            .map(d -> BigDecimal.valueOf(d).stripTrailingZeros()));
  }

  @ParameterizedTest
  @CsvSource({
    "1.005, 2, 1.01",
    "2.675, 2, 2.68",
    "-1.005, 2, -1.01",
    "-0.00001, 4, 0.0000",
    "1e-9, 6, 0.000000",
    "123456789.125, 2, 123456789.13",
    "9999999999.994, 2, 9999999999.99",
    "9999999999.995, 2, 10000000000.00",
    "1e15, 2, 1000000000000000.00",
    "0.9999995, 6, 1.000000",
    "NaN, 2, ''"
  })
  void numbersArePlainAndRoundHalfAway(double value, int digits, String expected)
      throws IOException {
    assertThat(written(value, digits)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void infinityIsNoNumberOfAPlan(double value) {
    assertThatThrownBy(() -> written(value, 2)).isInstanceOf(NumberFormatException.class);
  }

  private static String exact(double value, int digits) {
    return Double.isNaN(value)
        ? ""
        : BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }

  private static String written(double value, int digits) throws IOException {
    CsvBytes bytes = new CsvBytes(1);
    bytes.number(value, digits);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    bytes.writeTo(out);
    return out.toString(StandardCharsets.US_ASCII);
  }
}
