package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Segmentation;
import org.tiersmith.task.JobContext;

/** Clusters of shops in which three kinds of customers were planted. */
class ClusterSpaceTest {
  private static final JobContext CONTEXT = JobContext.detached();
  private static final int EACH = 60;

  @TempDir private Path folder;

  @Test
  void findsThePlantedKindsAndSuggestsTheirNumber() {
    ClusterSpace space = space(planted(), new Random(1));
    ClusterCurve curve = space.curve(CONTEXT);
    assertThat(curve.suggested()).isEqualTo(3);
    assertThat(curve.points()).hasSize(ClusterSpace.MOST - 1);
    Segmentation found = space.divide(curve.suggested(), CONTEXT);
    assertThat(found.names()).hasSize(4).endsWith(RfmCells.NONE);
    Map<String, Integer> clusterOfKind = new HashMap<>();
    found
        .segmentOf()
        .forEach(
            (customer, cluster) ->
                assertThat(clusterOfKind.computeIfAbsent(kind(customer), kind -> cluster))
                    .as(customer)
                    .isEqualTo(cluster));
    assertThat(clusterOfKind.values()).doesNotHaveDuplicates();
  }

  @Test
  void namesSayWhatSetsAClusterApart() {
    Segmentation found = space(planted(), new Random(1)).divide(3, CONTEXT);
    assertThat(name(found, "often-1")).contains("frequent").endsWith("Dresses");
    assertThat(name(found, "sale-1")).contains("buy at discount").endsWith("Shoes");
    assertThat(name(found, "gone-1")).contains("lapsed").endsWith("Bags");
    assertThat(name(found, "never-1")).isEqualTo(RfmCells.NONE);
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    List<String> rows = planted();
    Segmentation one = space(rows, new Random(1)).divide(5, CONTEXT);
    Collections.reverse(rows);
    Segmentation other = space(rows, new Random(2)).divide(5, CONTEXT);
    assertThat(other).isEqualTo(one);
  }

  @Test
  void asksForNoMoreClustersThanThereAreCustomers() {
    List<String> few =
        List.of(
            row("often-1", 2, 9, 900, 0.1, 0.9, "tea"),
            row("sale-1", 30, 3, 90, 0.9, 0.1, "mug"),
            row("gone-1", 300, 1, 20, 0.5, 0.5, "cup"));
    ClusterSpace space = space(new ArrayList<>(few), new Random(1));
    assertThat(space.curve(CONTEXT).points()).hasSize(1);
    assertThat(space.divide(12, CONTEXT).names()).hasSize(2);
    assertThat(TinyShop.problemOf(() -> space(new ArrayList<>(few.subList(0, 2)), new Random(1))))
        .hasMessageContaining("2");
  }

  @Test
  void alikeClustersAreNamedApart() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(row("often-" + i, 10, 4, 400, 0.5, 0.5, i % 2 == 0 ? "tea · cup" : "hose · spade"));
    }
    assertThat(space(rows, new Random(1)).divide(2, CONTEXT).names())
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  private static String name(Segmentation found, String customer) {
    return found.names().get(found.segmentOf().getOrDefault(customer, -1));
  }

  private static String kind(String customer) {
    return customer.replaceAll("-.*", "");
  }

  /** Those who buy dresses often, shoes at a discount, who have gone, and who never bought. */
  private static List<String> planted() {
    Random random = new Random(4);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      rows.add(
          row(
              "often-" + i,
              3 + random.nextInt(5),
              30 + random.nextInt(9),
              3_000 + random.nextInt(500),
              0.2,
              0.7,
              "dress · silk"));
      rows.add(
          row(
              "sale-" + i,
              30 + random.nextInt(9),
              5 + random.nextInt(2),
              300 + random.nextInt(50),
              0.9,
              0.2,
              "shoe · sale"));
      rows.add(
          row(
              "gone-" + i,
              300 + random.nextInt(50),
              2,
              150 + random.nextInt(30),
              0.3,
              0.6,
              "bag · tote"));
    }
    for (int i = 0; i < 5; i++) {
      rows.add("('never-" + i + "', NULL, 0, 0, NULL, NULL, NULL, NULL)");
    }
    return rows;
  }

  private static String row(
      String id,
      int recency,
      int orders,
      int revenue,
      double affinity,
      double price,
      String words) {
    return String.format(
        "('%s', %d, %d, %d, %s, %s, %s, '%s')",
        id, recency, orders, revenue, (double) revenue / orders, affinity, price, words);
  }

  private ClusterSpace space(List<String> portraits, Random random) {
    Path portraitFile = folder.resolve("portraits" + random.nextInt() + ".parquet");
    Tables tables = Tables.in(folder);
    try (Duck duck = Duck.open(CONTEXT)) {
      write(
          duck,
          portraitFile,
          "(VALUES "
              + String.join(", ", portraits)
              + ") AS t(customer_id, recency_days, orders, revenue, basket, discount_affinity,"
              + " price_level, keywords)");
      write(
          duck,
          tables.products(),
          "(VALUES ('often', 'Dresses'), ('sale', 'Shoes'), ('gone', 'Bags')) AS t(product_id,"
              + " category)");
      write(
          duck,
          tables.events(),
          "(SELECT customer_id, split_part(customer_id, '-', 1) AS product_id, 'purchase' AS type,"
              + " NULL::BOOLEAN AS purchased FROM "
              + Duck.parquet(portraitFile)
              + " WHERE orders > 0)");
    }
    return ClusterSpace.of(tables, portraitFile, CONTEXT);
  }

  private static void write(Duck duck, Path file, String from) {
    duck.run("COPY (SELECT * FROM " + from + ") TO " + Duck.text(file) + " (FORMAT parquet)");
  }
}
