package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** List prices and discount rates worked out from what was paid. */
class PriceTest {
  private static final String HEAD = "customer,sku,day,qty,";

  @TempDir private Path folder;
  private SmallShop shop;

  /** What an event ended up with. */
  private record Priced(double list, double rate) {}

  @BeforeEach
  void open() {
    shop = new SmallShop(folder);
  }

  @Test
  void fromThePaidPriceAndTheListPrice() {
    ImportResult result =
        load("list,paid\n" + rows("20,15", "20,20", "20,25", "20,"), "list_price", "paid_price");
    assertThat(priced(result))
        .containsExactly(
            new Priced(20, 0.25), new Priced(20, 0), new Priced(25, 0), new Priced(20, 0));
    assertThat(texts(result))
        .contains(
            "3 discount rates: 1 - paid price / list price.",
            "1 sale was paid above the list price; the paid price counts as the list price there,"
                + " without a discount.");
  }

  @Test
  void fromTheLineAndTheRateInPercent() {
    ImportResult result =
        load("sales,off\n" + rows("30,25", "40,0", "9,10"), "amount", "discount_rate");
    assertThat(priced(result))
        .containsExactly(new Priced(20, 0.25), new Priced(20, 0), new Priced(5, 0.1));
    assertThat(texts(result))
        .contains(
            "3 prices of a unit: paid for the line / quantity.",
            "3 list prices: paid price / (1 - discount rate).");
  }

  @Test
  void fromTheLineAndTheMoneyOffIt() {
    ImportResult result =
        load("sales,off\n" + rows("30,-10", "40,0", "9,-1"), "amount", "discount_amount");
    assertThat(priced(result))
        .containsExactly(new Priced(20, 0.25), new Priced(20, 0), new Priced(5, 0.1));
    assertThat(texts(result))
        .contains("2 discounts are written with a minus; they were read as money off.");
  }

  @Test
  void fromTheListPriceAndTheMoneyOff() {
    ImportResult result =
        load("price,off\n" + rows("20,10", "20,0"), "list_price", "discount_amount");
    assertThat(priced(result)).containsExactly(new Priced(20, 0.25), new Priced(20, 0));
  }

  @Test
  void thePaidPriceAloneIsTheListPriceUnlessThePersonChooses() {
    String file = "paid\n" + rows("8", "10", "10", "12", "10", "7");
    assertThat(priced(load(file, "paid_price")))
        .containsExactly(
            new Priced(8, 0),
            new Priced(10, 0),
            new Priced(10, 0),
            new Priced(12, 0),
            new Priced(10, 0),
            new Priced(7, 0));
    ImportResult result = load(Derivation.USUAL_PRICE, file, "paid_price");
    assertThat(priced(result))
        .containsExactly(
            new Priced(10, 0.2),
            new Priced(10, 0),
            new Priced(10, 0),
            new Priced(12, 0),
            new Priced(10, 0),
            new Priced(10, 0.3));
    assertThat(texts(result))
        .contains(
            "6 list prices by the product's usual price: 2 were paid below it, by 25% on average."
                + " These discounts are inferred.");
  }

  @Test
  void theUsualPriceIsThatOfTheQuarterTheHigherOfTwoAndOfThreeSalesAtLeast() {
    shop.write(
        "p.csv",
        "customer,sku,day,paid\nC,A,2025-01-05,10\nC,A,2025-02-05,10\nC,A,2025-03-05,9\n"
            + "C,A,2025-04-05,20\nC,A,2025-05-05,20\nC,A,2025-06-05,10\n"
            + "C,A,2025-07-05,8\nC,B,2025-01-05,5\nC,B,2025-04-05,4\n"
            + "C,D,2025-01-01,3\nC,D,2025-01-02,4\nC,D,2025-01-03,5\n");
    ImportResult result = shop.load(mapping(Derivation.USUAL_PRICE, Map.of("paid_price", "paid")));
    assertThat(priced(result, "product_id = 'A'"))
        .containsExactly(
            new Priced(10, 0),
            new Priced(10, 0),
            new Priced(10, 0.1),
            new Priced(20, 0),
            new Priced(20, 0),
            new Priced(20, 0.5),
            new Priced(10, 0.2));
    assertThat(priced(result, "product_id = 'B'"))
        .containsExactly(new Priced(5, 0), new Priced(4, 0));
    assertThat(priced(result, "product_id = 'D'"))
        .as("a later sale has no say")
        .containsExactly(new Priced(3, 0), new Priced(4, 0), new Priced(5, 0));
    assertThat(texts(result))
        .contains(
            "6 events came when the product had too few sales for a usual price: what was paid"
                + " counts as the list price.");
  }

