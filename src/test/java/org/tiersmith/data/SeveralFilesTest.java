package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files one below the other, and side by side. */
class SeveralFilesTest {
  private static final Map<String, String> LINES =
      Map.of("customer_id", "customer", "product_id", "sku", "timestamp", "day");

  @TempDir private Path folder;
  private SmallShop shop;

  @BeforeEach
  void open() {
    shop = new SmallShop(folder);
  }

  @Test
  void loadsFilesOneBelowTheOtherByName() {
    Path january = shop.write("jan.csv", "customer,sku,day,qty,note\nC1,P1,2025-01-02,1,a\n");
    Path february =
        shop.write("feb.csv", "Day;SKU;customer;qty\n2025-02-03;P2;C2;2\n2025-02-04;P2;;3\n");
    Path march = shop.write("mar.csv", "customer,sku,day,qty\nC1,P1,not a day,4\n");
    FileMapping events = FileMapping.of(january, LINES).withMore(List.of(february, march));
    ImportResult result = shop.load(RoleMapping.of(null, null, events.withRole("quantity", "qty")));
    assertThat(SmallShop.column(result.tables().events(), "quantity"))
        .containsExactly("1.0", "2.0");
    assertThat(SmallShop.column(result.tables().events(), "note")).containsExactly("a", "");
    assertThat(SmallShop.rejects(result))
        .extracting(SmallShop.Reject::file, SmallShop.Reject::line, SmallShop.Reject::reason)
        .containsExactly(
            tuple("feb.csv", 3L, "import.missing-customer"),
            tuple("mar.csv", 2L, "import.bad-time"));
    assertThat(texts(result))
        .contains("feb.csv has no column note; it is empty in the 2 rows of that file.");
  }

  @Test
  void loadsColumnsThatAreWrittenOtherwise() {
    Path march =
        shop.write(
            "3.csv", "customer_id,product_id,day,price,fee ($),fee (%)\nC1,P1,2025-03-02,9,1,2\n");
    Path january =
        shop.write(
            "1.csv", "Customer ID,Product-ID,Day,Unit Price,Fee %\nC2,P2,2025-01-02,7.5,3\n");
    FileMapping events = MappingGuesser.guess(TableKind.EVENTS, march).withMore(List.of(january));
    ImportResult result = shop.load(RoleMapping.of(null, null, events));
    Path table = result.tables().events();
    assertThat(SmallShop.column(table, "customer_id")).containsExactlyInAnyOrder("C1", "C2");
    assertThat(SmallShop.column(table, "list_price")).containsExactlyInAnyOrder("9.0", "7.5");
    assertThat(SmallShop.column(table, "fee (%)")).containsExactlyInAnyOrder("2.0", "3.0");
    assertThat(texts(result))
        .contains(
            "1.csv has no column price; its column Unit Price was read as that.",
            "1.csv has no column fee ($); it is empty in the 1 rows of that file.");
  }

  @Test
  void callsFilesOfTheSameNameByTheirFolders() throws IOException {
    Files.createDirectories(folder.resolve("2024"));
    Files.createDirectories(folder.resolve("2025"));
    String head = "customer,sku,day\n";
    Path one = shop.write("2024/o.csv", head + "C1,P1,2024-01-02\nC1,P1,\"never\"x\n");
    Path other = shop.write("2025/o.csv", head + "C1,P1,not a day\n");
    FileMapping events = FileMapping.of(one, LINES).withMore(List.of(other));
    ImportResult result = shop.load(RoleMapping.of(null, null, events));
    assertThat(SmallShop.rejects(result))
        .extracting(SmallShop.Reject::file)
        .containsExactly("2024/o.csv", "2025/o.csv");
    assertThat(result.quality().rejects())
        .extracting(RejectColumns::file)
        .containsExactly("2024/o.csv", "2025/o.csv");
  }

