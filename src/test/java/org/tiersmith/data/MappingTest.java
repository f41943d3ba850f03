package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mappings: guessed, read, written, and applied. */
class MappingTest {
  @TempDir private Path folder;
  private SmallShop shop;

  @BeforeEach
  void open() {
    shop = new SmallShop(folder);
  }

  @Test
  void guessesByName() {
    Path file =
        shop.write(
            "retail.csv",
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
                + "536365,85123A,WHITE HANGER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n"
                + "536365,71053,LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,United Kingdom\n");
    assertThat(MappingGuesser.guess(TableKind.EVENTS, file).columns())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "customer_id", "CustomerID",
                "product_id", "StockCode",
                "timestamp", "InvoiceDate",
                "quantity", "Quantity",
                "list_price", "UnitPrice",
                "title", "Description"));
  }

  @Test
  void guessesTypedHeadersAndDatesByValue() {
    Path file = shop.write("m.inter", "user_id:token\titem_id:token\twhen\n1\t2\t2025-03-04\n");
    assertThat(MappingGuesser.guess(TableKind.EVENTS, file).columns())
        .containsEntry("customer_id", "user_id:token")
        .containsEntry("product_id", "item_id:token")
        .containsEntry("timestamp", "when");
  }

  @Test
  void leavesProductWordsToTheProductsFile() {
    shop.write("events.csv", "customer_id,product_id,timestamp,title\nC1,P1,2025-01-02,mine\n");
    RoleMapping mapping =
        MappingGuesser.guess(null, folder.resolve("products.csv"), folder.resolve("events.csv"));
    assertThat(SmallShopMappings.events(mapping).columns()).doesNotContainKey("title");
  }

  @Test
  void readsWhatItWrote() {
    RoleMapping mapping =
        RoleMapping.of(
            FileMapping.of(folder.resolve("customers.csv"), Map.of("customer_id", "customer_id")),
            null,
            FileMapping.of(
                    folder.resolve("events.csv"),
                    Map.of("customer_id", "customer_id", "list_price", "= a / b"))
                .withMore(List.of(folder.resolve("events_2.csv")))
                .withJoins(
                    List.of(new Join(folder.resolve("orders.csv"), Map.of("order", "order_id"))))
                .withConstant("type", "purchase")
                .withWhere("quantity > 0")
                .withDropped("store", true)
                .withDerive(Derivation.USUAL_PRICE));
    MappingJson.write(mapping, folder.resolve("m.json"));
    assertThat(MappingJson.read(folder.resolve("m.json"))).isEqualTo(mapping);
  }

  @Test
  void readsTheRulesThatItWrote() {
    RoleMapping mapping =
        RoleMapping.of(null, null, FileMapping.of(folder.resolve("events.csv"), Map.of()))
            .with(ImportRules.DEFAULT.with(ImportRule.DUPLICATE_ROW, Action.REJECT));
    MappingJson.write(mapping, folder.resolve("m.json"));
    assertThat(MappingJson.read(folder.resolve("m.json"))).isEqualTo(mapping);
    shop.write("m.json", "{\"rules\": {\"actions\": {\"nonsense\": \"reject\"}}}");
    assertThat(SmallShop.problemOf(() -> MappingJson.read(folder.resolve("m.json"))))
        .hasMessageContaining("nonsense");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ nonsense|not JSON",
        "[]|must be an object",
        "{\"clients\": {}}|\"clients\" is none of customers, products, events",
        "{\"events\": {}}|\"events\" needs a \"file\"",
        "{\"events\": {\"file\": \"e.csv\", \"colums\": {}}}|unknown key \"colums\"",
        "{\"events\": {\"file\": \"e.csv\", \"columns\": {\"type\": null}}}|needs a text",
      })
  void saysWhatIsWrongWithAMapping(String json, String why) {
    Path file = shop.write("bad.json", json);
    assertThat(SmallShop.problemOf(() -> MappingJson.read(file)))
        .hasMessageContaining("bad.json")
        .hasMessageContaining(why);
  }

  @Test
  void takesRolesConstantsAndAttributesAsMapped() {
    shop.write(
        "events.csv",
        "who,what,day,color,shop,note\nC1,P1,2025-01-02,red,7.0,x\nC2,P2,2025-01-03,blue,8.0,y\n");
    FileMapping events =
        FileMapping.of(
                folder.resolve("events.csv"),
                Map.of(
                    "customer_id", "WHO",
                    "product_id", "what",
                    "timestamp", "day",
                    "store", "shop",
                    "shade", "color"))
            .withConstant("type", "view")
            .withConstant("channel", "web")
            .withDropped("note", true);
    ImportResult result = shop.load(RoleMapping.of(null, null, events));
    Path table = result.tables().events();
    assertThat(SmallShop.column(table, "store")).containsExactly("7", "8");
    assertThat(SmallShop.column(table, "shade")).containsExactly("red", "blue");
    assertThat(SmallShop.column(table, "channel")).containsOnly("web");
    assertThat(
            SmallShop.rows(
                "SELECT column_name FROM (DESCRIBE SELECT * FROM " + Duck.parquet(table) + ")",
                row -> row.words(0)))
        .doesNotContain("note", "color")
        .startsWith("event_id", "customer_id", "product_id", "timestamp", "type");
  }

  @Test
  void derivesCustomersAndProductsFromEventsAlone() {
    shop.write(
        "events.csv",
        "customer_id,product_id,timestamp,price,title,country\n"
            + "C1,P1,2025-01-02,10,Kettle,DE\nC1,P2,2025-01-03,5,Mug,DE\n"
            + "C2,P1,2025-01-04,12,Kettle,FR\nC2,P1,2025-01-05,14,Kettle,FR\n");
    ImportResult result = shop.loadEvents(folder.resolve("events.csv"));
    assertThat(result.customers()).isEqualTo(2);
    assertThat(SmallShop.column(result.tables().customers(), "country"))
        .containsExactly("DE", "FR");
    assertThat(SmallShop.column(result.tables().products(), "title"))
        .containsExactly("Kettle", "Mug");
    assertThat(SmallShop.column(result.tables().products(), "price"))
        .containsExactly("12.0", "5.0");
  }
}
