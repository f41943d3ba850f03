package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.task.JobContext;

/**
 * Public data sets imported by nothing but mappings that a person could have made; each count was
 * taken by other means from the same files. Skipped where these are not beside the project.
 */
class SharedSetsTest {
  private static final Path SHARED = Path.of("..", "shared", "data");

  @TempDir private Path folder;

  @Test
  void completeJourneyWithCouponsAndDemographicsBesideIt() {
    ImportResult result = load("complete_journey", "complete_journey");
    Path raw = folder.resolve("transactions.csv.gz");
    assertCounts(result, 2_360, 92_331, 76_436, 521);
    assertThat(count(result, "rejected.quantity"))
        .isEqualTo(rowsOf(raw, "quantity::DOUBLE <= 0"))
        .isEqualTo(417);
    assertThat(count(result, "rejected.discount-over"))
        .isEqualTo(
            rowsOf(
                raw,
                "quantity::DOUBLE > 0 AND sales_value::DOUBLE = 0 AND retail_disc::DOUBLE +"
                    + " coupon_match_disc::DOUBLE > 0"))
        .isEqualTo(103);
    assertThat(count(result, "rejected.unknown-product")).isEqualTo(1);
    assertThat(count(result, "join.repeats")).isEqualTo(1_150);
    assertThat(count(result, "join.alone")).isEqualTo(33_261 + 74_855);
    assertThat(events(result, "type = 'redemption' AND product_id IS NOT NULL")).isEqualTo(2_102);
    assertThat(events(result, "age_band IS NOT NULL")).isPositive();
    assertThat(SmallShop.column(result.tables().products(), "product_id"))
        .contains("900000")
        .allMatch(id -> id.matches("\\d+"));
    assertThat(sum(result, "list_price * (1 - discount_rate) * quantity"))
        .isCloseTo(
            sum(raw, "sales_value", "quantity::DOUBLE > 0 AND product_id <> '1093587'"),
            within(0.5));
  }

  @Test
  void onlineRetail() {
    ImportResult result = load("online_retail", "online_retail");
    Path raw = folder.resolve("online_retail.csv.gz");
    assertThat(result.events() + result.rejected()).isEqualTo(320_705);
    assertMet(result, ImportRule.MISSING_CUSTOMER, rowsOf(raw, "\"CustomerID\" IS NULL"), 88_652);
    assertMet(result, ImportRule.CANCELLATION, rowsOf(raw, "\"InvoiceNo\" LIKE 'C%'"), 5_847);
    assertMet(result, ImportRule.QUANTITY, rowsOf(raw, "\"Quantity\"::INT <= 0"), 6_772);
    assertMet(result, ImportRule.ZERO_PRICE, rowsOf(raw, "\"UnitPrice\"::DOUBLE = 0"), 1_797);
    assertMet(result, ImportRule.NEGATIVE_PRICE, rowsOf(raw, "\"UnitPrice\"::DOUBLE < 0"), 2);
    long distinct = whole("SELECT count(*) FROM (SELECT DISTINCT * FROM " + csv(raw) + ")");
    assertMet(result, ImportRule.DUPLICATE_ROW, 320_705 - distinct, 2_483);
    long codes =
        rowsOf(
            raw,
            "regexp_matches(upper(\"StockCode\"),"
                + " '^(POST|DOT|C2|BANK CHARGES|AMAZONFEE|CRUK|B|D|S|M|GIFT_.*)$')");
    assertThat(codes).isEqualTo(1_949);
    // 39 more by their titles alone, such as "Next Day Carriage".
    assertMet(result, ImportRule.NO_PRODUCT, codes + 39, 1_988);
    assertMet(result, ImportRule.CANCELLED_PURCHASE, 1_630, 1_630);
    assertThat(SmallShop.column(result.tables().customers(), "customer_id"))
        .as("12346 bought 74,215 jars and cancelled them 16 minutes later")
        .allMatch(id -> id.matches("\\d{5}"))
        .doesNotContain("12346");
    assertThat(count(result, "price.usual") + count(result, "price.no-usual"))
        .isEqualTo(events(result, "type = 'purchase'"));
  }

  @Test
  void womensClothing() {
    ImportResult result = load("womens_clothing", "womens_clothing");
    assertCounts(result, 18_767, 1_095, 18_767, 0);
    Path raw = folder.resolve("reviews.csv.gz");
    assertThat(events(result, "text IS NULL"))
        .isEqualTo(rowsOf(raw, "\"Review Text\" IS NULL AND \"Title\" IS NULL"));
    assertThat(sum(result, "rating")).isEqualTo(sum(raw, "\"Rating\"", "true"));
    assertThat(events(result, "contains(text, chr(10))")).isPositive();
  }

  @Test
  void chineseReviews() {
    ImportResult result = load("online_shopping_10_cats", "online_shopping_10_cats");
    assertCounts(result, 50_300, 10, 50_300, 0);
    assertThat(events(result, "text IS NULL")).isEqualTo(1);
    assertThat(events(result, "contains(text, chr(65279))")).isZero();
    assertThat(SmallShop.column(result.tables().products(), "title")).contains("书籍", "酒店");
  }

  @Test
  void hillstromHasNoIds() {
    ImportResult result = load("hillstrom", "hillstrom");
    assertCounts(result, 64_000, 3, 64_000, 0);
    assertThat(events(result, "product_id = 'Mens E-Mail'")).isEqualTo(21_307);
    assertThat(events(result, "purchased"))
        .isEqualTo(rowsOf(folder.resolve("hillstrom.csv.gz"), "conversion = '1'"));
    assertThat(count(result, "quality.duplicates")).isZero();
  }