  @Test
  void rejectsAnAmountThatIsNoNumber() {
    ImportResult result = load("sales\n" + rows("30", "40", "50", "x"), "amount");
    assertThat(SmallShop.rejects(result))
        .extracting(SmallShop.Reject::message)
        .containsExactly("The amount \"x\" is not a number.");
  }

  @Test
  void whatWasPaidIsNeverLost() {
    Random random = new Random(7);
    StringBuilder file = new StringBuilder("customer,sku,day,qty,sales,off\n");
    List<Double> paid = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      int quantity = 1 + random.nextInt(50);
      paid.add(random.nextInt(1, 90_000) / 100.0);
      file.append("C,A,2025-01-05,").append(quantity).append(',');
      file.append(paid.getLast() * quantity).append(',');
      file.append(random.nextInt(0, 95) / 100.0).append('\n');
    }
    shop.write("p.csv", file.toString());
    Map<String, String> roles =
        Map.of("quantity", "qty", "amount", "sales", "discount_rate", "off");
    List<Priced> priced = priced(shop.load(mapping(Derivation.NONE, roles)));
    assertThat(priced).hasSize(500);
    for (int i = 0; i < 500; i++) {
      Priced one = priced.get(i);
      assertThat(one.list() * (1 - one.rate())).isCloseTo(paid.get(i), within(1e-4));
    }
  }

  /** Lines of customer C and product A, two units each. */
  private static String rows(String... ends) {
    StringBuilder rows = new StringBuilder();
    for (String end : ends) {
      rows.append("C,A,2025-01-05,2,").append(end).append('\n');
    }
    return rows.toString();
  }

  /** Loads lines whose last columns play the roles given. */
  private ImportResult load(String file, String... roles) {
    return load(Derivation.NONE, file, roles);
  }

  private ImportResult load(Derivation derive, String file, String... roles) {
    shop.write("p.csv", HEAD + file);
    String[] columns = file.substring(0, file.indexOf('\n')).split(",");
    Map<String, String> mapped = new LinkedHashMap<>(Map.of("quantity", "qty"));
    for (int i = 0; i < roles.length; i++) {
      mapped.put(roles[i], columns[i]);
    }
    return shop.load(mapping(derive, mapped));
  }

  private RoleMapping mapping(Derivation derive, Map<String, String> roles) {
    Map<String, String> columns = new LinkedHashMap<>(roles);
    columns.putAll(Map.of("customer_id", "customer", "product_id", "sku", "timestamp", "day"));
    return RoleMapping.of(
        null, null, FileMapping.of(folder.resolve("p.csv"), columns).withDerive(derive));
  }

  private static List<Priced> priced(ImportResult result) {
    return priced(result, "true");
  }

  private static List<Priced> priced(ImportResult result, String where) {
    return SmallShop.rows(
        "SELECT list_price, discount_rate FROM "
            + Duck.parquet(result.tables().events())
            + " WHERE "
            + where
            + " ORDER BY substr(event_id, 2)::BIGINT",
        row -> new Priced(row.number(0), row.number(1)));
  }

  private static List<String> texts(ImportResult result) {
    return result.quality().findings().stream().map(f -> f.text().english()).toList();
  }
}
