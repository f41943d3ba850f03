package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.model.Problem;

/** Whole files that can't be used: the message names the file and says what to do. */
class BadFilesTest {
  @TempDir private Path folder;
  private SmallShop shop;

  @BeforeEach
  void open() {
    shop = new SmallShop(folder);
  }

  @Test
  void saysWhichColumnIsMissingAndWhichThereAre() {
    shop.write("events.csv", "customer_id,product_id,list_price\nC1,P1,20\n");
    Problem problem = SmallShop.problemOf(shop::load);
    assertThat(problem.text().key()).isEqualTo("import.role-missing");
    assertThat(problem)
        .hasMessageContaining("events.csv")
        .hasMessageContaining("timestamp")
        .hasMessageContaining("customer_id, product_id, list_price");
  }

  @Test
  void saysThatACustomersFileWasGivenForProducts() {
    shop.write("products.csv", SmallShop.CUSTOMERS);
    Problem problem = SmallShop.problemOf(shop::load);
    assertThat(problem.text().key()).isEqualTo("import.other-kind");
    assertThat(problem)
        .hasMessageContaining("products.csv was given for products but looks like customers");
  }

  @Test
  void saysThatColumnsOfEventsAreSwapped() {
    shop.write(
        "events.csv",
        "customer_id,product_id,timestamp\n"
            + "C1,2025-01-02,P1\nC2,2025-01-03,P2\nC3,2025-01-04,P3\n");
    RoleMapping mapping = MappingGuesser.guess(null, null, folder.resolve("events.csv"));
    FileMapping events =
        SmallShopMappings.events(mapping)
            .withRole("product_id", "product_id")
            .withRole("timestamp", "timestamp");
    Problem problem = SmallShop.problemOf(() -> shop.load(mapping.with(TableKind.EVENTS, events)));
    assertThat(problem.text().key()).isEqualTo("import.swapped");
    assertThat(problem)
        .hasMessageContaining("events.csv")
        .hasMessageContaining("product_id")
        .hasMessageContaining("2025-01-02");
  }

  @Test
  void saysThatCustomersAndProductsAreSwapped() {
    shop.write(
        "events.csv",
        "customer_id,product_id,timestamp,quantity\n"
            + "P1,C1,2025-01-02,1\nP2,C2,2025-01-03,1\nP3,C3,2025-01-04,1\n");
    Problem problem = SmallShop.problemOf(shop::load);
    assertThat(problem.text().key()).isEqualTo("import.swapped-ids");
    assertThat(problem).hasMessageContaining("events.csv").hasMessageContaining("products.csv");
  }

  @Test
  void saysThatTheCustomersFileAndTheEventsFileAreSwapped() {
    shop.write("customers.csv", SmallShop.HEADER + SmallShop.GOOD);
    shop.write("events.csv", "customer_id,city,joined\nC1,Rome,2020-01-02\nC2,Oslo,2021-03-04\n");
    Problem problem = SmallShop.problemOf(shop::load);
    assertThat(problem.text().key()).isEqualTo("import.other-kind");
    assertThat(problem)
        .hasMessageContaining("events.csv was given for events but looks like customers")
        .hasMessageContaining("Swap the files");
  }

  @Test
  void saysThatTheIdsAreExchangedThoughOneFileIsLacking() {
    Path events =
        shop.write(
            "events.csv",
            "customer_id,product_id,timestamp,quantity\n"
                + "P1,C1,2025-01-02,1\nP2,C2,2025-01-03,1\nP3,C3,2025-01-04,1\n");
    Path customers = folder.resolve("customers.csv");
    Path products = folder.resolve("products.csv");
    for (RoleMapping mapping :
        List.of(
            MappingGuesser.guess(customers, null, events),
            MappingGuesser.guess(null, products, events))) {
      Problem problem = SmallShop.problemOf(() -> shop.load(mapping));
      assertThat(problem.text().key()).isEqualTo("import.exchanged-ids");
      assertThat(problem).hasMessageContaining("product_id").hasMessageContaining("customer_id");
    }
  }

  @Test
  void saysWhatIsWrongWithMostRows() {
    shop.write(
        "events.csv",
        SmallShop.HEADER
            + "E1,C1,P1,never,purchase,1,20,0\n"
            + "E2,C9,P1,2025-01-02,purchase,1,20,0\n"
            + "E3,C8,P1,2025-01-02,purchase,1,20,0\n");
    assertThat(SmallShop.problemOf(shop::load))
        .hasMessageContaining("None of the 3 rows of events.csv")
        .hasMessageContaining("in 2 rows and first on line 3")
        .hasMessageContaining("C9");
  }

