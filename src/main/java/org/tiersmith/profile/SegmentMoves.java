package org.tiersmith.profile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.task.JobContext;

/**
 * How customers moved between RFM cells.
 *
 * @param from the end of this day is the start
 * @param to the end of this day is the end
 * @param cells in the order in which to show them
 * @param counts for each cell of the start, for each of the end: customers. Who came later starts
 *     in "No purchase yet".
 */
public record SegmentMoves(
    LocalDate from, LocalDate to, List<String> cells, List<List<Long>> counts) {

  /** Works both days' cells out. */
  public static SegmentMoves of(Tables tables, LocalDate from, LocalDate to, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      PastPurchases past = new PastPurchases(duck, tables);
      past.cells("before", from);
      past.cells("after", to);
      Long[][] counts = new Long[RfmCells.NAMES.size()][RfmCells.NAMES.size()];
      for (Long[] row : counts) {
        Arrays.fill(row, 0L);
      }
      duck.each(
          "SELECT \"before\".cell, \"after\".cell, count(*) FROM \"before\" JOIN \"after\" USING"
              + " (ix) GROUP BY 1, 2",
          row -> counts[(int) row.whole(0)][(int) row.whole(1)] = row.whole(2));
      return new SegmentMoves(
          from, to, RfmCells.NAMES, Arrays.stream(counts).map(List::of).toList());
    }
  }
}
