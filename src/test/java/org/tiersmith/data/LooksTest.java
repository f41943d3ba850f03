package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;

/** What people get to see of tables, and the files that stations hand on. */
class LooksTest {
  @TempDir private Path folder;
  private SmallShop shop;

  @BeforeEach
  void open() {
    shop = new SmallShop(folder);
  }

  @Test
  void previewsAFile() {
    FilePreview preview = FilePreview.of(folder.resolve("events.csv"), 2);
    assertThat(preview.encoding()).isEqualTo("UTF-8");
    assertThat(preview.format()).isEqualTo("CSV, ,");
    assertThat(preview.rows()).hasSize(2);
    assertThat(preview.columns())
        .extracting(FilePreview.Column::type)
        .startsWith(ColumnType.ID, ColumnType.ID, ColumnType.ID, ColumnType.DATE);
  }

  @Test
  void countsValuesAndRanges() {
    Tables tables = shop.load().tables();
    Distribution membership = Distribution.of(tables.customers(), "membership");
    assertThat(membership.numeric()).isFalse();
    assertThat(membership.bins().getFirst().label()).isEqualTo("gold");
    assertThat(membership.bins().getFirst().count()).isEqualTo(2);
    Distribution price = Distribution.of(tables.products(), "price");
    assertThat(price.numeric()).isTrue();
    assertThat(price.low()).isEqualTo(8.5);
    assertThat(price.median()).isEqualTo(20);
    assertThat(price.bins().stream().mapToLong(Distribution.Bin::count).sum()).isEqualTo(3);
    assertThat(price.bins().getLast().count()).isEqualTo(1);
    Distribution time = Distribution.of(tables.events(), "timestamp");
    assertThat(time.bins().getFirst().label()).startsWith("2025-01-02");
    assertThat(SmallShop.problemOf(() -> Distribution.of(tables.events(), "nothing")))
        .hasMessageContaining("nothing");
  }

  @Test
  void keepsScoredPairs() {
    ScoredPairs pairs =
        new ScoredPairs(
            List.of("b", "a"),
            List.of("x", "\"y\""),
            new int[] {0, 0, 1},
            new int[] {0, 1, 1},
            new double[] {0.1, 0.2, 0.30000000000000004},
            new double[] {1, 2, 3},
            new double[] {9.99, 5, 5},
            new double[] {4, Double.NaN, Double.NaN},
            new float[] {-1, 0.1f, 0.70710677f});
    ScoredPairsFile.write(pairs, folder.resolve("p.parquet"));
    ScoredPairs read = ScoredPairsFile.read(folder.resolve("p.parquet"));
    assertThat(read.customerIds()).isEqualTo(pairs.customerIds());
    assertThat(read.productIds()).isEqualTo(pairs.productIds());
    assertThat(read.customer()).isEqualTo(pairs.customer());
    assertThat(read.product()).isEqualTo(pairs.product());
    assertThat(read.p0()).isEqualTo(pairs.p0());
    assertThat(read.k()).isEqualTo(pairs.k());
    assertThat(read.unitCost()).isEqualTo(pairs.unitCost());
    assertThat(read.similarity()).isEqualTo(pairs.similarity());
    assertThat(folder.resolve("p.parquet.staged")).doesNotExist();
  }

  @Test
  void scoredPairsOfAModelWithoutVectorsHaveNoSimilarity() {
    Path file = folder.resolve("cross.parquet");
    ScoredPairsFile.write(
        new ScoredPairs(
            List.of("a"),
            List.of("x"),
            new int[] {0},
            new int[] {0},
            new double[] {0.1},
            new double[] {1},
            new double[] {9.99},
            new double[] {4}),
        file);
    assertThat(ScoredPairsFile.read(file).similarity()).isEmpty();
    try (Duck duck = Duck.open(JobContext.detached())) {
      assertThat(
              duck.list(
                  "SELECT column_name FROM (DESCRIBE SELECT * FROM " + Duck.parquet(file) + ")",
                  row -> row.words(0)))
          .containsExactly("customer_id", "product_id", "p0", "k", "list_price", "unit_cost");
    }
  }

  @Test
  void sameFilesGiveTheSameFingerprint() {
    String first = shop.load().tables().sha256();
    assertThat(shop.load().tables().sha256()).isEqualTo(first).hasSize(64);
    shop.events("E4,C1,P2,2025-01-09,view,,8.5,\n");
    assertThat(shop.load().tables().sha256()).isNotEqualTo(first);
  }

  @Test
  void stopsWhenCancelledAndLeavesNoScratch() {
    AtomicInteger asked = new AtomicInteger();
    JobContext context = new JobContext(p -> {}, () -> asked.incrementAndGet() > 12);
    RoleMapping mapping = MappingGuesser.guess(null, null, folder.resolve("events.csv"));
    Path out = folder.resolve("cancelled");
    assertThatThrownBy(() -> Importer.run(mapping, out, context))
        .isInstanceOf(CancelledException.class);
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void interruptsAStatementThatRuns() {
    long start = System.nanoTime();
    JobContext context = new JobContext(p -> {}, () -> System.nanoTime() - start > 200_000_000L);
    try (Duck duck = Duck.open(context)) {
      assertThatThrownBy(
              () ->
                  duck.run(
                      "CREATE TABLE t AS SELECT sum(hash(a.range + b.range)) FROM"
                          + " range(3000000) AS a, range(3000000) AS b"))
          .isInstanceOf(CancelledException.class);
    }
    assertThat(System.nanoTime() - start).isLessThan(30_000_000_000L);
  }
}
