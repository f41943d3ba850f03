package org.tiersmith.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tiersmith.data.Duck;
import org.tiersmith.data.PurchaseSql;
import org.tiersmith.data.Tables;
import org.tiersmith.task.JobContext;

/** The schemes that the data allows. */
public final class SegmentSchemes {
  private static final int FEWEST = 2;
  private static final int MOST = 20;
  private static final List<String> FIRST =
      List.of("member", "level", "tier", "会员", "等级", "age", "年龄");

  private SegmentSchemes() {}

  /**
   * Membership and age first, then other columns with {@value #FEWEST} to {@value #MOST} values,
   * and RFM, clusters and topics where there are purchases; never empty unless there are neither.
   */
  public static List<SegmentScheme> available(Tables tables) {
    try (Duck duck = Duck.open(JobContext.detached())) {
      String customers = Duck.parquet(tables.customers());
      List<String> columns =
          duck.list(
              "SELECT column_name FROM (DESCRIBE SELECT * FROM "
                  + customers
                  + ") WHERE column_name <> 'customer_id'",
              row -> row.words(0));
      List<SegmentScheme> schemes = new ArrayList<>();
      columns.stream()
          .filter(column -> isCategorical(duck, customers, column))
          .sorted(Comparator.comparingInt(SegmentSchemes::rank))
          .map(SegmentScheme::byColumn)
          .forEach(schemes::add);
      if (hasPurchases(duck, tables)) {
        schemes.add(SegmentScheme.RFM);
        schemes.add(SegmentScheme.CLUSTER);
        schemes.add(SegmentScheme.TOPIC);
      }
      return List.copyOf(schemes);
    }
  }

  private static boolean isCategorical(Duck duck, String customers, String column) {
    long values = duck.whole("SELECT count(DISTINCT " + Duck.name(column) + ") FROM " + customers);
    return values >= FEWEST && values <= MOST;
  }

  private static boolean hasPurchases(Duck duck, Tables tables) {
    return duck.whole(
            "SELECT count(*) FROM "
                + Duck.parquet(tables.events())
                + " WHERE "
                + PurchaseSql.IS_PURCHASE)
        > 0;
  }

  private static int rank(String column) {
    String name = column.toLowerCase(Locale.ROOT);
    for (int i = 0; i < FIRST.size(); i++) {
      if (name.contains(FIRST.get(i))) {
        return i;
      }
    }
    return FIRST.size();
  }
}
