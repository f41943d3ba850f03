package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Row;
import org.tiersmith.data.Tables;
import org.tiersmith.task.JobContext;

/** Laws that hold for the portraits of any shop. */
class PortraitLawsTest {

  @Property(tries = 4)
  void theOrderOfTheRowsChangesNothing(@ForAll long seed) throws IOException {
    List<String> events = events(new Random(seed));
    List<String> before = rows(events, "SELECT * FROM ");
    Collections.shuffle(events, new Random(~seed));
    assertThat(rows(events, "SELECT * FROM ")).isEqualTo(before);
  }

  @Property(tries = 4)
  void scoresRiseWithTheirValues(@ForAll long seed) throws IOException {
    List<String> events = events(new Random(seed));
    String pairs =
        "SELECT count_if(a.orders > b.orders AND a.f < b.f), count_if(a.orders = b.orders AND a.f"
            + " <> b.f), count_if(a.revenue > b.revenue AND a.m < b.m), count_if(a.recency_days <"
            + " b.recency_days AND a.r < b.r), count_if(a.recency_days = b.recency_days AND a.r <>"
            + " b.r), count_if(a.r NOT BETWEEN 1 AND 5) FROM p AS a JOIN p AS b ON true WHERE a.r"
            + " IS NOT NULL AND b.r IS NOT NULL";
    assertThat(rows(events, "WITH p AS (FROM %s) " + pairs)).containsExactly("0|0|0|0|0|0");
  }

  @Property(tries = 4)
  void sharesLieBetweenNoughtAndOne(@ForAll long seed) throws IOException {
    String outside =
        "SELECT count_if(price_level NOT BETWEEN 0 AND 1), count_if(discount_affinity NOT BETWEEN 0"
            + " AND 1), count_if(category_share NOT BETWEEN 0 AND 1), count_if(brand_share NOT"
            + " BETWEEN 0 AND 1), count_if(season_strength NOT BETWEEN 0 AND 1), count(*) FROM ";
    assertThat(rows(events(new Random(seed)), outside)).containsExactly("0|0|0|0|0|12");
  }

  private static List<String> events(Random random) {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      events.add(
          String.format(
              "E%d,C%02d,P%d,2025-%02d-%02d 10:%02d,%s,%d,%s",
              i,
              random.nextInt(12),
              1 + random.nextInt(4),
              1 + random.nextInt(12),
              1 + random.nextInt(28),
              random.nextInt(60),
              random.nextInt(3) == 0 ? "view" : "purchase",
              5 + random.nextInt(20),
              random.nextBoolean() ? "0" : "0.2"));
    }
    for (int c = 0; c < 12; c++) {
      events.add(String.format("V%d,C%02d,P1,2025-01-01 00:00,view,9,0", c, c));
    }
    return events;
  }

  /** What a query says of the portraits, a text a row; the file's place is at its end or %s. */
  private static List<String> rows(List<String> events, String query) throws IOException {
    Path folder = Files.createTempDirectory("laws");
    StringBuilder customers = new StringBuilder("customer_id\n");
    for (int c = 0; c < 12; c++) {
      customers.append(String.format("C%02d%n", c));
    }
    Tables tables =
        TinyShop.tables(
            folder,
            customers.toString(),
            TinyShop.PRODUCTS,
            "event_id,customer_id,product_id,timestamp,type,list_price,discount_rate\n"
                + String.join("\n", events));
    Path out = folder.resolve("portraits.parquet");
    Portraits.build(tables, out, JobContext.detached());
    String file = Duck.parquet(out);
    try (Duck duck = Duck.open(JobContext.detached())) {
      String sql = query.contains("%s") ? String.format(query, file) : query + file;
      int columns = (int) duck.whole("SELECT count(*) FROM (DESCRIBE " + sql + ")");
      return duck.list(sql, row -> joined(row, columns));
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String joined(Row row, int columns) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < columns; i++) {
      joined.append(i == 0 ? "" : "|").append(row.words(i).replaceFirst("\\.0$", ""));
    }
    return joined.toString();
  }
}
