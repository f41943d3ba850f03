package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import finds odd but keeps. */
class QualityTest {
  private static final String ODD = "quality.cost-above-price";

  @TempDir private Path folder;

  @Test
  void namesMappedColumnsThatHoldNextToNothing() {
    SmallShop shop = new SmallShop(folder);
    StringBuilder rows =
        new StringBuilder("event_id,customer_id,product_id,timestamp,type,text,rating,channel\n");
    for (int i = 0; i < 10; i++) {
      rows.append("E" + i + ",C1,P1,2025-01-0" + (1 + i % 9) + ",purchase,");
      rows.append((i == 0 ? "good" : "") + "," + (i < 2 ? "5" : "") + ",\n");
    }
    Path file = shop.write("e.csv", rows.toString());
    FileMapping events =
        SmallShopMappings.events(MappingGuesser.guess(null, null, file))
            .withRole("text", "text")
            .withRole("rating", "rating")
            .withRole("channel", "channel");
    QualityReport report = shop.load(RoleMapping.of(null, null, events)).quality();
    assertThat(report.findings())
        .filteredOn(finding -> finding.text().key().equals("quality.empty-columns"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.text().english())
                    .isEqualTo("2 columns are empty or nearly so: text (90 %), channel (100 %)."));
  }

  @Test
  void countsProductsThatCostMoreThanTheirPrice() {
    SmallShop shop = new SmallShop(folder);
    assertThat(shop.load().quality().count(ODD)).isZero();
    shop.write(
        "products.csv",
        "product_id,title,price,cost\nP1,Kettle,20,30\nP2,Mug,8.5,8.5\nP3,Tent,99,\n");
    assertThat(shop.load().quality().findings())
        .filteredOn(finding -> finding.text().key().equals(ODD))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.count()).isEqualTo(1);
              assertThat(finding.text().english())
                  .isEqualTo("1 product costs more than the price: every sale loses money.");
            });
  }

  @Test
  void warnsWhereNoDateShowsWhetherTheDayComesFirst() {
    SmallShop shop = new SmallShop(folder);
    shop.write(
        "dots.csv",
        "customer_id,product_id,timestamp,list_price\nC1,P1,02.03.2025,20\nC2,P2,03.03.2025,9\n");
    ImportResult result = shop.loadEvents(folder.resolve("dots.csv"));
    assertThat(result.quality().findings())
        .filteredOn(finding -> finding.text().key().equals("quality.day-first-open"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.level()).isEqualTo(Finding.Level.WARNING);
              assertThat(finding.count()).isEqualTo(2);
              assertThat(finding.text().english()).contains("02.03.2025 could be either");
            });
  }
}
