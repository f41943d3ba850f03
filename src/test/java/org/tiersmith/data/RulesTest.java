package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule: what it meets, and what each of its switches does. */
class RulesTest {
  private static final String HEADER =
      "event_id,customer_id,product_id,timestamp,type,quantity,list_price,discount_rate\n";
  private static final String GOOD = "G1,C1,P1,2025-01-02,purchase,1,20,0\n";

  @TempDir private Path folder;
  private SmallShop shop;

  @BeforeEach
  void open() {
    shop = new SmallShop(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "missing-customer | E9,,P1,2025-01-05,purchase,1,20,0       | customer_id   | guest-3",
        "unknown-type     | E9,C1,P1,2025-01-05,juggling,1,20,0     | type          | purchase",
        "bad-number       | E9,C1,P1,2025-01-05,purchase,one,20,0   | quantity      | 1.0",
        "quantity         | E9,C1,P1,2025-01-05,purchase,-2,20,0    | quantity      | 1.0",
        "negative-price   | E9,C1,P1,2025-01-05,purchase,1,-20,0    | list_price    | ",
        "zero-price       | E9,C1,P1,2025-01-05,purchase,1,0,0      | list_price    | ",
        "negative-discount| E9,C1,P1,2025-01-05,purchase,1,20,-0.1  | discount_rate | 0.0",
        "discount-over    | E9,C1,P1,2025-01-05,purchase,1,20,1     | discount_rate | 0.0",
        "duplicate-id     | G1,C1,P1,2025-01-05,purchase,1,20,0     | event_id      | G1#2",
      })
  void mends(String id, String row, String column, String mended) {
    ImportRule rule = ImportRule.of(id);
    ImportResult result = load(ImportRules.DEFAULT.with(rule, Action.REPAIR), row + "\n");
    assertThat(result.rejected()).isZero();
    assertThat(SmallShop.column(result.tables().events(), column).get(1))
        .isEqualTo(mended == null ? "" : mended);
    RuleOutcome outcome = result.quality().rule(rule).orElseThrow();
    assertThat(outcome.met()).isEqualTo(1);
    assertThat(outcome.repaired()).isEqualTo(1);
    assertThat(Objects.requireNonNull(outcome.example()).line()).isEqualTo(3);
    ImportResult strict = load(ImportRules.DEFAULT.with(rule, rejectOrUsual(rule)), row + "\n");
    assertThat(SmallShop.rejects(strict))
        .extracting(SmallShop.Reject::reason)
        .containsExactly(rule.reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "impossible-time | E9,C1,P1,1970-01-01,purchase,1,20,0",
        "impossible-time | E9,C1,P1,2190-01-01,purchase,1,20,0",
        "future-time     | E9,C1,P1,%s,purchase,1,20,0",
        "cancellation    | E9,C1,P1,2025-01-05,refund,-2,20,0",
        "no-product      | E9,C1,POST,2025-01-05,purchase,1,20,0",
      })
  void leavesOutUnlessKept(String id, String line) {
    String row = String.format(line, LocalDate.now(ZoneOffset.UTC).plusDays(30));
    ImportRule rule = ImportRule.of(id);
    ImportResult usual = load(ImportRules.DEFAULT, row + "\n");
    assertThat(SmallShop.rejects(usual))
        .extracting(SmallShop.Reject::reason)
        .containsExactly(rule.reason());
    ImportResult kept = load(ImportRules.DEFAULT.with(rule, Action.KEEP), row + "\n");
    assertThat(kept.quality().rule(rule).orElseThrow().met()).isEqualTo(1);
    assertThat(kept.quality().rule(rule).orElseThrow().rejected()).isZero();
  }

