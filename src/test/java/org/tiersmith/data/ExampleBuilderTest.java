package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.Scratch;
import org.tiersmith.model.SplitKind;
import org.tiersmith.task.JobContext;

/** Examples: split by time, and negatives that were on offer. */
class ExampleBuilderTest {
  private static final String CHECK =
      "SELECT max(\"timestamp\") FILTER (split = 'train') < min(\"timestamp\") FILTER (split ="
          + " 'validation') AND max(\"timestamp\") FILTER (split = 'validation') <"
          + " min(\"timestamp\") FILTER (split = 'test') FROM ";

  @TempDir private Path folder;

  @Property(tries = 8)
  void splitsAreInOrderOfTimeAndNeverDivideAnInstant(
      @ForAll long seed, @ForAll @IntRange(min = 60, max = 300) int n) throws IOException {
    try (Scratch scratch = Scratch.make()) {
      Path own = scratch.folder();
      Tables tables = exposures(own, seed, n, 9);
      ExampleFile file = build(tables, own, 1);
      assertThat(file.size()).isEqualTo(n);
      assertThat(counted(tables)).isEqualTo(n);
      assertThat(file.train()).isBetween((long) (0.5 * n), (long) (0.7 * n));
      assertThat(file.validation()).isPositive();
      assertThat(file.test()).isPositive();
      assertThat(flag(CHECK + Duck.parquet(file.file()))).isTrue();
      assertThat(file.sampled()).isFalse();
    }
  }

  @Property(tries = 6)
  void negativesWereOfferedAndNotBoughtAndCarryTheOffersPrice(@ForAll long seed)
      throws IOException {
    try (Scratch scratch = Scratch.make()) {
      Path own = scratch.folder();
      Tables tables = purchases(own, seed, 400);
      ExampleFile file = build(tables, own, seed);
      String examples = Duck.parquet(file.file());
      String events = Duck.parquet(tables.events());
      assertThat(file.sampled()).isTrue();
      assertThat(counted(tables)).isBetween(file.size(), 2 * file.size());
      assertThat(file.randomised()).isFalse();
      assertThat(
              flag(
                  "SELECT count_if(NOT purchased) BETWEEN count_if(purchased) AND 3 *"
                      + " count_if(purchased) FROM "
                      + examples))
          .isTrue();
      assertThat(
              count(
                  "SELECT count(*) FROM "
                      + examples
                      + " AS x JOIN "
                      + events
                      + " AS e USING"
                      + " (customer_id, product_id) WHERE NOT x.purchased AND date_trunc('week',"
                      + " x.\"timestamp\") = date_trunc('week', e.\"timestamp\")"))
          .isZero();
      assertThat(
              count(
                  "SELECT count(*) FROM "
                      + examples
                      + " AS x WHERE NOT EXISTS (FROM (SELECT store, date_trunc('week',"
                      + " \"timestamp\") AS week, product_id, median(list_price) AS p,"
                      + " median(discount_rate) AS d FROM "
                      + events
                      + " GROUP BY ALL) AS o WHERE o.week = date_trunc('week', x.\"timestamp\") AND"
                      + " o.product_id = x.product_id AND o.p = x.list_price AND o.d ="
                      + " x.discount_rate)"))
          .isZero();
      assertThat(flag(CHECK + examples)).isTrue();
    }
  }

  private static long counted(Tables tables) {
    return ExampleBuilder.count(tables, ExampleSettings.DEFAULT, JobContext.detached()).examples();
  }

  @Test
  void sameSeedGivesTheSameExamplesAndAnotherSeedOthers() throws IOException {
    Tables tables = purchases(folder, 5, 300);
    byte[] first = Files.readAllBytes(build(tables, folder, 3).file());
    assertThat(Files.readAllBytes(build(tables, folder, 3).file())).isEqualTo(first);
    assertThat(Files.readAllBytes(build(tables, folder, 4).file())).isNotEqualTo(first);
  }

  @Test
  void aPurchaseBesideExposuresIsNoExample() {
    StringBuilder rows =
        new StringBuilder("customer_id,product_id,timestamp,type,price,purchased\n");
    for (int i = 0; i < 40; i++) {
      rows.append("C1,P1,2025-01-02 10:").append(10 + i).append(":00,exposure,5,");
      rows.append(i % 2).append('\n');
      rows.append("C1,P1,2025-01-02 10:").append(10 + i).append(":30,purchase,5,1\n");
    }
    ExampleFile file = build(load(folder, rows), folder, 1);
    assertThat(file.size()).isEqualTo(40);
    assertThat(file.randomised()).isFalse();
  }

  @Test
  void saysThatThereAreTooFewEvents() {
    Tables tables = new SmallShop(folder).load().tables();
    assertThat(SmallShop.problemOf(() -> build(tables, folder, 1)).text().key())
        .isEqualTo("examples.too-few");
  }

