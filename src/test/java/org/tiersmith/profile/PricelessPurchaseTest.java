package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Segmentation;
import org.tiersmith.profile.season.Demand;
import org.tiersmith.profile.season.Measure;
import org.tiersmith.task.JobContext;

/** A purchase without a price counts with its product's own, wherever money is summed. */
class PricelessPurchaseTest {
  private static final JobContext CONTEXT = JobContext.detached();
  private static final double PAID = 2 * 20 * 0.9 + 10;

  @TempDir private static Path folder;
  private static Tables tables;

  @BeforeAll
  static void importShop() {
    tables =
        TinyShop.tables(
            folder,
            TinyShop.CUSTOMERS,
            TinyShop.PRODUCTS,
            """
            customer_id,product_id,timestamp,type,list_price,discount_rate,quantity
            C1,P1,2025-01-03 09:00,purchase,,0.1,2
            C1,P2,2025-01-05 09:00,purchase,10,,1
            C1,P4,2025-01-05 09:00,purchase,,,1
            """);
  }

  @Test
  void inThePortraits() {
    Path out = folder.resolve("portraits.parquet");
    Portraits.build(tables, out, CONTEXT);
    try (Duck duck = Duck.open(CONTEXT)) {
      duck.each(
          "SELECT revenue, margin, orders FROM " + Duck.parquet(out) + " WHERE customer_id = 'C1'",
          row -> {
            assertThat(row.number(0)).isEqualTo(PAID, within(1e-9));
            // The lamp has neither price nor cost.
            assertThat(row.number(1)).isEqualTo(PAID - 2 * 12 - 3, within(1e-9));
            assertThat(row.whole(2)).isEqualTo(2);
          });
    }
    assertThat(CustomerPortrait.of(tables, "C1").revenue()).isEqualTo(PAID, within(1e-9));
  }

  @Test
  void inTheSegments() {
    Segmentation gold = Segments.assign(tables, SegmentScheme.byColumn("membership"), CONTEXT);
    Membership membership = Membership.of(Segments.customerIds(tables, CONTEXT), gold);
    assertThat(Segments.summarise(tables, membership, null, null, CONTEXT).getFirst().revenue())
        .isEqualTo(PAID, within(1e-9));
    List<SegmentMonth> months =
        SegmentHistory.of(tables, membership, 1, CONTEXT).bySegment().getFirst();
    assertThat(months.getFirst().revenue()).isEqualTo(PAID, within(1e-9));
  }

  @Test
  void inTheSeasons() {
    Demand demand = Demand.of(tables, CONTEXT);
    assertThat(demand.categories().getFirst().days(Measure.REVENUE))
        .containsExactly(new double[] {36, 0, 10}, within(1e-9));
  }
}
