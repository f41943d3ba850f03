package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.profile.PairNumbers.History;
import org.tiersmith.profile.season.Country;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.task.JobContext;

/** What models read of the season: from days before only, and right. */
class SeasonNumbersTest {
  /** A mug and a tent are bought each day; from 1 May 2025 on two tents. */
  private static final LocalDate FIRST = LocalDate.of(2024, 12, 1);

  private static final LocalDate TURN = LocalDate.of(2025, 5, 1);
  private static final LocalDate LAST = LocalDate.of(2025, 6, 30);

  @TempDir private Path folder;
  private FeatureSpace space;

  @BeforeEach
  void open() {
    StringBuilder events =
        new StringBuilder(
            "customer_id,product_id,timestamp,type,list_price,discount_rate,purchased,text,rating\n");
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      line(events, "P1", day, 9);
      line(events, "P3", day, 9);
      if (!day.isBefore(TURN)) {
        line(events, "P3", day, 17);
      }
    }
    Tables tables =
        TinyShop.tables(folder, TinyShop.CUSTOMERS, TinyShop.PRODUCTS, events.toString());
    try (Duck duck = Duck.open(JobContext.detached())) {
      space =
          new FeatureSpace(
              duck, tables, new ModelReading(TextTemplates.ENGLISH, NumberSet.usual(Country.US)));
    }
  }

  private static void line(StringBuilder to, String product, LocalDate day, int hour) {
    to.append("C1,%s,%s %02d:00,purchase,20,0,,,\n".formatted(product, day, hour));
  }

  @Test
  void tellsWhichCategoryRises() {
    assertThat(number(PairNumber.CATEGORY_TREND, "P3", TURN)).isZero();
    // 56 of 84 now; 84 of 168 before, so that 42 would be expected.
    LocalDate later = TURN.plusDays(28);
    assertThat(number(PairNumber.CATEGORY_TREND, "P3", later))
        .isCloseTo(Math.log((56 + 5.0) / (42 + 5)), within(1e-6));
    assertThat(number(PairNumber.CATEGORY_TREND, "P1", later))
        .isCloseTo(Math.log((28 + 5.0) / (42 + 5)), within(1e-6));
    assertThat(number(PairNumber.CATEGORY_TREND, "P1", FIRST)).isNaN();
  }

  @Test
  void aHolidayComesNear() {
    LocalDate christmas = LocalDate.of(2024, 12, 25);
    assertThat(number(PairNumber.HOLIDAY_NEAR, "P1", christmas)).isEqualTo(1);
    assertThat(number(PairNumber.HOLIDAY_NEAR, "P1", christmas.minusDays(7))).isEqualTo(0.5);
    assertThat(number(PairNumber.HOLIDAY_NEAR, "P1", LocalDate.of(2025, 7, 20))).isZero();
  }

  @Test
  void modelsOfBeforeReadWhatTheyRead() {
    assertThat(NumberSet.FIRST.columns())
        .containsExactly(
            "list_price_log",
            "price_to_category_log",
            "bought_before_log",
            "seen_before_log",
            "days_since_bought_log",
            "year_sin",
            "year_cos");
    List<String> usual = NumberSet.usual(Country.US).columns();
    assertThat(usual).startsWith(NumberSet.FIRST.columns().toArray(String[]::new));
    assertThat(usual.stream().map(PairNumber::find))
        .allSatisfy(found -> assertThat(found).isPresent());
    assertThat(PairNumber.find("moon_phase")).isEmpty();
  }

  private double number(PairNumber number, String product, LocalDate day) {
    PairNumbers numbers = space.pairNumbers();
    float[] all = new float[numbers.set().width()];
    int what = space.catalogue().product(product);
    numbers.write(History.NONE, what, (int) day.toEpochDay(), 20, all, 0);
    return all[numbers.set().numbers().indexOf(number)];
  }
}