  @Test
  void joinsInAChainWithoutDoublingRows() {
    Path lines =
        shop.write("lines.csv", "order,sku,qty\n1.0,P1,1\n1,P2,2\n2,P1,3\n9,P1,4\n,P2,5\n");
    Path orders =
        shop.write(
            "orders.csv",
            "id,customer,day,qty\n1,17.0,2025-01-02,x\n2,18,2025-01-03,y\n2,19,2025-01-04,z\n"
                + "3,20,2025-01-05,u\n");
    Path people = shop.write("people.csv", "no,city\n17,Paris\n18,Rome\n");
    FileMapping events =
        FileMapping.of(lines, LINES)
            .withJoins(
                List.of(
                    new Join(orders, Map.of("order", "id")),
                    new Join(people, Map.of("customer", "no"))))
            .withRole("quantity", "qty")
            .withRole("town", "= upper(city)")
            .withWhere("customer IS NOT NULL");
    ImportResult result = shop.load(RoleMapping.of(null, null, events));
    Path table = result.tables().events();
    assertThat(SmallShop.column(table, "quantity")).containsExactlyInAnyOrder("1.0", "2.0", "3.0");
    assertThat(SmallShop.column(table, "customer_id")).containsExactlyInAnyOrder("17", "17", "18");
    assertThat(SmallShop.column(table, "town")).containsExactlyInAnyOrder("PARIS", "PARIS", "ROME");
    assertThat(SmallShop.column(table, "qty_2")).containsExactlyInAnyOrder("x", "x", "y");
    assertThat(texts(result))
        .contains(
            "2 rows of lines.csv have no partner in orders.csv by order; what orders.csv would tell"
                + " is empty there.",
            "1 key repeats in orders.csv (joined to lines.csv by order); the first row of each is"
                + " used.",
            "1 key of orders.csv is met by no row of lines.csv (by order).");
  }

  @Test
  void rejectsShowTheFilesOwnCells() {
    Path lines = shop.write("lines.csv", "order,sku\n1,P1\n2,\n");
    Path orders = shop.write("orders.csv", "id,customer,day\n1,A,2025-01-02\n2,B,2025-01-03\n");
    FileMapping events =
        FileMapping.of(lines, LINES).withJoins(List.of(new Join(orders, Map.of("order", "id"))));
    ImportResult result = shop.load(RoleMapping.of(null, null, events));
    assertThat(SmallShop.rejects(result)).extracting(SmallShop.Reject::row).containsExactly("2,");
  }

  @Test
  void saysThatNothingMeets() {
    Path orders = shop.write("orders.csv", "id,customer,day\nA1,A,2025-01-02\n");
    Path lines = shop.write("lines.csv", "order,sku\n1,P1\n");
    FileMapping events = FileMapping.of(lines, LINES);
    FileMapping none = events.withJoins(List.of(new Join(orders, Map.of("order", "id"))));
    assertThat(SmallShop.problemOf(() -> shop.load(RoleMapping.of(null, null, none))))
        .hasMessageContaining("No row of lines.csv meets a row of orders.csv by order");
    FileMapping wrong = events.withJoins(List.of(new Join(orders, Map.of("order", "order"))));
    assertThat(SmallShop.problemOf(() -> shop.load(RoleMapping.of(null, null, wrong))))
        .hasMessageContaining("orders.csv has no column \"order\"")
        .hasMessageContaining("id, customer, day");
  }

  @Test
  void aRowHasANumberWhereItsFileHasNone() {
    Path file = shop.write("e.csv", "sku,note\nP1,\"two\nlines\"\nP2,b\nP3,c\n");
    FileMapping events =
        FileMapping.of(
                file,
                Map.of(
                    "customer_id", "= 'H' || row_number",
                    "product_id", "sku",
                    "timestamp", "= make_date(2025, 1, row_number)"))
            .withConstant("type", "view");
    ImportResult result = shop.load(RoleMapping.of(null, null, events));
    Path table = result.tables().events();
    assertThat(SmallShop.column(table, "customer_id")).containsExactly("H1", "H2", "H3");
    assertThat(SmallShop.column(table, "timestamp"))
        .containsExactly("2025-01-01 00:00:00", "2025-01-02 00:00:00", "2025-01-03 00:00:00");
    assertThat(
            SmallShop.rows(
                "SELECT column_name FROM (DESCRIBE SELECT * FROM " + Duck.parquet(table) + ")",
                row -> row.words(0)))
        .doesNotContain("row_number");
  }

  private static List<String> texts(ImportResult result) {
    return result.quality().findings().stream().map(f -> f.text().english()).toList();
  }
}
