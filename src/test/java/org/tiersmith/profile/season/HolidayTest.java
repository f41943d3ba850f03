package org.tiersmith.profile.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holidays fall on the days on which they were kept. */
class HolidayTest {

  @ParameterizedTest
  @CsvSource({
    "EASTER, 2024-03-31",
    "EASTER, 2025-04-20",
    "EASTER, 2038-04-25",
    "EASTER, 1818-03-22",
    "WHITSUN, 2024-05-19",
    "ASCENSION, 2024-05-09",
    "MOTHERING_SUNDAY, 2024-03-10",
    "MOTHERS_DAY, 2025-05-11",
    "MOTHERS_DAY_FRANCE, 2024-05-26",
    "MOTHERS_DAY_FRANCE, 2020-06-07",
    "FATHERS_DAY, 2025-06-15",
    "MEMORIAL_DAY, 2024-05-27",
    "LABOR_DAY, 2024-09-02",
    "SUMMER_BANK_HOLIDAY, 2024-08-26",
    "THANKSGIVING, 2024-11-28",
    "THANKSGIVING, 2023-11-23",
    "BLACK_FRIDAY, 2024-11-29",
    "CYBER_MONDAY, 2024-12-02",
    "CYBER_MONDAY, 2023-11-27",
    "CHINESE_NEW_YEAR, 2020-01-25",
    "CHINESE_NEW_YEAR, 2023-01-22",
    "CHINESE_NEW_YEAR, 2024-02-10",
    "CHINESE_NEW_YEAR, 2025-01-29",
    "CHINESE_NEW_YEAR, 2026-02-17",
    "CHINESE_NEW_YEAR, 2027-02-06",
    "CHINESE_NEW_YEAR, 2030-02-03",
    "CHINESE_NEW_YEAR, 2033-01-31",
    "CHINESE_NEW_YEAR, 2034-02-19",
    "CHINESE_NEW_YEAR, 1985-02-20",
    "DRAGON_BOAT, 2024-06-10",
    "DRAGON_BOAT, 2023-06-22",
    "QIXI, 2024-08-10",
    "QIXI, 2012-08-23",
    "MID_AUTUMN, 2023-09-29",
    "MID_AUTUMN, 2024-09-17",
    "MID_AUTUMN, 2025-10-06",
    "QINGMING, 2024-04-04",
    "QINGMING, 2023-04-05",
    "SINGLES_DAY, 2024-11-11",
    "MID_YEAR_SALE, 2024-06-18"
  })
  void fallOnKnownDays(Holiday holiday, LocalDate date) {
    assertThat(holiday.in(date.getYear())).isEqualTo(date);
  }

  @Property(tries = 200)
  void newYearIsTheNewMoonOfJanuaryOrFebruary(@ForAll @IntRange(min = 1930, max = 2099) int year) {
    LocalDate newYear = Holiday.CHINESE_NEW_YEAR.in(year);
    assertThat(newYear).isBetween(LocalDate.of(year, 1, 20), LocalDate.of(year, 2, 21));
    long days =
        newYear.until(Holiday.CHINESE_NEW_YEAR.in(year + 1), java.time.temporal.ChronoUnit.DAYS);
    assertThat(days)
        .satisfiesAnyOf(
            n -> assertThat(n).isBetween(353L, 356L), n -> assertThat(n).isBetween(383L, 385L));
    long toAutumn = newYear.until(Holiday.MID_AUTUMN.in(year), java.time.temporal.ChronoUnit.DAYS);
    assertThat(toAutumn)
        .satisfiesAnyOf(
            n -> assertThat(n).isBetween(219L, 223L), n -> assertThat(n).isBetween(249L, 252L));
  }

  @Property(tries = 100)
  void easterIsASundayInSpring(@ForAll @IntRange(min = 1900, max = 2100) int year) {
    LocalDate easter = Holiday.EASTER.in(year);
    assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
    assertThat(easter).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
  }

  @Test
  void aCountryTellsItsHolidaysByDate() {
    assertThat(Country.US.between(LocalDate.of(2024, 11, 1), LocalDate.of(2025, 1, 1)))
        .extracting(Country.Feast::holiday)
        .containsExactly(
            Holiday.THANKSGIVING,
            Holiday.BLACK_FRIDAY,
            Holiday.CYBER_MONDAY,
            Holiday.CHRISTMAS,
            Holiday.NEW_YEAR);
    assertThat(Country.NONE.between(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1))).isEmpty();
    assertThat(Country.likely("£", "en")).isEqualTo(Country.GB);
    assertThat(Country.likely("", "zh")).isEqualTo(Country.CN);
    assertThat(Country.find("de")).contains(Country.DE);
    assertThat(Country.find("xx")).isEmpty();
  }
}
