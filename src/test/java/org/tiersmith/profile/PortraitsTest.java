package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.profile.season.Demand;
import org.tiersmith.task.JobContext;

/** The table of portraits on shops whose answers are known. */
class PortraitsTest {
  private static final String PRODUCTS =
      """
      product_id,title,category,brand,description,price,cost
      P1,Plain Mug,Kitchen,Acme,,10,4
      P2,Fine Mug,Kitchen,Acme,,20,8
      P3,Gold Mug,Kitchen,Lux,,30,12
      P4,Garden Hose,Garden,Green,,25,
      """;

  @TempDir private Path folder;

  @Test
  void hasARowForEveryCustomerInTheOrderOfTheirIds() {
    assertThat(column(TinyShop.tables(folder), "customer_id")).containsExactly("C1", "C2", "C3");
  }

  @Test
  void countsRecencyOrdersRevenueAndMargin() {
    Map<String, String> row =
        row(
            shop(
                "C1,P1,2025-01-01 09:00,purchase,10,0,2",
                "C1,P2,2025-01-01 10:00,purchase,20,0.5,1",
                "C1,P4,2025-01-11 10:00,purchase,25,0,1",
                "C1,P4,2025-01-10 10:00,view,25,0,1",
                "C2,P1,2025-01-21 10:00,view,10,0,1"),
            "C1");
    assertThat(row)
        .containsEntry("recency_days", "10")
        .containsEntry("orders", "2")
        .containsEntry("revenue", "55.0")
        .containsEntry("margin", "14.0")
        .containsEntry("basket", "27.5")
        .containsEntry("events", "4")
        .containsEntry("views", "1")
        .containsEntry("tenure_days", "20")
        .containsEntry("top_category", "Kitchen")
        .containsEntry("top_brand", "Acme");
    assertThat(number(row, "category_share")).isEqualTo(2 / 3.0, within(1e-9));
  }

  @Test
  void oneMistypedDateDoesNotMoveToday() {
    String[] events = new String[601];
    for (int i = 0; i < 600; i++) {
      events[i] = String.format("C%d,P1,2024-01-%02d 09:00,purchase,10,0,1", i % 50, 1 + i / 20);
    }
    events[600] = "C7,P2,2025-01-10 09:00,purchase,20,0,1";
    Tables tables = shop(events);
    assertThat(row(tables, "C1")).containsEntry("recency_days", "2");
    assertThat(row(tables, "C7")).containsEntry("last_seen", "2024-01-28 09:00:00.0");
    try (RuleTable rules = RuleTable.open(tables, null, JobContext.detached())) {
      SegmentRule lately = new SegmentRule.Bought(SegmentRule.Trait.CATEGORY, "Kitchen", 1, 30);
      assertThat(rules.count(lately, JobContext.detached())).isEqualTo(50);
    }
    assertThat(Demand.of(tables, JobContext.detached()).days()).isEqualTo(30);
    assertThat(SegmentHistory.ofCells(tables, 3, JobContext.detached()).months())
        .containsExactly(YearMonth.of(2024, 1));
  }

  @Test
  void saysNothingOfPurchasesOfOneWhoNeverBought() {
    Map<String, String> row =
        row(
            shop("C1,P1,2025-01-01 09:00,purchase,10,0,2", "C2,P4,2025-01-21 10:00,view,25,0,1"),
            "C2");
    assertThat(row)
        .containsEntry("rfm", RfmCells.NONE)
        .containsEntry("orders", "0")
        .containsEntry("revenue", "0.0")
        .containsEntry("top_category", "Garden")
        .doesNotContainKeys("recency_days", "margin", "basket", "r", "f", "m", "price_level")
        .doesNotContainKeys("discount_affinity", "season");
  }

  @Test
  void scoresEqualValuesEqually() {
    String[] events = new String[10];
    for (int i = 0; i < 10; i++) {
      // Eight customers bought once, one twice and one three times; all on the same days.
      events[i] = "C" + i + ",P1,2025-01-01 09:00,purchase,10,0,1";
    }
    Tables tables =
        shop(
            String.join("\n", events),
            "C8,P1,2025-01-02 09:00,purchase,10,0,1",
            "C9,P1,2025-01-02 09:00,purchase,10,0,1",
            "C9,P1,2025-01-03 09:00,purchase,10,0,1");
    assertThat(column(tables, "f"))
        .containsExactly("1", "1", "1", "1", "1", "1", "1", "1", "5", "5");
    assertThat(column(tables, "rfm")).startsWith("Lost", "Lost").endsWith("Champions");
  }