  @Property(tries = 8)
  void byCustomerNobodyIsInTwoParts(@ForAll long seed, @ForAll @IntRange(min = 60, max = 300) int n)
      throws IOException {
    try (Scratch scratch = Scratch.make()) {
      Tables tables = exposures(scratch.folder(), seed, n, 40);
      ExampleFile file = byCustomer(tables, scratch.folder(), seed);
      String examples = Duck.parquet(file.file());
      assertThat(file.size()).isEqualTo(n);
      assertThat(file.validationFrom()).isNull();
      assertThat(count("SELECT count(DISTINCT split) FROM " + examples)).isEqualTo(3);
      assertThat(
              count(
                  "SELECT count(*) FROM (SELECT customer_id FROM "
                      + examples
                      + " GROUP BY 1 HAVING count(DISTINCT split) > 1)"))
          .isZero();
      long largest =
          count(
              "SELECT max(n) FROM (SELECT count(*) AS n FROM "
                  + examples
                  + " GROUP BY customer_id)");
      assertThat(file.train()).isBetween((long) (0.7 * n), (long) (0.7 * n) + largest + 1);
    }
  }

  @Test
  void byCustomerTheSeedDecides() throws IOException {
    Tables tables = purchases(folder, 5, 300);
    byte[] first = Files.readAllBytes(byCustomer(tables, folder, 3).file());
    assertThat(Files.readAllBytes(byCustomer(tables, folder, 3).file())).isEqualTo(first);
    String testers =
        "SELECT string_agg(DISTINCT customer_id ORDER BY customer_id) FROM %s WHERE split = 'test'";
    List<String> some =
        SmallShop.rows(
            String.format(testers, Duck.parquet(byCustomer(tables, folder, 3).file())),
            row -> row.words(0));
    List<String> others =
        SmallShop.rows(
            String.format(testers, Duck.parquet(byCustomer(tables, folder, 4).file())),
            row -> row.words(0));
    assertThat(others).isNotEqualTo(some);
  }

  @Test
  void saysThatCustomersAreTooFewToDivide() {
    StringBuilder rows = new StringBuilder("customer_id,product_id,timestamp,price,purchased\n");
    for (int i = 0; i < 60; i++) {
      rows.append("C").append(i % 2).append(",P1,2025-01-02,5,").append(i % 3 / 2).append('\n');
    }
    Tables tables = load(folder, rows);
    assertThat(SmallShop.problemOf(() -> byCustomer(tables, folder, 1)).text().key())
        .isEqualTo("examples.few-customers");
  }

  private static ExampleFile byCustomer(Tables tables, Path folder, long seed) {
    return ExampleBuilder.build(
        tables,
        ExampleSettings.DEFAULT.withSeed(seed).withSplit(SplitKind.CUSTOMER),
        folder.resolve("by-customer.parquet"),
        JobContext.detached());
  }

  @Test
  void saysThatAllHappenedAtOnce() {
    StringBuilder rows = new StringBuilder("customer_id,product_id,timestamp,price,purchased\n");
    for (int i = 0; i < 60; i++) {
      rows.append("C").append(i).append(",P1,2025-01-02,5,").append(i % 2).append('\n');
    }
    Tables tables = load(folder, rows);
    assertThat(SmallShop.problemOf(() -> build(tables, folder, 1)))
        .hasMessageContaining("2025-01-02");
  }

  private static ExampleFile build(Tables tables, Path folder, long seed) {
    return ExampleBuilder.build(
        tables,
        ExampleSettings.DEFAULT.withSeed(seed),
        folder.resolve("examples.parquet"),
        JobContext.detached());
  }

  /** Exposures, several of them at the same instant. */
  private static Tables exposures(Path folder, long seed, int n, int customers) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder rows =
        new StringBuilder("customer_id,product_id,timestamp,price,discount,purchased\n");
    for (int i = 0; i < n; i++) {
      rows.append(
          String.format(
              "C%d,P%d,2025-%02d-%02d,%d,0.%d,%d%n",
              random.nextInt(customers),
              random.nextInt(5),
              1 + random.nextInt(3),
              1 + random.nextInt(12),
              5 + random.nextInt(9),
              random.nextInt(4),
              i % 3 == 0 ? 1 : 0));
    }
    return load(folder, rows);
  }

  private static Tables purchases(Path folder, long seed, int n) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder rows =
        new StringBuilder("customer_id,product_id,timestamp,price,discount,store,quantity\n");
    for (int i = 0; i < n; i++) {
      rows.append(
          String.format(
              "C%d,P%d,2025-01-%02d %02d:%02d:00,%d,0.%d,S%d,1%n",
              random.nextInt(40),
              random.nextInt(30),
              1 + random.nextInt(28),
              8 + random.nextInt(10),
              random.nextInt(60),
              5 + random.nextInt(9),
              random.nextInt(4),
              random.nextInt(2)));
    }
    return load(folder, rows);
  }

  private static Tables load(Path folder, CharSequence rows) {
    SmallShop shop = new SmallShop(folder);
    return shop.loadEvents(shop.write("events.csv", rows.toString())).tables();
  }

  private static boolean flag(String sql) {
    List<Boolean> all = SmallShop.rows(sql, row -> row.flag(0));
    return all.getFirst();
  }

  private static long count(String sql) {
    List<Long> all = SmallShop.rows(sql, row -> row.whole(0));
    return all.getFirst();
  }
}
