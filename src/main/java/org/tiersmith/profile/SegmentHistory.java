package org.tiersmith.profile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Row;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * How segments moved, month by month.
 *
 * @param months without a gap, the last one that of the data's last day
 * @param segments in the order in which to show them
 * @param bySegment for each segment, each month
 */
public record SegmentHistory(
    List<YearMonth> months, List<String> segments, List<List<SegmentMonth>> bySegment) {
  private static final SegmentMonth NONE = new SegmentMonth(0, 0, Double.NaN);

  /** Of segments as they are today: their members who bought in a month count as its customers. */
  public static SegmentHistory of(
      Tables tables, Membership membership, int months, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      PastPurchases past = new PastPurchases(duck, tables);
      MemberTable.create(duck, membership);
      List<YearMonth> last = past.lastMonths(months);
      SegmentMonth[][] all = table(membership.names().size(), last.size());
      duck.each(
          "SELECT segment, (year(day) * 12 + month(day) - 1)::INTEGER, count(DISTINCT ix), "
              + PastPurchases.FIGURES
              + " FROM spent JOIN person USING (ix) JOIN member USING (customer_id) GROUP BY 1, 2",
          row -> {
            int month =
                last.indexOf(YearMonth.of((int) row.whole(1) / 12, (int) row.whole(1) % 12 + 1));
            if (month >= 0) {
              all[(int) row.whole(0)][month] = month(row, 2);
            }
          });
      return history(last, membership.names(), all);
    }
  }

  /** Of RFM cells: the members are those of the month's end. */
  public static SegmentHistory ofCells(Tables tables, int months, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      PastPurchases past = new PastPurchases(duck, tables);
      List<YearMonth> last = past.lastMonths(months);
      SegmentMonth[][] all = table(RfmCells.NAMES.size(), last.size());
      for (int i = 0; i < last.size(); i++) {
        context.progress(
            (double) i / last.size(),
            Text.of("progress.segments.history", "Looking back at {0}", last.get(i).toString()));
        int month = i;
        LocalDate end = last.get(i).atEndOfMonth();
        past.cells("then", end);
        duck.each(
            "SELECT cell, count(DISTINCT ix), "
                + PastPurchases.FIGURES
                + " FROM \"then\" LEFT JOIN (SELECT * FROM spent WHERE day BETWEEN DATE '"
                + last.get(i).atDay(1)
                + "' AND DATE '"
                + end
                + "') USING (ix) WHERE seen GROUP BY 1",
            row -> all[(int) row.whole(0)][month] = month(row, 1));
      }
      return history(last, RfmCells.NAMES, all);
    }
  }

  private static SegmentMonth[][] table(int segments, int months) {
    SegmentMonth[][] all = new SegmentMonth[segments][months];
    for (SegmentMonth[] row : all) {
      Arrays.fill(row, NONE);
    }
    return all;
  }

  private static SegmentMonth month(Row row, int first) {
    double revenue = row.number(first + 1);
    return new SegmentMonth(
        row.whole(first), Double.isNaN(revenue) ? 0 : revenue, row.number(first + 2));
  }

  private static SegmentHistory history(
      List<YearMonth> months, List<String> names, SegmentMonth[][] all) {
    List<List<SegmentMonth>> bySegment = new ArrayList<>();
    for (SegmentMonth[] row : all) {
      bySegment.add(List.of(row));
    }
    return new SegmentHistory(months, names, List.copyOf(bySegment));
  }
}
