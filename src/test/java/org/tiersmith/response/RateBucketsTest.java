package org.tiersmith.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RateBucketsTest {

  @Test
  void aLaddersRatesStayApartAndExact() {
    RateBuckets buckets = RateBuckets.of(new double[] {0.3, 0.1, 0.1, 0.1, 0.05, 0.3});

    assertThat(buckets.rates()).containsExactly(0, 0.05, 0.1, 0.3);
    assertThat(buckets.of(0)).isZero();
    assertThat(buckets.of(0.1)).isEqualTo(2);
  }

  @Test
  void noExposuresLeaveRateZero() {
    assertThat(RateBuckets.of(new double[0]).rates()).containsExactly(0);
  }

  @Test
  void manyRatesShareBucketsOfLikeSize() {
    double[] rate = new SplittableRandom(3).doubles(50_000, 0, 0.999).map(d -> d * d).toArray();
    RateBuckets buckets = RateBuckets.of(rate);
    int[] count = new int[buckets.rates().length];
    for (double value : rate) {
      count[buckets.of(value)]++;
    }

    assertThat(count.length).isEqualTo(RateBuckets.MOST);
    for (int b = 1; b < count.length; b++) {
      assertThat(count[b]).isBetween(1200, 2900);
    }
  }

  @Property
  void ratesRiseFromZeroAndKeepTheOrder(
      @ForAll @Size(min = 1, max = 200)
          List<@Scale(4) @DoubleRange(min = 0, max = 0.9999) Double> given) {
    double[] rate = given.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    RateBuckets buckets = RateBuckets.of(rate);
    double[] rates = buckets.rates();

    assertThat(rates[0]).isZero();
    assertThat(rates.length).isLessThanOrEqualTo(RateBuckets.MOST);
    assertThat(SegmentResponses.rising(rates, true)).isTrue();
    assertThat(rates[rates.length - 1]).isLessThan(1);
    assertThat(Arrays.stream(rate).mapToInt(buckets::of).toArray()).isSorted();
  }
}
