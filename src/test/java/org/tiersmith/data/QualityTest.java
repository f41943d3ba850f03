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
}
