package org.tiersmith.profile.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Problem;
import org.tiersmith.task.JobContext;

/** Patterns that were planted in a shop are found in it. */
class SeasonsTest {
  @TempDir private Path folder;

  /**
   * Two categories over 900 days from a Wednesday on: tents are bought twice as much in July, mugs
   * three times as much in the ten days before Christmas; on Sundays nobody buys.
   */
  private Tables shop() {
    return tables(
        "SELECT DATE '2022-06-01' + (d * INTERVAL 1 DAY) AS day, p FROM range(900) r(d),"
            + " (VALUES ('P1'), ('P2')) v(p)",
        "CASE WHEN dayofweek(day) = 0 THEN 0 WHEN p = 'P1' THEN CASE WHEN month(day) = 7 THEN 20"
            + " ELSE 10 END WHEN month(day) = 12 AND day(day) BETWEEN 15 AND 24 THEN 30 ELSE 10"
            + " END");
  }

  private Tables tables(String days, String units) {
    Tables tables = Tables.in(folder);
    try (Duck duck = Duck.open(JobContext.detached())) {
      copy(duck, "SELECT 'C1' AS customer_id", tables.customers());
      copy(
          duck,
          "SELECT *, 5.0::DOUBLE AS price FROM (VALUES ('P1', 'Tent', 'Tents', NULL), ('P2', 'Mug',"
              + " 'Mugs', NULL)) v(product_id, title, category, brand)",
          tables.products());
      copy(
          duck,
          "SELECT 'E' || row_number() OVER () AS event_id, 'C1' AS customer_id, p AS product_id,"
              + " day::TIMESTAMP AS \"timestamp\", 'purchase' AS type, ("
              + units
              + ")::DOUBLE AS quantity, 4.0::DOUBLE AS list_price, 0.25::DOUBLE AS discount_rate,"
              + " NULL::BOOLEAN AS purchased FROM ("
              + days
              + ") WHERE ("
              + units
              + ") > 0",
          tables.events());
    }
    return tables;
  }

  private static void copy(Duck duck, String query, Path file) {
    duck.run("COPY (" + query + ") TO " + Duck.text(file) + " (FORMAT parquet)");
  }

