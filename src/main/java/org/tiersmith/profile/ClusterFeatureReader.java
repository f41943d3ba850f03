package org.tiersmith.profile;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tiersmith.data.Duck;
import org.tiersmith.data.PurchaseSql;
import org.tiersmith.data.Row;
import org.tiersmith.data.Tables;

/** Reads {@link ClusterFeatures}; rows come in the order of the customers' ids. */
final class ClusterFeatureReader {
  private static final int CATEGORIES = 8;
  private static final int TEXT_RANK = 8;
  private static final int BEHAVIOURS = Behaviour.values().length;
  private static final long SEED = 20_240_612;

  private final Duck duck;
  private final Tables tables;

  ClusterFeatureReader(Duck duck, Tables tables, Path portraits) {
    this.duck = duck;
    this.tables = tables;
    duck.run(
        "CREATE TABLE buyers AS SELECT customer_id, (row_number() OVER (ORDER BY customer_id) -"
            + " 1)::INTEGER AS ix, "
            + Stream.of(Behaviour.values()).map(Behaviour::sql).collect(Collectors.joining(", "))
            + ", keywords FROM "
            + Duck.parquet(portraits)
            + " WHERE orders > 0");
  }

  ClusterFeatures read(Path portraits) {
    List<String> ids = duck.list("SELECT customer_id FROM buyers ORDER BY ix", row -> row.words(0));
    double[] behaviour = new double[ids.size() * BEHAVIOURS];
    int[] at = {0};
    duck.each(
        "SELECT * EXCLUDE (customer_id, ix, keywords) FROM buyers ORDER BY ix",
        row -> {
          copy(row, behaviour, at[0]);
          at[0] += BEHAVIOURS;
        });
    List<String> categories = categories();
    double[] shares = shares(categories, ids.size());
    double[] text = text(ids.size());
    int width = BEHAVIOURS + categories.size() + TEXT_RANK;
    double[] points = new double[ids.size() * width];
    standardise(behaviour, BEHAVIOURS);
    put(behaviour, BEHAVIOURS, points, width, 0);
    put(scaled(shares, categories.size()), categories.size(), points, width, BEHAVIOURS);
    put(scaled(text, TEXT_RANK), TEXT_RANK, points, width, BEHAVIOURS + categories.size());
    return new ClusterFeatures(
        ids,
        duck.list(
            "SELECT customer_id FROM "
                + Duck.parquet(portraits)
                + " WHERE NOT coalesce(orders > 0, false) ORDER BY 1",
            row -> row.words(0)),
        categories,
        points,
        width,
        shares);
  }

  private static void copy(Row row, double[] to, int at) {
    for (int i = 0; i < BEHAVIOURS; i++) {
      to[at + i] = row.number(i);
    }
  }

  /** The categories of most purchases. */
  private List<String> categories() {
    duck.run(
        "CREATE TABLE bought AS SELECT ix, category FROM "
            + Duck.parquet(tables.events())
            + " JOIN buyers USING (customer_id) JOIN (SELECT product_id, category FROM "
            + Duck.parquet(tables.products())
            + ") USING (product_id) WHERE category IS NOT NULL AND "
            + PurchaseSql.IS_PURCHASE);
    return duck.list(
        "SELECT category FROM bought GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT " + CATEGORIES,
        row -> row.words(0));
  }

  private double[] shares(List<String> categories, int customers) {
    double[] shares = new double[customers * categories.size()];
    String counts =
        categories.stream()
            .map(c -> ", count(*) FILTER (category = " + RuleSql.literal(c) + ")")
            .collect(Collectors.joining());
    duck.each(
        "SELECT ix, count(*)" + counts + " FROM bought GROUP BY 1",
        row -> {
          int first = (int) row.whole(0) * categories.size();
          for (int c = 0; c < categories.size(); c++) {
            shares[first + c] = row.number(2 + c) / row.number(1);
          }
        });
    return shares;
  }

  private double[] text(int customers) {
    List<String> keywords =
        duck.list("SELECT keywords FROM buyers ORDER BY ix", row -> row.words(0));
    SparseRows words = KeywordMatrix.of(keywords);
    return words.width() == 0
        ? new double[customers * TEXT_RANK]
        : TruncatedSvd.rows(words, TEXT_RANK, SEED);
  }

  private static void put(double[] block, int across, double[] points, int width, int first) {
    for (int i = 0; across > 0 && i < block.length / across; i++) {
      System.arraycopy(block, i * across, points, i * width + first, across);
    }
  }

  /** To mean 0 and variance 1 per column; what is missing, or does not vary, becomes 0. */
  private static void standardise(double[] block, int across) {
    for (int c = 0; c < across; c++) {
      double deviation = Math.sqrt(centre(block, across, c));
      for (int i = c; i < block.length; i += across) {
        block[i] = deviation < 1e-9 ? 0 : block[i] / deviation;
      }
    }
  }

  /** Centred, with a variance over all columns of half of behaviour's. */
  private static double[] scaled(double[] block, int across) {
    double[] scaled = block.clone();
    double variance = 0;
    for (int c = 0; c < across; c++) {
      variance += centre(scaled, across, c);
    }
    double factor = variance < 1e-12 ? 0 : Math.sqrt(BEHAVIOURS / 2.0 / variance);
    Arrays.setAll(scaled, i -> scaled[i] * factor);
    return scaled;
  }

  /** Takes a column's mean away, puts 0 for what is missing; answers the variance. */
  private static double centre(double[] block, int across, int column) {
    double sum = 0;
    int known = 0;
    for (int i = column; i < block.length; i += across) {
      if (!Double.isNaN(block[i])) {
        sum += block[i];
        known++;
      }
    }
    double mean = known == 0 ? 0 : sum / known;
    double squares = 0;
    for (int i = column; i < block.length; i += across) {
      block[i] = Double.isNaN(block[i]) ? 0 : block[i] - mean;
      squares += block[i] * block[i];
    }
    return known == 0 ? 0 : squares / known;
  }
}