  @Test
  void ranksPricesWithinTheirCategory() {
    Tables tables =
        shop(
            "C1,P1,2025-01-01 09:00,purchase,10,0,1",
            "C2,P3,2025-01-01 09:00,purchase,30,0,1",
            "C3,P4,2025-01-01 09:00,purchase,25,0,1");
    assertThat(column(tables, "price_level")).hasSize(3);
    assertThat(number(row(tables, "C1"), "price_level")).isEqualTo(0.5 / 3, within(1e-9));
    assertThat(number(row(tables, "C2"), "price_level")).isEqualTo(2.5 / 3, within(1e-9));
    assertThat(number(row(tables, "C3"), "price_level")).isEqualTo(0.5, within(1e-9));
  }

  @Test
  void tellsWhoWaitsForDiscounts() {
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      String day = String.format("2025-01-%02d 09:00", 1 + i % 28);
      events.append("HUNTER,P1,").append(day).append(",purchase,10,0.2,1\n");
      events.append("PROUD,P1,").append(day).append(",purchase,10,0,1\n");
      String rate = i % 2 == 0 ? "0.2" : "0";
      events.append("USUAL,P1,").append(day).append(",purchase,10,").append(rate).append(",1\n");
    }
    Tables tables = shop(events.toString());
    assertThat(number(row(tables, "HUNTER"), "discount_affinity")).isGreaterThan(0.9);
    assertThat(number(row(tables, "PROUD"), "discount_affinity")).isLessThan(0.1);
    assertThat(number(row(tables, "USUAL"), "discount_affinity")).isEqualTo(0.5, within(0.02));
  }

  @Test
  void tellsNothingOfDiscountsWhereNoOfferDiffers() {
    String purchase = ",P1,2025-01-02 09:00,purchase,10,";
    Tables without = shop("C1" + purchase + "0,1", "C2" + purchase + "0,1");
    assertThat(row(without, "C1")).doesNotContainKey("discount_affinity");
    Tables always = shop("C1" + purchase + "0.2,1", "C2" + purchase + "0.2,1");
    assertThat(row(always, "C1")).doesNotContainKey("discount_affinity");
  }

  @Test
  void aFewPurchasesSayLittleOfDiscounts() {
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      String rate = i % 3 == 0 ? "0.2" : "0";
      events.append(String.format("C%02d,P1,2025-01-02 09:00,purchase,10,%s,1%n", i, rate));
    }
    List<String> all = column(shop(events.toString()), "discount_affinity");
    assertThat(all).allSatisfy(a -> assertThat(Double.parseDouble(a)).isBetween(0.3, 0.7));
  }

  @Test
  void namesTheSeasonOfThoseWhoBuyInOne() {
    StringBuilder events = new StringBuilder();
    for (int month = 1; month <= 12; month++) {
      for (int day = 1; day <= 3; day++) {
        String rest = String.format(",P1,2025-%02d-%02d 09:00,purchase,10,0,1%n", month, day * 7);
        events.append("EVER").append(rest).append("EVER2").append(rest);
        if (month >= 6 && month <= 8 || month == 1 && day == 1 || month == 12 && day == 1) {
          events.append("SUN").append(rest);
        }
      }
    }
    Tables tables = shop(events.toString());
    assertThat(row(tables, "SUN")).containsEntry("season", "Summer");
    assertThat(number(row(tables, "SUN"), "season_strength")).isBetween(0.4, 1.0);
    assertThat(row(tables, "EVER")).doesNotContainKey("season");
  }

  private Tables shop(String... events) {
    StringBuilder customers = new StringBuilder("customer_id\n");
    String.join("\n", events)
        .lines()
        .map(line -> line.substring(0, line.indexOf(',')))
        .distinct()
        .forEach(id -> customers.append(id).append('\n'));
    return TinyShop.tables(
        folder,
        customers.toString(),
        PRODUCTS,
        "customer_id,product_id,timestamp,type,list_price,discount_rate,quantity\n"
            + String.join("\n", events));
  }

  private List<String> column(Tables tables, String name) {
    try (Duck duck = Duck.open(JobContext.detached())) {
      return duck.list(
          "SELECT " + name + " FROM " + Duck.parquet(build(tables)), row -> row.words(0));
    }
  }

  /** What is known of a customer, by column; nulls left out. */
  private Map<String, String> row(Tables tables, String customer) {
    try (Duck duck = Duck.open(JobContext.detached())) {
      String from = Duck.parquet(build(tables));
      List<String> columns =
          duck.list("SELECT column_name FROM (DESCRIBE FROM " + from + ")", row -> row.words(0));
      Map<String, String> values = new HashMap<>();
      duck.each(
          "FROM " + from + " WHERE customer_id = " + Duck.text(customer),
          row -> {
            for (int i = 0; i < columns.size(); i++) {
              if (row.text(i) != null) {
                values.put(columns.get(i), row.words(i));
              }
            }
          });
      return values;
    }
  }

  private Path build(Tables tables) {
    Path out = folder.resolve("portraits.parquet");
    Portraits.build(tables, out, JobContext.detached());
    return out;
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.getOrDefault(column, "NaN"));
  }
}