  @Test
  void yogurtHasNoDates() {
    ImportResult result = load("yogurt", "yogurt");
    assertCounts(result, 100, 4, 2_412, 0);
    assertThat(events(result, "list_price IS NULL")).isZero();
    assertThat(sum(result, "list_price"))
        .isCloseTo(
            sum(
                folder.resolve("yogurt.csv.gz"),
                "CASE choice WHEN 'yoplait' THEN \"price.yoplait\" WHEN 'dannon' THEN"
                    + " \"price.dannon\" WHEN 'hiland' THEN \"price.hiland\" ELSE \"price.weight\""
                    + " END",
                "true"),
            within(0.01));
  }

  @Test
  void orangeJuiceHasAPriceColumnForEachBrand() {
    ImportResult result = load("orange_juice", "orange_juice");
    assertCounts(result, 83, 11, 106_139, 0);
    assertThat(events(result, "list_price IS NULL OR quantity IS NULL")).isZero();
    assertThat(sum(result, "list_price"))
        .isCloseTo(
            sum(
                folder.resolve("orange_juice.csv.gz"),
                "[price1, price2, price3, price4, price5, price6, price7, price8, price9, price10,"
                    + " price11][brand::INT]",
                "true"),
            within(0.01));
  }

  @Test
  void movielensIsTabSeparatedWithTypedHeaders() {
    ImportResult result = load("movielens_100k", "movielens_100k");
    assertCounts(result, 943, 1_682, 100_000, 0);
    assertThat(SmallShop.column(result.tables().events(), "type")).containsOnly("rating");
    assertThat(sum(result, "rating"))
        .isEqualTo(sum(folder.resolve("ml-100k.inter.gz"), "\"rating:float\"", "true"));
  }

  @Test
  void superstoreInBothDressesHasTheSameTotals() {
    ImportResult plain = load("superstore", "superstore");
    assertCounts(plain, 793, 1_862, 9_994, 0);
    String sales = "list_price * (1 - discount_rate) * quantity";
    double sold = sum(plain, sales);
    double units = sum(plain, "quantity");
    assertThat(units).isEqualTo(37_873);
    assertThat(sold)
        .isCloseTo(sum(folder.resolve("superstore.csv.gz"), "\"Sales\"", "true"), within(0.5));
    assertThat(events(plain, "discount_rate > 0")).isEqualTo(5_196);
    ImportResult windows = load("superstore", "superstore_semicolon_cp1252");
    assertCounts(windows, 793, 1_850, 9_994, 0);
    assertThat(sum(windows, "quantity")).isEqualTo(units);
    assertThat(sum(windows, sales)).isCloseTo(sold, within(0.5));
  }

  private static void assertMet(ImportResult result, ImportRule rule, long counted, long known) {
    assertThat(counted).isEqualTo(known);
    assertThat(result.quality().rule(rule).map(RuleOutcome::met)).as(rule.id()).hasValue(known);
  }

  private static void assertCounts(
      ImportResult result, long customers, long products, long events, long rejected) {
    assertThat(List.of(result.customers(), result.products(), result.events(), result.rejected()))
        .containsExactly(customers, products, events, rejected);
  }

  /** Imports a set by its mapping, both copied to one folder. */
  private ImportResult load(String set, String mapping) {
    Path data = SHARED.resolve(set);
    assumeTrue(Files.isDirectory(data), () -> data + " is not there");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(data)) {
      for (Path file : files) {
        Path copy = folder.resolve(String.valueOf(file.getFileName()));
        if (!Files.exists(copy)) {
          Files.copy(file, copy);
        }
      }
      Path json = folder.resolve(mapping + ".json");
      Files.copy(
          Path.of(
              Objects.requireNonNull(SharedSetsTest.class.getResource("sets/" + mapping + ".json"))
                  .toURI()),
          json);
      return Importer.run(
          MappingJson.read(json), folder.resolve("out-" + mapping), JobContext.detached());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** Rows of a raw file that meet a condition, as DuckDB reads it by itself. */
  private static long rowsOf(Path file, String where) {
    return whole("SELECT count(*) FROM " + csv(file) + " WHERE " + where);
  }

  private static double sum(Path file, String what, String where) {
    return number("SELECT sum((" + what + ")::DOUBLE) FROM " + csv(file) + " WHERE " + where);
  }

  private static String csv(Path file) {
    return "read_csv(" + Duck.text(file) + ", all_varchar = true)";
  }

  private static long events(ImportResult result, String where) {
    return whole(
        "SELECT count(*) FROM " + Duck.parquet(result.tables().events()) + " WHERE " + where);
  }

  private static double sum(ImportResult result, String what) {
    return number("SELECT sum(" + what + ") FROM " + Duck.parquet(result.tables().events()));
  }

  private static long count(ImportResult result, String key) {
    return result.quality().findings().stream()
        .filter(finding -> finding.text().key().equals(key))
        .mapToLong(Finding::count)
        .sum();
  }

  private static long whole(String sql) {
    return SmallShop.rows(sql, row -> row.whole(0)).getFirst();
  }

  private static double number(String sql) {
    return SmallShop.rows(sql, row -> row.number(0)).getFirst();
  }
}
