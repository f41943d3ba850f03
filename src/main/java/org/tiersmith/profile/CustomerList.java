package org.tiersmith.profile;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Duck;
import org.tiersmith.data.PurchaseSql;
import org.tiersmith.data.TableWriter;
import org.tiersmith.data.Tables;
import org.tiersmith.task.JobContext;

/**
 * The customers with their segments as a table to look through, by id: one row for each segment
 * that a customer is in, one for a customer in none.
 */
public final class CustomerList {
  /** The customer's id. */
  public static final String ID = "customer_id";

  /** The segment's name. */
  public static final String SEGMENT = "segment";

  /** The segment's place among all, counted from 0; their number for customers in none. */
  public static final String PLACE = "place";

  /** True in one row of each customer: that of the first segment it is in. */
  public static final String FIRST = "first";

  /** What the customer paid; missing where nothing was bought. */
  public static final String REVENUE = "revenue";

  private CustomerList() {}

  /**
   * Writes the table into a Parquet file.
   *
   * @param portraits spare reading the events; null where there are none yet
   */
  public static void write(
      Tables tables,
      Membership membership,
      @Nullable Path portraits,
      Path parquet,
      JobContext context) {
    try (Duck duck = Duck.open(context)) {
      MemberTable.create(duck, membership);
      names(duck, membership);
      duck.run(
          "COPY (SELECT customer_id, coalesce(m.segment, "
              + membership.names().size()
              + ")::BIGINT AS place, name AS segment, coalesce(m.segment = min(m.segment) OVER"
              + " (PARTITION BY customer_id), TRUE) AS first, revenue FROM (SELECT customer_id FROM"
              + " "
              + Duck.parquet(tables.customers())
              + ") LEFT JOIN member AS m USING (customer_id) JOIN names ON names.segment ="
              + " coalesce(m.segment, "
              + membership.names().size()
              + ") LEFT JOIN ("
              + (portraits == null ? paid(tables) : paid(portraits))
              + ") USING (customer_id) ORDER BY customer_id, place) TO "
              + Duck.text(parquet)
              + " (FORMAT parquet)");
    }
  }

  private static void names(Duck duck, Membership membership) {
    duck.run("CREATE TABLE names(segment INTEGER, name VARCHAR)");
    try (TableWriter to = new TableWriter(duck, "names")) {
      int place = 0;
      for (String name : membership.names()) {
        to.row().whole(place++).text(name).end();
      }
      to.row().whole(place).text(Segments.OTHER).end();
    }
  }

  private static String paid(Path portraits) {
    return "SELECT customer_id, CASE WHEN orders > 0 THEN revenue END AS revenue FROM "
        + Duck.parquet(portraits);
  }

  private static String paid(Tables tables) {
    return "SELECT customer_id, sum("
        + PurchaseSql.PAID
        + ")::DOUBLE AS revenue FROM "
        + PurchaseSql.events(tables)
        + " WHERE "
        + PurchaseSql.IS_PURCHASE
        + " GROUP BY 1";
  }
}