  @Test
  void countsARowUnderEachRuleButRejectsItOnce() {
    ImportResult result = load(ImportRules.DEFAULT, "E9,,POST,,purchase,-1,-20,2\n");
    assertThat(SmallShop.rejects(result))
        .extracting(SmallShop.Reject::reason)
        .containsExactly("import.missing-customer");
    for (String id :
        List.of("missing-customer", "no-product", "missing-time", "quantity", "negative-price")) {
      RuleOutcome outcome = result.quality().rule(ImportRule.of(id)).orElseThrow();
      assertThat(outcome.met()).as(id).isEqualTo(1);
      assertThat(outcome.rejected()).as(id).isEqualTo(id.equals("missing-customer") ? 1 : 0);
    }
  }

  @Test
  void findsRowsThatRepeatInAllColumns() {
    String rows =
        "C1,P1,2025-01-02,5\nC1,P1,2025-01-02,5\nC1,P1,2025-01-02,6\nC1,P1,2025-01-02,5\n";
    Path file = shop.write("e.csv", "customer_id,product_id,timestamp,price\n" + rows);
    RoleMapping mapping = MappingGuesser.guess(null, null, file);
    ImportResult kept = shop.load(mapping);
    assertThat(kept.events()).isEqualTo(4);
    assertThat(kept.quality().count("quality.duplicates")).isEqualTo(2);
    ImportResult dropped =
        shop.load(mapping.with(ImportRules.DEFAULT.with(ImportRule.DUPLICATE_ROW, Action.REJECT)));
    assertThat(dropped.events()).isEqualTo(2);
    assertThat(SmallShop.rejects(dropped))
        .extracting(SmallShop.Reject::line)
        .containsExactly(3L, 5L);
  }

