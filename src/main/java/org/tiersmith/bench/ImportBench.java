package org.tiersmith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.model.Text;
import org.tiersmith.project.TemporaryFolders;
import org.tiersmith.service.DatasetView;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.task.JobContext;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * Imports an events file into a project, beside DuckDB, which only loads it and writes it as
 * Parquet, and beside tablesaw, which only loads it. They take turns; the medians count.
 */
final class ImportBench implements Bench {
  private static final int USUAL_ROWS = 5_000_000;
  private static final int ROUNDS = 3;
  private static final double MIB = 1 << 20;

  @Override
  public String name() {
    return "import";
  }

  @Override
  public int usualRows() {
    return USUAL_ROWS;
  }

  @Override
  public BenchResult run(BenchOptions options, JobContext context) throws IOException {
    Path folder = TemporaryFolders.make();
    try {
      context.progress(0, Text.of("progress.bench.events", "Making up {0} events", options.rows()));
      SyntheticEvents shop = SyntheticEvents.write(folder, options.rows(), options.seed());
      return measure(shop, folder, options, context);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      TemporaryFolders.remove(folder);
    }
  }

  private static BenchResult measure(
      SyntheticEvents shop, Path folder, BenchOptions options, JobContext context)
      throws IOException, SQLException {
    double[] ours = new double[ROUNDS];
    double[] duckDb = new double[ROUNDS];
    HeapPeak heap = new HeapPeak();
    for (int i = 0; i < ROUNDS; i++) {
      context.checkCancelled();
      context.progress(
          (1.0 + 2 * i) / (2 * ROUNDS + 2),
          Text.of("progress.bench.import", "Importing {0} events", options.rows()));
      duckDb[i] = seconds(() -> loadAndWrite(shop.events(), folder.resolve("events.parquet")));
      Path project = folder.resolve("round-" + i + ProjectSession.EXTENSION);
      ours[i] = seconds(() -> importInto(project, shop, heap, context, options.rows()));
      Files.delete(project);
    }
    CustomerTimes customers =
        customers(folder.resolve("customers" + ProjectSession.EXTENSION), shop, context);
    context.progress(0.9, Text.of("progress.bench.tablesaw", "Reading with tablesaw"));
    double tablesaw = tablesaw(shop.events());
    return result(options.rows(), median(ours), median(duckDb), tablesaw, heap, customers);
  }

  private static BenchResult result(
      int rows,
      double ours,
      double duckDb,
      double tablesaw,
      HeapPeak heap,
      CustomerTimes customers) {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("rows", rows);
    figures.put("import_s", ours);
    figures.put("duckdb_s", duckDb);
    figures.put("tablesaw_s", tablesaw);
    figures.put("heap_mb", heap.grown() / MIB);
    figures.put("customers", customers.customers());
    figures.put("profiles_s", customers.profiles());
    figures.put("words_s", customers.words());
    return new BenchResult(
        figures,
        List.of(
            String.format(
                "import: %,d events in %.2f s, %.2f times DuckDB's bare load and write (%.2f s);"
                    + " tablesaw's load alone %.1f s; at most %.0f MiB of heap",
                rows, ours, ours / duckDb, duckDb, tablesaw, heap.grown() / MIB),
            String.format(
                "customers: profiles, RFM cells and segments of %,d in %.1f s, their keywords and"
                    + " topics in %.1f s",
                customers.customers(), customers.profiles(), customers.words())));
  }

  private static void loadAndWrite(Path csv, Path parquet) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE events AS SELECT * FROM read_csv('" + csv.toAbsolutePath() + "')");
      statement.execute("COPY events TO '" + parquet.toAbsolutePath() + "' (FORMAT parquet)");
    }
  }

  private static void importInto(
      Path project, SyntheticEvents shop, HeapPeak heap, JobContext context, int rows) {
    try (ProjectSession session = ProjectSession.make(project)) {
      RoleMapping mapping = session.data().guess(null, shop.products(), shop.events());
      DatasetView view = session.data().importFiles(mapping, watching(heap, context));
      if (view.counts().events() != rows) {
        throw new IllegalStateException("not all events came in: " + view.counts());
      }
    }
  }

  private static CustomerTimes customers(Path project, SyntheticEvents shop, JobContext context) {
    context.progress(0.8, Text.of("progress.bench.customers", "Dividing the customers"));
    try (ProjectSession session = ProjectSession.make(project)) {
      JobContext unseen = new JobContext(progress -> {}, context::isCancelled);
      session
          .data()
          .importFiles(session.data().guess(null, shop.products(), shop.events()), unseen);
      return CustomerTimes.of(session, context);
    }
  }

  /** The context of work during which it is often asked whether it is cancelled. */
  private static JobContext watching(HeapPeak heap, JobContext context) {
    return new JobContext(
        progress -> heap.sample(),
        () -> {
          heap.sample();
          return context.isCancelled();
        });
  }

  /**
   * Seconds that tablesaw takes to load a file; not a number where the heap is too small for it.
   */
  private static double tablesaw(Path csv) throws SQLException {
    try {
      return seconds(() -> Table.read().usingOptions(CsvReadOptions.builder(csv.toFile())));
    } catch (OutOfMemoryError e) {
      return Double.NaN;
    }
  }

  private static double seconds(Work work) throws SQLException {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private interface Work {
    void run() throws SQLException;
  }
}
