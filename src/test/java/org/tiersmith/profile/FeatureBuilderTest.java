package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.model.CandidatePairs;
import org.tiersmith.model.Examples;
import org.tiersmith.model.FeatureTable;
import org.tiersmith.model.Problem;
import org.tiersmith.task.JobContext;

/** Texts and numbers of examples and pairs. */
class FeatureBuilderTest {
  @TempDir private Path folder;

  @Test
  void writesTextsAsKnownBeforeThePeriod() {
    Examples examples = examples(TinyShop.tables(folder));
    FeatureTable customers = examples.features().customers();
    int row = examples.features().customer()[1];
    assertThat(customers.texts().get(row))
        .isEqualTo(
            "Loves long walks and strong coffee in the morning. membership gold, age band 25-34."
                + " Searched: cheap kettle. Bought: Red Kettle. Wrote: boils very fast indeed.");
    assertThat(examples.features().products().texts().get(examples.features().product()[1]))
        .isEqualTo("Blue Mug. Kitchen. Acme. Holds tea. in February.");
    assertThat(customers.texts().get(examples.features().customer()[0]))
        .isEqualTo(
            "Buys presents for seven grandchildren all year. membership none, age band 65+.");
  }

  @Test
  void tellsHabitsOfThoseWhoSayNothingOfThemselves() {
    String bought = "";
    String[] products = {"P3", "P1", "P2", "P3", "P2", "P4"};
    for (int i = 0; i < products.length; i++) {
      bought += "C1,%s,2025-01-0%d 09:00,purchase,20,0,,,%n".formatted(products[i], i + 1);
      bought += "C2,%s,2025-01-0%d 10:00,purchase,20,0,,,%n".formatted(products[i], i + 1);
    }
    String silent =
        TinyShop.CUSTOMERS.replace("Loves long walks and strong coffee in the morning", "");
    Tables tables = TinyShop.tables(folder, silent, TinyShop.PRODUCTS, TinyShop.EVENTS + bought);
    CustomerPortrait portrait = CustomerPortrait.of(tables, "C1");
    assertThat(portrait.text()).contains("Often buys: Kitchen; Outdoor. ");
    assertThat(CustomerPortrait.of(tables, "C2").text()).doesNotContain("Often buys");
  }

  @Test
  void countsWhatHappenedBefore() {
    Examples examples = examples(TinyShop.tables(folder));
    assertThat(examples.size()).isEqualTo(4);
    assertThat(examples.discount()).containsExactly(0.2f, 0.3f, 0.05f, 0f);
    assertThat(examples.purchased()).containsExactly(true, false, true, false);
    assertThat(pair(examples, 1, "list_price_log")).isCloseTo(Math.log(12), within(1e-6));
    assertThat(pair(examples, 1, "bought_before_log")).isZero();
    assertThat(pair(examples, 2, "bought_before_log")).isCloseTo(Math.log(2), within(1e-6));
    assertThat(pair(examples, 2, "seen_before_log")).isCloseTo(Math.log(2), within(1e-6));
    assertThat(pair(examples, 2, "days_since_bought_log")).isCloseTo(Math.log(77), within(1e-6));
    assertThat(pair(examples, 0, "days_since_bought_log")).isNaN();
    int january = examples.features().customer()[2];
    assertThat(number(examples.features().customers(), january, "monetary_log"))
        .isCloseTo(Math.log1p(18), within(1e-6));
    int kettle = examples.features().product()[2];
    assertThat(number(examples.features().products(), kettle, "rating")).isEqualTo(4);
    assertThat(number(examples.features().products(), kettle, "popularity_log"))
        .isCloseTo(Math.log(2), within(1e-6));
  }

  @Test
  void pairsAllActiveCustomersWithAllProductsOnOffer() {
    CandidatePairs pairs =
        FeatureBuilder.pairs(
            TinyShop.tables(folder),
            new PairRequest.All(),
            new PairRejects(),
            JobContext.detached());
    assertThat(pairs.size()).isEqualTo(9);
    assertThat(pairs.customerIds()).containsExactly("C1", "C2", "C3");
    assertThat(pairs.productIds()).containsExactly("P1", "P2", "P3");
    assertThat(pairs.listPrice()).startsWith(20, 10, 99);
    assertThat(pairs.unitCost()).startsWith(12, 3, 60);
    assertThat(pairs.features().products().texts().getFirst()).endsWith("in March.");
    int bought = pairs.features().numberNames().indexOf("bought_before_log");
    assertThat((double) pairs.features().numbers()[bought]).isCloseTo(Math.log(3), within(1e-6));
  }