  @Test
  void saysThatAFileIsEmpty() {
    shop.write("events.csv", "  \n");
    assertThat(SmallShop.problemOf(shop::load)).hasMessageContaining("events.csv is empty");
  }

  @Test
  void saysThatAFileHasOnlyAHeader() {
    shop.write("events.csv", SmallShop.HEADER);
    assertThat(SmallShop.problemOf(shop::load)).hasMessageContaining("events.csv holds no row");
  }

  @Test
  void saysThatAFileHasNoHeader() {
    shop.write("events.csv", "1,2,2025-01-02\n1,3,2025-01-03\n");
    assertThat(SmallShop.problemOf(shop::load))
        .hasMessageContaining("first line of events.csv holds values");
  }

  @Test
  void saysThatAFileIsBinary() {
    byte[] noise = new byte[5000];
    new Random(7).nextBytes(noise);
    shop.write("events.csv", noise);
    assertThat(SmallShop.problemOf(shop::load).text().key()).isEqualTo("import.binary");
  }

  @Test
  void saysThatAFileIsAnOldSpreadsheet() {
    shop.write("events.csv", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0, 0, 0});
    assertThat(SmallShop.problemOf(shop::load)).hasMessageContaining("old .xls");
  }

  @Test
  void saysThatAFileIsNotThere() {
    RoleMapping mapping =
        RoleMapping.of(
            null,
            null,
            FileMapping.of(
                folder.resolve("nowhere.csv"),
                java.util.Map.of("customer_id", "a", "timestamp", "b")));
    assertThat(SmallShop.problemOf(() -> shop.load(mapping)))
        .hasMessageContaining("no readable file")
        .hasMessageContaining("nowhere.csv");
  }

  @Test
  void saysThatAPackedFileIsCutOff() {
    shop.write("events.csv", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2});
    assertThat(SmallShop.problemOf(shop::load).text().key()).isEqualTo("import.unreadable");
  }

  @Test
  void saysThatAMappedColumnDoesNotExist() {
    RoleMapping mapping = MappingGuesser.guess(null, null, folder.resolve("events.csv"));
    FileMapping events = SmallShopMappings.events(mapping).withRole("list_price", "preis");
    assertThat(SmallShop.problemOf(() -> shop.load(mapping.with(TableKind.EVENTS, events))))
        .hasMessageContaining("events.csv has no column \"preis\"")
        .hasMessageContaining("discount_rate");
  }

  @Test
  void saysThatARoleHasAColumnAndAConstant() {
    FileMapping events =
        SmallShopMappings.events(MappingGuesser.guess(null, null, folder.resolve("events.csv")));
    FileMapping twice = events.withConstant("price", "5");
    Problem problem = SmallShop.problemOf(() -> shop.load(RoleMapping.of(null, null, twice)));
    assertThat(problem.text().key()).isEqualTo("import.role-twice");
    assertThat(problem)
        .hasMessageContaining("events.csv")
        .hasMessageContaining("\"list_price\"")
        .hasMessageContaining("\"5\"");
  }

  @Test
  void saysWhyNoRowIsLeft() {
    shop.write("events.csv", SmallShop.HEADER + "E1,C9,P1,2025-01-02,purchase,1,20,0\n");
    assertThat(SmallShop.problemOf(shop::load))
        .hasMessageContaining("None of the 1 rows of events.csv")
        .hasMessageContaining("line 2")
        .hasMessageContaining("C9");
  }

  @Test
  void refusesABasketNumberAsEventId() {
    StringBuilder rows = new StringBuilder(SmallShop.HEADER);
    for (int i = 0; i < 20; i++) {
      rows.append("B1,C1,P1,2025-01-02 10:00:0").append(i % 10).append(",purchase,1,20,0\n");
    }
    shop.write("events.csv", rows.toString());
    RoleMapping mapping = MappingGuesser.guess(null, null, folder.resolve("events.csv"));
    FileMapping events = SmallShopMappings.events(mapping).withRole("event_id", "event_id");
    assertThat(
            SmallShop.problemOf(() -> shop.load(mapping.with(TableKind.EVENTS, events)))
                .text()
                .key())
        .isEqualTo("import.id-repeats");
  }
}