  @Test
  void findsAndCapsValuesFarFromAllOthers() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      rows.append("N").append(i).append(",C1,P1,2025-01-05,purchase,").append(1 + i % 3);
      rows.append(",20,0\n");
    }
    rows.append("X,C1,P1,2025-01-06,purchase,9000,20,0\n");
    ImportResult kept = load(ImportRules.DEFAULT, rows.toString());
    assertThat(kept.quality().rule(ImportRule.OUTLIER_QUANTITY).orElseThrow().kept()).isEqualTo(1);
    ImportResult capped =
        load(ImportRules.DEFAULT.with(ImportRule.OUTLIER_QUANTITY, Action.REPAIR), rows.toString());
    // The median is 2, the median deviation ln 2 or 0: the fence lies at a factor of 20 at least.
    double most =
        SmallShop.column(capped.tables().events(), "quantity").stream()
            .mapToDouble(Double::parseDouble)
            .max()
            .orElseThrow();
    assertThat(most).isBetween(39.0, 1000.0);
  }

  @Test
  void removesThePurchaseThatWasCancelledNearestBefore() {
    String rows =
        "A,C1,P1,2025-01-03,purchase,2,20,0\nB,C1,P1,2025-01-04,purchase,2,20,0\n"
            + "D,C2,P1,2025-01-04,purchase,2,20,0\nR,C1,P1,2025-01-05,refund,-2,20,0\n"
            + "E,C1,P1,2025-01-06,purchase,2,20,0\n";
    ImportResult usual = load(ImportRules.DEFAULT, rows);
    assertThat(SmallShop.column(usual.tables().events(), "event_id"))
        .containsExactly("G1", "A", "D", "E");
    ImportResult kept =
        load(ImportRules.DEFAULT.with(ImportRule.CANCELLED_PURCHASE, Action.KEEP), rows);
    assertThat(kept.quality().rule(ImportRule.CANCELLED_PURCHASE).orElseThrow().kept())
        .isEqualTo(1);
    ImportResult both =
        load(
            ImportRules.DEFAULT
                .with(ImportRule.CANCELLATION, Action.KEEP)
                .with(ImportRule.UNKNOWN_TYPE, Action.REPAIR),
            rows.replace("-2", "2"));
    assertThat(both.events()).as("a cancellation that is imported cancels by itself").isEqualTo(6);
  }

  @Test
  void addsWhatEventsKnowOfUnknownCustomersAndProducts() {
    shop.write("events.csv", HEADER.strip() + ",title\nE1,C9,P9,2025-01-02,purchase,1,5,0,Lamp\n");
    RoleMapping mapping =
        MappingGuesser.guess(
                folder.resolve("customers.csv"),
                folder.resolve("products.csv"),
                folder.resolve("events.csv"))
            .with(
                ImportRules.DEFAULT
                    .with(ImportRule.UNKNOWN_CUSTOMER, Action.REPAIR)
                    .with(ImportRule.UNKNOWN_PRODUCT, Action.REPAIR));
    FileMapping events = SmallShopMappings.events(mapping).withRole("title", "title");
    ImportResult result = shop.load(mapping.with(TableKind.EVENTS, events));
    assertThat(result.rejected()).isZero();
    assertThat(SmallShop.column(result.tables().customers(), "customer_id")).contains("C9");
    assertThat(SmallShop.column(result.tables().products(), "title")).contains("Lamp");
  }

  @ParameterizedTest
  @CsvSource({"MOST, Kettle", "FIRST, Kettel", "LATEST, Pot"})
  void choosesAmongSeveralTitles(Wins wins, String title) {
    Path file =
        shop.write(
            "e.csv",
            "customer_id,product_id,timestamp,title\nC1,P1,2025-01-02,Kettel\n"
                + "C1,P1,2025-01-03,Kettle\nC2,P1,2025-01-04,Kettle\nC2,P1,2025-01-05,Pot\n");
    RoleMapping mapping = MappingGuesser.guess(null, null, file);
    ImportResult result = shop.load(mapping.with(ImportRules.DEFAULT.withWins(wins)));
    assertThat(SmallShop.column(result.tables().products(), "title")).containsExactly(title);
    assertThat(
            result
                .quality()
                .rule(ImportRule.PRODUCT_VARIES, TableKind.PRODUCTS)
                .orElseThrow()
                .met())
        .isEqualTo(1);
  }

  @Test
  void refusesWhatARuleCanNotDo() {
    assertThat(
            SmallShop.problemOf(() -> ImportRules.DEFAULT.with(ImportRule.BAD_TIME, Action.REPAIR)))
        .hasMessageContaining("bad-time")
        .hasMessageContaining("reject");
    assertThat(SmallShop.problemOf(() -> ImportRule.of("no-such")))
        .hasMessageContaining("missing-customer");
  }

  @Test
  void tellsWhatColumnsHold() {
    ImportResult result = load(ImportRules.DEFAULT, "G2,C2,P2,2025-03-02,view,,10,\n");
    ColumnQuality price =
        result.quality().columns().stream()
            .filter(c -> c.table().equals("events") && c.column().equals("list_price"))
            .findFirst()
            .orElseThrow();
    assertThat(price)
        .isEqualTo(
            new ColumnQuality(
                "events",
                "list_price",
                2,
                0,
                2,
                "10.0",
                "10.0",
                "20.0",
                ColumnType.NUMBER,
                List.of("10.0", "20.0")));
  }

  @Test
  void survivesAMappingFile() {
    ImportRules rules =
        ImportRules.DEFAULT.with(ImportRule.DUPLICATE_ROW, Action.REJECT).withWins(Wins.LATEST);
    RoleMapping mapping =
        RoleMapping.of(
                null,
                null,
                FileMapping.of(folder.resolve("events.csv"), Map.of("customer_id", "customer_id")))
            .with(rules)
            .with(new Privacy(true, true, List.of("note")));
    MappingJson.write(mapping, folder.resolve("m.json"));
    assertThat(MappingJson.read(folder.resolve("m.json"))).isEqualTo(mapping);
  }

  private static Action rejectOrUsual(ImportRule rule) {
    return rule.allowed().contains(Action.REJECT) ? Action.REJECT : rule.usual();
  }

  private ImportResult load(ImportRules rules, String rows) {
    Path file = shop.write("e.csv", HEADER + GOOD + rows);
    FileMapping events =
        SmallShopMappings.events(MappingGuesser.guess(null, null, file))
            .withRole("event_id", "event_id");
    return shop.load(RoleMapping.of(null, null, events).with(rules));
  }
}
