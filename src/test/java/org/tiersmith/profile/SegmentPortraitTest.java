package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.Tables;
import org.tiersmith.profile.text.Keyword;
import org.tiersmith.task.JobContext;

/** A segment and a customer of a shop in which half drink tea and half camp. */
class SegmentPortraitTest {
  private static final int CUSTOMERS = 60;
  private static final List<String> TEA =
      List.of(
          "Green Teapot",
          "绿茶 Teacup",
          "Porcelain Saucer",
          "Bamboo Tray",
          "Silver Spoon",
          "Honey Jar");
  private static final List<String> CAMP =
      List.of(
          "Canvas Tent",
          "Climbing Rope",
          "Gas Lantern",
          "Trail Rucksack",
          "Walking Boots",
          "Folding Stove");

  @TempDir private static Path folder;
  private static Tables tables;
  private static PortraitFiles files;
  private static PortraitReport report;

  @BeforeAll
  static void build() {
    StringBuilder customers = new StringBuilder("customer_id\n");
    StringBuilder products = new StringBuilder("product_id,title,category,brand,price\n");
    StringBuilder events =
        new StringBuilder("customer_id,product_id,timestamp,type,list_price,discount_rate\n");
    for (int p = 0; p < 12; p++) {
      boolean tea = p < 6;
      products.append(
          String.format(
              "P%d,%s,%s,%s,%d%n",
              p,
              tea ? TEA.get(p) : CAMP.get(p - 6),
              tea ? "Tea" : "Camp",
              tea ? "Lu" : "Alp",
              10 + p % 6));
    }
    for (int c = 0; c < CUSTOMERS; c++) {
      customers.append(String.format("C%02d%n", c));
      for (int i = 0; i < 6; i++) {
        int product = (c % 2) * 6 + (c / 2 + i) % 6;
        events.append(
            String.format(
                "C%02d,P%d,2025-%02d-%02d 10:00,%s,%d,0%n",
                c,
                product,
                c % 2 == 0 ? 1 : 7,
                1 + 4 * i,
                i == 5 ? "view" : "purchase",
                10 + product % 6));
      }
    }
    tables = TinyShop.tables(folder, customers.toString(), products.toString(), events.toString());
    files = PortraitFiles.at(folder.resolve("portraits.parquet"));
    report = Portraits.build(tables, files.portraits(), JobContext.detached());
  }

  @Test
  void tellsTheTeaDrinkersFromTheRest() {
    SegmentPortrait tea = portrait(0);
    assertThat(tea.customers()).isEqualTo(30);
    assertThat(tea.buyers()).isEqualTo(30);
    assertThat(tea.share()).isEqualTo(0.5);
    assertThat(tea.keywords())
        .extracting(Keyword::word)
        .contains("teapot", "绿茶")
        .doesNotContain("tent", "rope");
    assertThat(tea.keywords()).allMatch(word -> word.weight() >= 3);
    assertThat(tea.categories())
        .singleElement()
        .satisfies(
            category -> {
              assertThat(category.name()).isEqualTo("Tea");
              assertThat(category.share()).isEqualTo(1);
              assertThat(category.lift()).isEqualTo(2, within(1e-9));
            });
    assertThat(tea.brands()).extracting(Interest::name).containsExactly("Lu");
  }

  @Test
  void countsEachBuyerOnceInTheHeatMapAndTheTenths() {
    SegmentPortrait camp = portrait(1);
    assertThat(camp.rfm()).hasSize(5).allMatch(row -> row.size() == 5);
    assertThat(sum(camp.rfm().stream().flatMap(List::stream).toList())).isEqualTo(30);
    assertThat(sum(camp.priceLevels())).isEqualTo(30);
    assertThat(sum(camp.discountAffinities())).isZero();
    assertThat(sum(camp.churnRisks())).isZero();
  }

  @Test
  void showsTheMonthsBesideAllCustomers() {
    SegmentPortrait camp = portrait(1);
    assertThat(camp.months()).hasSize(12);
    assertThat(camp.months().get(6).share()).isEqualTo(1);
    assertThat(camp.months().get(6).usual()).isEqualTo(0.5);
    assertThat(camp.months().get(0).share()).isZero();
  }

  @Test
  void hasTopicsWithSharesThatSumToOne() {
    assertThat(report.topics().topics()).hasSize(2);
    SegmentPortrait tea = portrait(0);
    assertThat(tea.topics().stream().mapToDouble(Interest::share).sum()).isEqualTo(1, within(1e-3));
    assertThat(tea.topics().getFirst().share()).isGreaterThan(0.8);
    assertThat(tea.topics().getFirst().lift()).isGreaterThan(1.5);
  }

  @Test
  void countsOnlyThoseWhoAreThereAndEachOnce() {
    SegmentPortrait one =
        SegmentPortrait.of(
            tables, files, report, List.of("C00", "C00", "NOBODY"), JobContext.detached());
    assertThat(one.customers()).isEqualTo(1);
  }

  @Test
  void tellsOfOneCustomer() {
    CustomerTraits traits = CustomerTraits.of(tables, files, report, "C01");
    assertThat(traits.scores()).isNotNull();
    assertThat(RfmCells.NAMES).contains(traits.segment());
    assertThat(traits.keywords()).extracting(Keyword::word).contains("tent", "lantern");
    assertThat(traits.categories()).containsExactly(new Interest("Camp", 1, 0.5));
    assertThat(traits.topics()).hasSize(2);
    assertThat(traits.topics().getFirst().share()).isGreaterThan(0.7);
    assertThat(traits.seasons()).hasSize(4);
    assertThat(traits.seasons().get(2)).isEqualTo(new Interest("Summer", 1, 0.5));
    assertThat(traits.timeline())
        .extracting(CustomerTraits.Doings::type, CustomerTraits.Doings::events)
        .containsExactly(tuple("purchase", 5L), tuple("view", 1L));
    assertThat(traits.churnRisk()).isNull();
    assertThat(traits.churnReasons()).isEmpty();
    assertThat(traits.churnTold()).isEqualTo(report.churn().refusal());
  }

  @Property(tries = 50)
  void isTheOppositeForTheOthers(
      @ForAll @DoubleRange(min = 0, max = 500) double inside,
      @ForAll @DoubleRange(min = 0, max = 500) double outside) {
    double z = TellingWords.z(inside + 1, 1000, outside + 1, 1000);
    assertThat(TellingWords.z(outside + 1, 1000, inside + 1, 1000)).isEqualTo(-z, within(1e-9));
    assertThat(Math.signum(z)).isEqualTo(Math.signum(inside - outside));
  }

  private static SegmentPortrait portrait(int remainder) {
    List<String> ids =
        IntStream.range(0, CUSTOMERS)
            .filter(c -> c % 2 == remainder)
            .mapToObj(c -> String.format("C%02d", c))
            .toList();
    return SegmentPortrait.of(tables, files, report, ids, JobContext.detached());
  }

  private static int sum(List<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }
}
