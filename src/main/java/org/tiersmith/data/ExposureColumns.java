package org.tiersmith.data;

import java.nio.file.Path;
import java.util.List;
import org.tiersmith.task.JobContext;

/**
 * Examples in short, columnar and in their order: who was offered which discount, and bought or
 * not. Row i of each array belongs to example i.
 *
 * @param customerIds the customers that occur
 * @param customer an index into {@code customerIds}
 * @param rate discount rate
 * @param purchased whether the customer bought
 * @param test whether the example is kept for the test
 */
public record ExposureColumns(
    List<String> customerIds, int[] customer, double[] rate, boolean[] purchased, boolean[] test) {

  /** Reads the examples that {@link ExampleBuilder} wrote. */
  public static ExposureColumns read(Path examples, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      String from = Duck.parquet(examples);
      duck.run(
          "CREATE TABLE customers AS SELECT customer_id, row_number() OVER (ORDER BY customer_id)"
              + " - 1 AS i FROM "
              + from
              + " GROUP BY customer_id");
      List<String> ids =
          duck.list("SELECT customer_id FROM customers ORDER BY i", row -> row.words(0));
      int n = (int) duck.whole("SELECT count(*) FROM " + from);
      ExposureColumns columns =
          new ExposureColumns(ids, new int[n], new double[n], new boolean[n], new boolean[n]);
      int[] at = {0};
      duck.each(
          "SELECT i, discount_rate, purchased, split = 'test' FROM "
              + from
              + " JOIN customers USING (customer_id) ORDER BY example_id",
          row -> {
            int i = at[0]++;
            columns.customer[i] = (int) row.whole(0);
            columns.rate[i] = row.number(1);
            columns.purchased[i] = row.flag(2);
            columns.test[i] = row.flag(3);
          });
      return columns;
    }
  }
}