  @Test
  void pairsWhatAFileListsOrASampleDraws() {
    Tables tables = TinyShop.tables(folder);
    Path list = TinyShop.write(folder, "pairs.csv", "product_id,customer_id\nP3,C2\nP1,C1\n");
    CandidatePairs listed =
        FeatureBuilder.pairs(
            tables, new PairRequest.Listed(list), new PairRejects(), JobContext.detached());
    assertThat(listed.customerIds()).containsExactly("C2", "C1");
    assertThat(listed.productIds()).containsExactly("P3", "P1");
    PairRequest four = new PairRequest.Sampled(4, 9);
    CandidatePairs drawn =
        FeatureBuilder.pairs(tables, four, new PairRejects(), JobContext.detached());
    CandidatePairs again =
        FeatureBuilder.pairs(tables, four, new PairRejects(), JobContext.detached());
    assertThat(drawn.size()).isEqualTo(4);
    assertThat(again.customerIds()).isEqualTo(drawn.customerIds());
    assertThat(again.features().product()).isEqualTo(drawn.features().product());
  }

  @Test
  void scoresTheGoodRowsOfAListAndCountsTheOthers() {
    Tables tables = TinyShop.tables(folder);
    Path list =
        TinyShop.write(
            folder, "pairs.csv", "customer_id,product_id\nC1,P1\nC1,P9\nC1,P4\n\"C1,P1\nC2,P3\n");
    PairRejects rejects = new PairRejects();
    CandidatePairs pairs =
        FeatureBuilder.pairs(tables, new PairRequest.Listed(list), rejects, JobContext.detached());
    assertThat(pairs.customerIds()).containsExactly("C1", "C2");
    assertThat(rejects.count()).isEqualTo(3);
    assertThat(rejects.first())
        .hasToString("pairs.csv, line 3: \"P9\" is not in the imported tables.");
  }

  @Test
  void saysThatNoListedPairCanBeUsed() {
    Tables tables = TinyShop.tables(folder);
    assertThat(problemOfList(tables, "customer_id,product_id\nC1,P8\nC1,P9\n"))
        .hasMessageContaining("None of the 2 rows")
        .hasMessageContaining("pairs.csv, line 2")
        .hasMessageContaining("P8");
    assertThat(problemOfList(tables, "customer_id,product_id\n"))
        .hasMessageContaining("no rows below its header");
    assertThat(problemOfList(tables, "customer_id,product_id\nC1,P4\n"))
        .hasMessageContaining("pairs.csv, line 2: no price of \"P4\"");
  }

  private Problem problemOfList(Tables tables, String rows) {
    PairRequest list = new PairRequest.Listed(TinyShop.write(folder, "pairs.csv", rows));
    return TinyShop.problemOf(
        () -> FeatureBuilder.pairs(tables, list, new PairRejects(), JobContext.detached()));
  }

  @Test
  void writesChineseForAChineseShop() {
    Tables tables =
        TinyShop.tables(
            folder,
            "客户编号,会员,简介\nC1,金卡,喜欢户外徒步和露营的年轻人经常在周末带家人出游并且乐于尝试新品牌\nC2,普通,注重性价比\n",
            "商品编号,商品名称,类目,价格\nP1,双人帐篷,户外,399\n",
            "客户编号,商品编号,时间,类型,价格,是否购买,内容\n"
                + "C1,,2025-01-02,搜索,,,帐篷\nC1,P1,2025-05-03,曝光,399,1,\n");
    assertThat(LanguageGuess.of(tables)).isEqualTo(LanguageGuess.CHINESE);
    Examples examples = examples(tables);
    assertThat(examples.features().customers().texts().getFirst()).contains("搜索：帐篷。");
    assertThat(examples.features().products().texts().getFirst()).isEqualTo("双人帐篷。 户外。 五月。");
  }

  private Examples examples(Tables tables) {
    return FeatureBuilder.examples(tables, exampleFile(folder, tables), JobContext.detached());
  }

  /** All exposures as examples, without a real split. */
  static Path exampleFile(Path folder, Tables tables) {
    Path file = folder.resolve("examples.parquet");
    try (Duck duck = Duck.open(JobContext.detached())) {
      duck.run(
          "COPY (SELECT row_number() OVER (ORDER BY \"timestamp\", customer_id) - 1 AS example_id,"
              + " event_id, customer_id, product_id, \"timestamp\", list_price, discount_rate,"
              + " purchased, 'train' AS split FROM "
              + Duck.parquet(tables.events())
              + " WHERE purchased IS NOT NULL) TO "
              + Duck.text(file)
              + " (FORMAT parquet)");
    }
    return file;
  }

  private static double pair(Examples examples, int i, String name) {
    int width = examples.features().numberNames().size();
    int at = examples.features().numberNames().indexOf(name);
    return examples.features().numbers()[i * width + at];
  }

  private static double number(FeatureTable table, int row, String name) {
    return table.numbers()[row * table.numberNames().size() + table.numberNames().indexOf(name)];
  }
}
