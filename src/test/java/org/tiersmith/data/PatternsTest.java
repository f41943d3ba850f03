package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told from products and purchases by patterns, and what is not. */
class PatternsTest {
  private static final List<String> TRUE_PRODUCTS =
      List.of(
          "POST BOX",
          "LETTER",
          "Letter rack for post",
          "MANUAL COFFEE GRINDER",
          "Sample sale dress",
          "GIFT BAG LARGE",
          "Discount store sign",
          "Test tube vase",
          "Delivery van toy",
          "运费险说明书收纳盒",
          "赠品装洗发水套装",
          "免邮费 纯棉T恤");
  private static final List<String> NONE =
      List.of(
          "POSTAGE",
          "Dotcom Postage",
          "Bank charges",
          "AMAZON FEE",
          "Manual",
          "Adjust bad debt",
          "SAMPLES",
          "Gift voucher 20.00",
          "运费补差价",
          "定金链接",
          "赠品勿拍");

  @TempDir private Path folder;

  @Test
  void knowsTitlesOfTrueProductsFromOthers() {
    ImportResult result = load(ImportRules.DEFAULT, titles());
    assertThat(SmallShop.column(result.tables().events(), "product_id"))
        .containsExactlyInAnyOrderElementsOf(ids("T", TRUE_PRODUCTS.size()));
    assertThat(SmallShop.rejects(result))
        .hasSize(NONE.size())
        .allMatch(reject -> reject.reason().equals("import.no-product"));
  }

  @Test
  void takesShortCodesForProductsWhereMostAreShort() {
    String rows = "i1,M,A\ni2,D,B\ni3,S,C\n";
    assertThat(load(ImportRules.DEFAULT, rows).rejected()).isZero();
    String longer = "i1,M,A\ni2,10002,B\ni3,10003,C\n";
    assertThat(load(ImportRules.DEFAULT, longer).rejected()).isEqualTo(1);
  }

  @Test
  void knowsCancellationsByInvoice() {
    ImportResult result =
        load(ImportRules.DEFAULT, "C536379,10001,A\n536380,10002,B\nCASH,10003,C\n");
    assertThat(SmallShop.rejects(result))
        .singleElement()
        .satisfies(reject -> assertThat(reject.message()).contains("C536379").contains("cancel"));
  }

  @Test
  void doesNotApplyAUsualPatternThatMeetsMostRows() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      rows.append("C").append(10_000 + i).append(",1000").append(i).append(",Lamp\n");
    }
    ImportResult result = load(ImportRules.DEFAULT, rows.toString());
    assertThat(result.rejected()).isZero();
    assertThat(result.quality().count("quality.pattern-most")).isEqualTo(12);
  }

  @Test
  void appliesAPersonsOwnPatterns() {
    List<RowPattern> own =
        List.of(
            new RowPattern("title", RowPattern.Match.WORD, List.of("deposit"), RowPattern.What.FEE),
            new RowPattern(
                "invoice",
                RowPattern.Match.STARTS,
                List.of("void-"),
                RowPattern.What.CANCELLATION));
    ImportResult result =
        load(
            ImportRules.DEFAULT.withPatterns(own),
            "1,10001,Bottle deposit\n2,10002,Deposits\nvoid-3,10003,Lamp\n4,POST,Post\n");
    assertThat(SmallShop.rejects(result))
        .extracting(SmallShop.Reject::line)
        .containsExactly(2L, 4L);
  }

  @Test
  void saysWhichRegularExpressionIsBad() {
    ImportRules rules =
        ImportRules.DEFAULT.withPatterns(
            List.of(
                new RowPattern(
                    "title", RowPattern.Match.REGEX, List.of("(lamp"), RowPattern.What.FEE)));
    assertThat(SmallShop.problemOf(() -> load(rules, "1,10001,Lamp\n")))
        .hasMessageContaining("(lamp")
        .hasMessageContaining("title");
  }

  private static String titles() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < TRUE_PRODUCTS.size(); i++) {
      rows.append("i,T").append(1000 + i).append(',').append(TRUE_PRODUCTS.get(i)).append('\n');
    }
    for (int i = 0; i < NONE.size(); i++) {
      rows.append("i,N").append(1000 + i).append(',').append(NONE.get(i)).append('\n');
    }
    return rows.toString();
  }

  private static List<String> ids(String start, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(start + (1000 + i));
    }
    return ids;
  }

  private ImportResult load(ImportRules rules, String rows) {
    SmallShop shop = new SmallShop(folder);
    StringBuilder whole =
        new StringBuilder("invoice,product_id,title,customer_id,timestamp,price\n");
    int n = 0;
    for (String row : rows.strip().split("\n")) {
      whole.append(row).append(",C").append(n++).append(",2025-01-02,5\n");
    }
    Path file = shop.write("e.csv", whole.toString());
    return shop.load(MappingGuesser.guess(null, null, file).with(rules));
  }
}
