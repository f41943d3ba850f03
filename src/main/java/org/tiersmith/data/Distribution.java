package org.tiersmith.data;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tiersmith.model.Problem;
import org.tiersmith.task.JobContext;

/**
 * How the values of a column are spread.
 *
 * @param column the column's name
 * @param numeric whether the bins are ranges of numbers (or instants, in seconds) rather than
 *     values
 * @param rows all rows
 * @param missing rows without a value
 * @param distinct different values
 * @param low smallest number, NaN where there is none
 * @param median middle number, NaN where there is none
 * @param high largest number, NaN where there is none
 * @param bins equal ranges of numbers in rising order, or the most frequent values
 */
public record Distribution(
    String column,
    boolean numeric,
    long rows,
    long missing,
    long distinct,
    double low,
    double median,
    double high,
    List<Bin> bins) {
  private static final int BINS = 24;
  private static final int VALUES = 12;

  /**
   * One bar.
   *
   * @param label the value, or the range as text
   * @param from lower end, inclusive; NaN for a value
   * @param to upper end, exclusive but for the last; NaN for a value
   * @param count rows
   */
  public record Bin(String label, double from, double to, long count) {}

  /** Reads the distribution of one column of a Parquet file. */
  public static Distribution of(Path parquet, String column) {
    try (Duck duck = Duck.open(JobContext.detached())) {
      return of(duck, Duck.parquet(parquet), TablePage.types(duck, parquet), column, "TRUE");
    }
  }

  /**
   * Reads the distribution of one column over the rows that meet a condition. Nothing but that
   * column, and those of the condition, is read.
   */
  static Distribution of(
      Duck duck, String source, Map<String, String> types, String column, String where) {
    String type = types.get(column);
    if (type == null) {
      throw Problem.of("data.no-column", "The table has no column \"{0}\".", column);
    }
    String value = Duck.name(column);
    boolean instant = type.startsWith("TIMESTAMP") || type.equals("DATE");
    boolean numeric = instant || type.equals("DOUBLE") || type.equals("BIGINT");
    String number = instant ? "epoch(" + value + ")" : numeric ? value : "NULL";
    duck.run(
        String.format(
            "CREATE OR REPLACE TEMP VIEW v AS SELECT %s AS t, (%s)::DOUBLE AS x FROM %s WHERE %s",
            value, number, source, where));
    return numeric ? numbers(duck, column, instant) : values(duck, column);
  }

  private static Distribution numbers(Duck duck, String column, boolean instant) {
    Distribution bare = bare(duck, column, true, List.of());
    double width = (bare.high - bare.low) / BINS;
    List<Bin> bins = new ArrayList<>();
    if (width > 0) {
      long[] counts = new long[BINS];
      duck.each(
          String.format(
              Locale.ROOT,
              "SELECT least(%d, floor((x - (%s)) / %s))::BIGINT, count(*) FROM v"
                  + " WHERE x IS NOT NULL GROUP BY 1",
              BINS - 1,
              bare.low,
              width),
          row -> counts[(int) row.whole(0)] += row.whole(1));
      for (int i = 0; i < BINS; i++) {
        double from = bare.low + i * width;
        bins.add(new Bin(range(instant, from, from + width), from, from + width, counts[i]));
      }
    } else if (bare.rows > bare.missing) {
      bins.add(
          new Bin(
              range(instant, bare.low, bare.low), bare.low, bare.low, bare.rows - bare.missing));
    }
    return bare.with(bins);
  }

  private static Distribution values(Duck duck, String column) {
    List<Bin> bins =
        duck.list(
            "SELECT t::VARCHAR, count(*) FROM v WHERE t IS NOT NULL GROUP BY t ORDER BY 2 DESC, 1"
                + " LIMIT "
                + VALUES,
            row -> new Bin(row.words(0), Double.NaN, Double.NaN, row.whole(1)));
    return bare(duck, column, false, bins);
  }

  private Distribution with(List<Bin> others) {
    return new Distribution(
        column, numeric, rows, missing, distinct, low, median, high, List.copyOf(others));
  }

  private static Distribution bare(Duck duck, String column, boolean numeric, List<Bin> bins) {
    return duck.list(
            "SELECT count(*), count(*) - count(t), count(DISTINCT t), min(x), median(x), max(x)"
                + " FROM v",
            row ->
                new Distribution(
                    column,
                    numeric,
                    row.whole(0),
                    row.whole(1),
                    row.whole(2),
                    row.number(3),
                    row.number(4),
                    row.number(5),
                    List.copyOf(bins)))
        .getFirst();
  }

  private static String range(boolean instant, double from, double to) {
    return instant
        ? day(from) + " – " + day(to)
        : String.format(Locale.ROOT, "%.4g – %.4g", from, to);
  }

  private static LocalDate day(double epochSecond) {
    return LocalDate.ofEpochDay(Math.floorDiv((long) epochSecond, 86_400L));
  }
}
