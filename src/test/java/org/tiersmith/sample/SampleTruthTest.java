package org.tiersmith.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tiersmith.sample.SampleExposures.Exposure;

class SampleTruthTest {
  /** Beyond this many standard errors a seeded sample would contradict its truth. */
  private static final double STANDARD_ERRORS = 4;

  private static final List<Exposure> EXPOSURES = SampleExposures.read();

  @Test
  void purchasesFollowTheTrueProbabilities() {
    List<Exposure> byProbability =
        EXPOSURES.stream().sorted(Comparator.comparingDouble(Exposure::p)).toList();
    int tenth = byProbability.size() / 10;
    for (int i = 0; i < 10; i++) {
      assertCalibrated(byProbability.subList(i * tenth, (i + 1) * tenth));
    }
  }

  @Test
  void purchasesFollowTheTruthForEachKindAndRate() {
    Map<String, List<Exposure>> cells =
        EXPOSURES.stream().collect(Collectors.groupingBy(e -> e.kind() + e.rate()));
    assertThat(cells).hasSize(8 * 6);
    cells.values().forEach(SampleTruthTest::assertCalibrated);
  }

  private static void assertCalibrated(List<Exposure> exposures) {
    double expected = exposures.stream().mapToDouble(Exposure::p).sum();
    double variance = exposures.stream().mapToDouble(e -> e.p() * (1 - e.p())).sum();
    double bought = exposures.stream().filter(Exposure::bought).count();
    assertThat(Math.abs(bought - expected)).isLessThan(STANDARD_ERRORS * Math.sqrt(variance));
  }

  @Test
  void discountsAreDrawnWithoutALookAtThePair() {
    double[] rates = EXPOSURES.stream().mapToDouble(Exposure::rate).toArray();
    double bound = STANDARD_ERRORS / Math.sqrt(EXPOSURES.size());
    double[] p0 = EXPOSURES.stream().mapToDouble(Exposure::p0).toArray();
    double[] k = EXPOSURES.stream().mapToDouble(Exposure::k).toArray();
    assertThat(Math.abs(correlation(rates, p0))).isLessThan(bound);
    assertThat(Math.abs(correlation(rates, k))).isLessThan(bound);
    assertThat(EXPOSURES.stream().map(Exposure::rate).distinct())
        .containsExactlyInAnyOrderElementsOf(ExposureMaker.RATES);
  }

  @Test
  void theTruthTellsBuyersFromOthersWellButNotPerfectly() {
    double[] p = EXPOSURES.stream().mapToDouble(Exposure::p).toArray();
    boolean[] bought = SampleExposures.bought(EXPOSURES);
    double rate = EXPOSURES.stream().filter(Exposure::bought).count() / (double) p.length;
    assertThat(rate).isBetween(0.15, 0.25);
    assertThat(Auc.of(p, bought)).isBetween(0.82, 0.86);
  }

  @Test
  void probabilityRisesWithTheDiscountFromP0() {
    assertThat(SampleTruth.atDiscount(0.3, 2, 0)).isCloseTo(0.3, Offset.offset(1e-12));
    assertThat(SampleTruth.atDiscount(0.3, 2, 0.1))
        .isCloseTo(1 - 0.7 * Math.exp(-0.2), Offset.offset(1e-12));
    assertThat(SampleTruth.atDiscount(0.3, 2, 0.2))
        .isGreaterThan(SampleTruth.atDiscount(0.3, 2, 0.1));
  }

  @Test
  void everyPairHasAProbability() {
    SampleTruth truth =
        new SampleShop(new SampleSettings(40, 30, 0, 3, SampleLanguage.ENGLISH)).truth();
    for (int month = 1; month <= 12; month++) {
      LocalDate day = LocalDate.of(2026, month, 1);
      assertThat(truth.p0("C0040", "P030", day)).isBetween(0.0001, 0.9999);
    }
    assertThat(truth.k("C0040", "P030")).isBetween(0.08, 3.5);
  }

  @Test
  void aPriceOfOnesOwnTellsTheSameAsThatDaysListPrice() {
    Shop shop = Shop.of(new SampleSettings(40, 30, 0, 3, SampleLanguage.ENGLISH));
    LocalDate day = LocalDate.of(2026, 5, 4);
    for (ShopProduct product : shop.products()) {
      double listed = PriceBook.listCents(product, day) / 100.0;
      double p0 = shop.truth().p0("C0002", product.id(), day);
      assertThat(shop.truth().p0("C0002", product.id(), day, listed)).isEqualTo(p0);
    }
  }

  @Test
  void knowsItsOwnCustomersAndProductsOnly() {
    Shop shop = Shop.of(new SampleSettings(40, 30, 0, 3, SampleLanguage.ENGLISH));
    ShopProduct product = shop.products().getFirst();
    double price = product.priceCents() / 100.0;
    double cost = product.costCents() / 100.0;
    SampleTruth truth = shop.truth();
    assertThat(truth.knows("C0001", product.id(), price, cost)).isTrue();
    assertThat(truth.knows("C0041", product.id(), price, cost)).isFalse();
    assertThat(truth.knows("C0001", "P031", price, cost)).isFalse();
    assertThat(truth.knows("C0001", product.id(), price + 0.01, cost)).isFalse();
    assertThat(truth.knows("C0001", product.id(), price, Double.NaN)).isFalse();
  }

  @Property(tries = 25, seed = "42")
  void anyShopHasProbabilitiesThatRiseWithTheDiscount(
      @ForAll @IntRange(min = 1, max = 30) int customers,
      @ForAll @IntRange(min = 1, max = 30) int products,
      @ForAll long seed,
      @ForAll SampleLanguage language) {
    Shop shop = Shop.of(new SampleSettings(customers, products, 20, seed, language));
    for (ShopEvent exposure : new ExposureMaker(shop).make()) {
      ShopProduct product = Objects.requireNonNull(exposure.product());
      LocalDate day = exposure.time().toLocalDate();
      double p0 = shop.truth().p0(exposure.customer().id(), product.id(), day);
      double k = shop.truth().k(exposure.customer().id(), product.id());
      assertThat(p0).isBetween(0.0001, 0.9999);
      assertThat(k).isBetween(0.08, 3.5);
      assertThat(SampleTruth.atDiscount(p0, k, 0.3))
          .isBetween(SampleTruth.atDiscount(p0, k, 0.2), 1.0);
      assertThat(day).isBetween(Shop.OFFERS_FROM, Shop.END.minusDays(1));
    }
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }
}
