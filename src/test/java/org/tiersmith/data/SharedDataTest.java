package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.task.JobContext;

/** The known traps of public data sets; skipped where these are not beside the project. */
class SharedDataTest {
  private static final Path SHARED = Path.of("..", "shared", "data");

  @TempDir private Path folder;

  @Test
  void completeJourney() throws URISyntaxException {
    Path data = set("complete_journey");
    Path json =
        Path.of(
            Objects.requireNonNull(SharedDataTest.class.getResource("complete_journey.json"))
                .toURI());
    RoleMapping all =
        MappingJson.read(json)
            .withFiles(
                data.resolve("demographics.csv.gz"),
                data.resolve("products.csv.gz"),
                data.resolve("transactions.csv.gz"));
    ImportResult result = load(all.with(TableKind.CUSTOMERS, null));
    assertThat(result.products()).isEqualTo(92_331);
    assertThat(result.events() + result.rejected()).isEqualTo(74_855);
    assertThat(result.quality().count("rejected.quantity")).isPositive();
    assertThat(SmallShop.column(result.tables().products(), "product_id"))
        .contains("900000")
        .allMatch(id -> id.matches("\\d+"));
    ExampleFile examples =
        ExampleBuilder.build(
            result.tables(),
            ExampleSettings.DEFAULT,
            folder.resolve("examples.parquet"),
            JobContext.detached());
    assertThat(examples.sampled()).isTrue();
    assertThat(gapOfDiscounts(examples.file())).isLessThan(0.02);
  }

  @Test
  void onlineRetail() {
    ImportResult result = load(events("online_retail", "online_retail.csv.gz"));
    assertThat(result.events() + result.rejected()).isEqualTo(320_705);
    assertThat(result.quality().count("rejected.missing-customer")).isGreaterThan(50_000);
    assertThat(met(result, ImportRule.MISSING_CUSTOMER)).isEqualTo(88_652);
    assertThat(met(result, ImportRule.CANCELLATION)).isEqualTo(5_847);
    // 1,949 by their codes, 39 by their titles, such as "Next Day Carriage".
    assertThat(met(result, ImportRule.NO_PRODUCT)).isEqualTo(1_988);
    assertThat(met(result, ImportRule.QUANTITY)).isEqualTo(6_772);
    assertThat(met(result, ImportRule.ZERO_PRICE)).isEqualTo(1_797);
    assertThat(met(result, ImportRule.NEGATIVE_PRICE)).isEqualTo(2);
    assertThat(met(result, ImportRule.DUPLICATE_ROW)).isEqualTo(2_483);
    assertThat(result.quality().rules().stream().mapToLong(RuleOutcome::rejected).sum())
        .isEqualTo(result.rejected());
    assertThat(SmallShop.column(result.tables().customers(), "customer_id"))
        .allMatch(id -> id.matches("\\d{5}"));
    assertThat(
            SmallShop.rows(
                "SELECT substr(event_id, 2)::BIGINT FROM " + Duck.parquet(result.tables().events()),
                row -> row.whole(0)))
        .as("lines in the order of the file")
        .isSorted();
  }

  @Test
  void womensClothingHasLineEndsInTexts() {
    Path file = set("womens_clothing").resolve("reviews.csv.gz");
    FilePreview preview = FilePreview.of(file, 500);
    assertThat(preview.columnNames()).startsWith("column_1", "Clothing ID", "Age", "Title");
    assertThat(preview.rows()).anyMatch(row -> row.get(4).contains("\n"));
  }

  @Test
  void movielensNeedsNoMapping() {
    ImportResult result = load(events("movielens_100k", "ml-100k.inter.gz"));
    assertThat(result.events()).isEqualTo(100_000);
  }

  private static Path set(String name) {
    Path data = SHARED.resolve(name);
    assumeTrue(Files.isDirectory(data), () -> data + " is not there");
    return data;
  }

  private static RoleMapping events(String set, String file) {
    return MappingGuesser.guess(null, null, set(set).resolve(file));
  }

  private ImportResult load(RoleMapping mapping) {
    return Importer.run(mapping, folder.resolve("out"), JobContext.detached());
  }

  private static long met(ImportResult result, ImportRule rule) {
    return result.quality().rule(rule).orElseThrow().met();
  }

  private static double gapOfDiscounts(Path examples) {
    return SmallShop.rows(
            "SELECT abs(avg(discount_rate) FILTER (purchased) - avg(discount_rate) FILTER (NOT"
                + " purchased)) FROM "
                + Duck.parquet(examples),
            row -> row.number(0))
        .getFirst();
  }
}
