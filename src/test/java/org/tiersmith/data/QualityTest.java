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
