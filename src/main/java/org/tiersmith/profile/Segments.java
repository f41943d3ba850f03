package org.tiersmith.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Segmentation;
import org.tiersmith.task.JobContext;

/** Divides customers into segments and describes these. */
public final class Segments {
  /** Customers of whom a scheme says nothing. */
  static final String OTHER = "other";

  private Segments() {}

  /** Each customer's segment; customers without a value are in the last one, {@code other}. */
  public static Segmentation assign(Tables tables, SegmentScheme scheme, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      Map<String, String> names =
          scheme.column() == null
              ? RfmCells.of(duck, tables)
              : byColumn(duck, tables, scheme.column());
      return segmentation(scheme.id(), names);
    }
  }

  /**
   * Each customer by a text of its portrait, such as its topic: the largest segment first,
   * customers without one in the last, {@code other}.
   *
   * @param scheme what the segmentation is to be called
   */
  public static Segmentation byPortrait(
      Path portraits, String column, String scheme, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      Map<String, String> names = new LinkedHashMap<>();
      String name = Duck.name(column);
      duck.each(
          String.format(
              "SELECT customer_id, %1$s FROM %2$s ORDER BY count(*) OVER (PARTITION BY %1$s) DESC,"
                  + " %1$s, customer_id",
              name, Duck.parquet(portraits)),
          row -> names.put(row.words(0), row.words(1).isBlank() ? OTHER : row.words(1)));
      return segmentation(scheme, names);
    }
  }

  /** All customers, sorted. */
  public static List<String> customerIds(Tables tables, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      return duck.list(
          "SELECT customer_id FROM " + Duck.parquet(tables.customers()) + " ORDER BY 1",
          row -> row.words(0));
    }
  }

  /**
   * A summary of each segment, in the membership's order.
   *
   * @param portraits null where they are not made yet: what only they know is null then
   * @param pairs the scored pairs, null where there are none
   */
  public static List<SegmentSummary> summarise(
      Tables tables,
      Membership membership,
      @Nullable Path portraits,
      @Nullable Path pairs,
      JobContext context) {
    try (Duck duck = Duck.open(context)) {
      return new SegmentFigures(duck, tables, membership).summaries(portraits, pairs, context);
    }
  }

  private static Map<String, String> byColumn(Duck duck, Tables tables, String column) {
    String customers = Duck.parquet(tables.customers());
    long found =
        duck.whole(
            "SELECT count(*) FROM (DESCRIBE SELECT * FROM "
                + customers
                + ") WHERE column_name = "
                + Duck.text(column));
    if (found == 0) {
      throw Problem.of("segment.no-column", "Customers have no column \"{0}\".", column);
    }
    Map<String, String> names = new LinkedHashMap<>();
    duck.each(
        "SELECT customer_id, "
            + ColumnWords.sql(column)
            + " FROM "
            + customers
            + " ORDER BY "
            + Duck.name(column)
            + " NULLS LAST, customer_id",
        row -> names.put(row.words(0), row.words(1).isBlank() ? OTHER : row.words(1)));
    return names;
  }

  private static Segmentation segmentation(String scheme, Map<String, String> names) {
    Map<String, Integer> index = new LinkedHashMap<>();
    names.values().forEach(name -> index.putIfAbsent(name, index.size()));
    List<String> ordered = new ArrayList<>(index.keySet());
    if (ordered.remove(OTHER)) {
      ordered.add(OTHER);
    }
    Map<String, Integer> segmentOf = new HashMap<>();
    names.forEach((customer, name) -> segmentOf.put(customer, ordered.indexOf(name)));
    return new Segmentation(scheme, List.copyOf(ordered), Map.copyOf(segmentOf));
  }
}
