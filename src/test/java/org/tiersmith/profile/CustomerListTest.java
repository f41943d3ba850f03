package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.task.JobContext;

/** The list of customers that a person looks through. */
class CustomerListTest {
  private static final JobContext CONTEXT = JobContext.detached();

  @TempDir private Path folder;

  @Test
  void hasARowForEachSegmentOfACustomerAndOneForACustomerInNone() {
    Membership membership =
        new Membership(
            List.of("C1", "C2", "C3"), List.of("often", "lately"), List.of(set(0), set(0, 1)));
    assertThat(rows(membership, null))
        .containsExactly(
            "C1|0|often|true|37.0",
            "C1|1|lately|false|37.0",
            "C2|1|lately|true|79.2",
            "C3|2|other|true|");
  }

  @Test
  void saysTheSameOnceThereArePortraits() {
    Tables tables = TinyShop.tables(folder);
    Path portraits = folder.resolve("portraits.parquet");
    Portraits.build(tables, portraits, CONTEXT);
    Membership membership =
        new Membership(List.of("C1", "C2", "C3"), List.of("all"), List.of(set(0, 1, 2)));
    assertThat(rows(membership, portraits)).isEqualTo(rows(membership, null));
  }

  private List<String> rows(Membership membership, @Nullable Path portraits) {
    Path file = folder.resolve("list.parquet");
    CustomerList.write(TinyShop.tables(folder), membership, portraits, file, CONTEXT);
    try (Duck duck = Duck.open(CONTEXT)) {
      return duck.list(
          "SELECT concat_ws('|', customer_id, place, segment, first, coalesce(round(revenue,"
              + " 2)::VARCHAR, '')) FROM "
              + Duck.parquet(file),
          row -> row.words(0));
    }
  }

  private static BitSet set(int... members) {
    BitSet set = new BitSet();
    for (int member : members) {
      set.set(member);
    }
    return set;
  }
}
