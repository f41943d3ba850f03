package org.tiersmith.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A made-up shop's export: an events file of 12 columns, in order of time, and its products.
 *
 * @param events CSV
 * @param products CSV
 */
record SyntheticEvents(Path events, Path products) {
  private static final int EVENTS_PER_CUSTOMER = 50;
  private static final int EVENTS_PER_PRODUCT = 250;

  private static final String EVENTS =
      """
      COPY (
        SELECT i AS event_id,
          'C' || lpad((hash(i, 1, %1$d) %% %3$d)::VARCHAR, 6, '0') AS customer_id,
          'P' || lpad((hash(i, 2, %1$d) %% %4$d)::VARCHAR, 5, '0') AS product_id,
          strftime(TIMESTAMP '2023-01-01' + to_seconds((i * (63072000.0 / %2$d))::BIGINT),
            '%%Y-%%m-%%d %%H:%%M:%%S') AS "timestamp",
          kind AS type,
          1 + hash(i, 3, %1$d) %% 4 AS quantity,
          round(5 + (hash(i, 2, %1$d) %% %4$d) / 100.0, 2) AS list_price,
          [0, 0, 0, 0.05, 0.1, 0.2][1 + (hash(i, 4, %1$d) %% 6)::INT] AS discount_rate,
          CASE WHEN kind = 'search' THEN %5$s || ' size ' || hash(i, 6, %1$d) %% 40 END AS text,
          ['web', 'app', 'store'][1 + (hash(i, 7, %1$d) %% 3)::INT] AS channel,
          'S' || hash(i, 8, %1$d) %% 50 AS store,
          ['mobile', 'desktop', 'tablet'][1 + (hash(i, 9, %1$d) %% 3)::INT] AS device
        FROM (SELECT i, ['purchase', 'cart', 'search', 'view'][
          1 + least(3, hash(i, 5, %1$d) %% 10)::INT] AS kind FROM range(%2$d) AS t(i)))
      TO '%6$s' (HEADER)
      """;

  private static final String PRODUCTS =
      """
      COPY (
        SELECT 'P' || lpad(i::VARCHAR, 5, '0') AS product_id, %3$s AS title,
          ['Dresses', 'Shoes', 'Bags', 'Coats', 'Knitwear', 'Garden', 'Kitchen', 'Toys'][
            1 + (hash(i, 13, %1$d) %% 8)::INT] AS category,
          ['Alder', 'Birch', 'Cedar', 'Dogwood'][1 + (hash(i, 14, %1$d) %% 4)::INT] AS brand,
          round(5 + i / 100.0, 2) AS price, round(3 + i / 250.0, 2) AS cost
        FROM range(%2$d) AS t(i))
      TO '%4$s' (HEADER)
      """;

  private static final String WORDS =
      """
      ['red', 'blue', 'green', 'black', 'white', 'yellow', 'grey'][1 + (hash(i, 10, %1$d) %% 7)::INT]
      || ' ' || ['cotton', 'linen', 'leather', 'wool', 'silk', 'oak', 'steel'][
        1 + (hash(i, 11, %1$d) %% 7)::INT]
      || ' ' || ['dress', 'shirt', 'boots', 'bag', 'coat', 'scarf', 'lamp', 'chair', 'mug'][
        1 + (hash(i, 12, %1$d) %% 9)::INT]\
      """;

  /** Writes a shop of a number of events into a folder. */
  static SyntheticEvents write(Path folder, int rows, long seed) throws SQLException {
    SyntheticEvents shop =
        new SyntheticEvents(folder.resolve("events.csv"), folder.resolve("products.csv"));
    int customers = Math.max(1, rows / EVENTS_PER_CUSTOMER);
    int products = Math.max(1, rows / EVENTS_PER_PRODUCT);
    String words = WORDS.formatted(seed);
    List<String> statements =
        List.of(
            EVENTS.formatted(seed, rows, customers, products, words, quoted(shop.events)),
            PRODUCTS.formatted(seed, products, words, quoted(shop.products)));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    return shop;
  }

  private static String quoted(Path file) {
    return file.toAbsolutePath().toString().replace("'", "''");
  }
}