  @Test
  void readsOnlyTheTitlesThatAreMostBought() {
    Tables tables = Tables.in(folder);
    try (Duck duck = Duck.open(JobContext.detached())) {
      copy(duck, "SELECT 'C1' AS customer_id", tables.customers());
      // Twenty thousand titles over nine years: by day they would be more than a gigabyte.
      copy(
          duck,
          "SELECT 'P' || i AS product_id, 'Title ' || i AS title, NULL::VARCHAR AS category,"
              + " NULL::VARCHAR AS brand, 1.0::DOUBLE AS price FROM range(20000) t(i)",
          tables.products());
      copy(
          duck,
          "SELECT 'E' || i AS event_id, 'C1' AS customer_id, 'P' || (i % 20000) AS product_id,"
              + " TIMESTAMP '2015-01-01' + (i % 3300) * INTERVAL 1 DAY AS \"timestamp\", 'purchase'"
              + " AS type, CASE WHEN i % 20000 < 7 THEN 9.0 ELSE 1.0 END AS quantity,"
              + " NULL::DOUBLE AS list_price, NULL::DOUBLE AS discount_rate, NULL::BOOLEAN AS"
              + " purchased FROM range(60000) t(i)",
          tables.events());
    }
    long before = allocated();
    Demand demand = Demand.of(tables, JobContext.detached());
    assertThat(allocated() - before).isLessThan(100L << 20);
    assertThat(demand.grouping()).isEqualTo(Demand.Grouping.PRODUCT);
    assertThat(demand.categories()).hasSize(51);
    assertThat(demand.categories().subList(1, 8))
        .extracting(Demand.Category::name)
        .containsExactly(
            "Title 0", "Title 1", "Title 2", "Title 3", "Title 4", "Title 5", "Title 6");
    assertThat(demand.categories().get(1).units()).contains(9, 9, 9).hasSize(3300);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  @Test
  void countsWholeWeeksOfEachCategory() {
    Demand demand = Demand.of(shop(), JobContext.detached());
    assertThat(demand.openDays()).hasSize(6).doesNotContain(DayOfWeek.SUNDAY);
    assertThat(demand.categories())
        .extracting(Demand.Category::name)
        .containsExactlyInAnyOrder(Demand.ALL, "Tents", "Mugs")
        .startsWith(Demand.ALL);
    Demand.Category mugs =
        demand.categories().stream().filter(c -> c.name().equals("Mugs")).findFirst().orElseThrow();
    WeeklySeries weeks = demand.weeks(mugs, Measure.UNITS);
    // The first week lacks Monday and Tuesday; the last ends on an open Saturday.
    assertThat(weeks.firstWeek()).isEqualTo(LocalDate.of(2022, 6, 6));
    assertThat(weeks.size()).isEqualTo(128);
    assertThat(weeks.values()[0]).isEqualTo(60);
    assertThat(demand.weeks(mugs, Measure.REVENUE).values()[0]).isCloseTo(180, within(1e-9));
  }

  @Test
  void weeksWithoutAPurchaseAreZeros() {
    Tables tables =
        tables(
            "SELECT DATE '2024-01-01' + (d * INTERVAL 1 DAY) AS day, 'P1' AS p FROM range(70) r(d)"
                + " WHERE d < 14 OR d >= 28",
            "1");
    Demand demand = Demand.of(tables, JobContext.detached());
    assertThat(demand.weeks(demand.categories().getFirst(), Measure.UNITS).values())
        .containsExactly(7, 7, 0, 0, 7, 7, 7, 7, 7, 7);
  }

  @Test
  void weeklyDataAreWholeWeeksAndHaveNoWeekdays() {
    Tables tables =
        tables(
            "SELECT DATE '2024-01-04' + (d * INTERVAL 7 DAY) AS day, 'P1' AS p FROM range(30) r(d)",
            "3");
    Seasons seasons =
        Seasons.of(
            Demand.of(tables, JobContext.detached()),
            Measure.UNITS,
            Country.US,
            JobContext.detached());
    assertThat(seasons.weeks()).isEqualTo(30);
    assertThat(seasons.knowsYears()).isFalse();
    assertThat(seasons.categories().getFirst().pattern().weekdays()).isEmpty();
    assertThat(seasons.categories().getFirst().pattern().months()).isEmpty();
  }

  @Test
  void findsPlantedPatterns() {
    Seasons seasons =
        Seasons.of(
            Demand.of(shop(), JobContext.detached()),
            Measure.UNITS,
            Country.US,
            JobContext.detached());
    CategorySeason tents = find(seasons, "Tents");
    assertThat(tents.pattern().peakMonth()).isEqualTo(7);
    assertThat(tents.pattern().months().get(6) / tents.pattern().months().get(3))
        .isBetween(1.6, 2.1);
    assertThat(tents.pattern().weekdays().get(6)).isLessThan(0.1);
    assertThat(tents.pattern().weekdays().get(0)).isCloseTo(7 / 6.0, within(0.02));
    CategorySeason mugs = find(seasons, "Mugs");
    HolidayEffect strongest = mugs.effects().getFirst();
    assertThat(strongest.holiday()).isEqualTo(Holiday.CHRISTMAS);
    assertThat(strongest.times()).isEqualTo(2);
    assertThat(strongest.before()).isBetween(2.0, 3.1);
    assertThat(mugs.pattern().peakMonth()).isEqualTo(12);
    assertThat(mugs.outlook().ahead()).hasSize(13);
    assertThat(mugs.holidays()).extracting(Country.Feast::holiday).contains(Holiday.CHRISTMAS);
    assertThat(seasons.knowsYears()).isTrue();
    assertThat(seasons.judged()).isEqualTo(2);
  }

  @Test
  void aShopWithoutPurchasesIsRefused() {
    Tables tables = tables("SELECT DATE '2024-01-04' AS day, 'P1' AS p", "0");
    assertThatThrownBy(() -> Demand.of(tables, JobContext.detached()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Nothing was bought");
  }

  private static CategorySeason find(Seasons seasons, String category) {
    return seasons.categories().stream()
        .filter(one -> one.category().equals(category))
        .findFirst()
        .orElseThrow();
  }
}
