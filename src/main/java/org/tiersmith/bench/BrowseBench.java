package org.tiersmith.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.tiersmith.data.ColumnFilter;
import org.tiersmith.data.Duck;
import org.tiersmith.data.TableBrowser;
import org.tiersmith.data.TableQuery;
import org.tiersmith.model.Text;
import org.tiersmith.project.TemporaryFolders;
import org.tiersmith.task.JobContext;

/** Jumps to rows anywhere in a table of events: in its own order, sorted, and filtered. */
final class BrowseBench implements Bench {
  private static final int USUAL_ROWS = 10_000_000;
  private static final int JUMPS = 200;
  private static final int PAGE = 30;
  private static final double MIB = 1 << 20;
  private static final String MAKE =
      """
      COPY (SELECT 'e' || i AS event_id,
        'C-' || lpad((hash(i, 1) %% 100000)::VARCHAR, 6, '0') AS customer_id,
        'P-' || (hash(i, 2) %% 20000) AS product_id,
        TIMESTAMP '2024-01-01' + to_seconds((hash(i, 3) %% 63072000)::BIGINT) AS "timestamp",
        ['view', 'search', 'purchase'][1 + (hash(i, 4) %% 3)::BIGINT] AS type,
        (1 + hash(i, 5) %% 3)::BIGINT AS quantity,
        (hash(i, 6) %% 10000) / 100.0::DOUBLE AS list_price,
        CASE WHEN hash(i, 7) %% 4 = 0 THEN 'note ' || (hash(i, 8) %% 1000000) END AS text
        FROM range(%d) AS rows(i))
      TO %s (FORMAT parquet, COMPRESSION zstd)\
      """;

  @Override
  public String name() {
    return "browse";
  }

  @Override
  public int usualRows() {
    return USUAL_ROWS;
  }

  @Override
  public BenchResult run(BenchOptions options, JobContext context) throws IOException {
    Path folder = TemporaryFolders.make();
    try {
      Path file = folder.resolve("events.parquet");
      context.progress(0, Text.of("progress.bench.make", "Making up {0} rows", options.rows()));
      try (Duck duck = Duck.open(context)) {
        duck.run(String.format(MAKE, options.rows(), Duck.text(file)));
      }
      return measure(file, folder, options, context);
    } finally {
      TemporaryFolders.remove(folder);
    }
  }

  private static BenchResult measure(
      Path file, Path folder, BenchOptions options, JobContext context) {
    context.progress(0.4, Text.of("progress.bench.jump", "Jumping to rows"));
    TableQuery sorted = TableQuery.ALL.sorted("list_price", false);
    TableQuery filtered =
        TableQuery.ALL.filtered(
            List.of(new ColumnFilter("type", ColumnFilter.Kind.EQUALS, "purchase", null)), "");
    HeapPeak heap = new HeapPeak();
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("rows", options.rows());
    try (TableBrowser browser = TableBrowser.open(file, folder)) {
      jumps("browse", browser, TableQuery.ALL, new Random(options.seed()), figures, heap, context);
      jumps("sorted", browser, sorted, new Random(options.seed()), figures, heap, context);
      jumps("filtered", browser, filtered, new Random(options.seed()), figures, heap, context);
    }
    figures.put("heap_mb", heap.grown() / MIB);
    return new BenchResult(figures, List.of(line(figures)));
  }

  private static void jumps(
      String name,
      TableBrowser browser,
      TableQuery query,
      Random random,
      Map<String, Number> figures,
      HeapPeak heap,
      JobContext context) {
    long before = System.nanoTime();
    long rows = browser.prepare(query, context);
    figures.put(name + "_prepare_s", (System.nanoTime() - before) / 1e9);
    double[] millis = new double[JUMPS];
    for (int i = 0; i < JUMPS; i++) {
      context.checkCancelled();
      long offset = random.nextLong(Math.max(1, rows - PAGE));
      long start = System.nanoTime();
      browser.rows(query, offset, PAGE, context);
      millis[i] = (System.nanoTime() - start) / 1e6;
      heap.sample();
    }
    Arrays.sort(millis);
    figures.put(name + "_median_ms", millis[JUMPS / 2]);
    figures.put(name + "_p99_ms", millis[JUMPS * 99 / 100 - 1]);
  }

  private static String line(Map<String, Number> figures) {
    return String.format(
        "browse: %,d rows, a jump takes %s, sorted %s, filtered %s; sorting took %.1f s, filtering"
            + " %.1f s; at most %.0f MiB of heap",
        value(figures, "rows").longValue(),
        jump(figures, "browse"),
        jump(figures, "sorted"),
        jump(figures, "filtered"),
        value(figures, "sorted_prepare_s").doubleValue(),
        value(figures, "filtered_prepare_s").doubleValue(),
        value(figures, "heap_mb").doubleValue());
  }

  private static String jump(Map<String, Number> figures, String name) {
    return String.format(
        "%.1f ms (p99 %.1f)",
        value(figures, name + "_median_ms").doubleValue(),
        value(figures, name + "_p99_ms").doubleValue());
  }

  private static Number value(Map<String, Number> figures, String key) {
    return Objects.requireNonNull(figures.get(key));
  }
}
