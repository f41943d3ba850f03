package org.tiersmith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiersmith.model.Text;
import org.tiersmith.plan.FrozenRows;
import org.tiersmith.plan.PlanCsv;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Decisions;
import org.tiersmith.strategy.Evaluator;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.ScenarioDefaults;
import org.tiersmith.task.JobContext;

/** Writes {@code plan.csv} to the temporary folder, synced, and takes it away again. */
final class ExportBench implements Bench {
  private static final int USUAL_ROWS = 10_000_000;
  private static final int SEGMENTS = 20;
  private static final int TIERS = 6;
  private static final double ALPHA = 0.5;
  private static final double MIB = 1 << 20;

  @Override
  public String name() {
    return "export";
  }

  @Override
  public int usualRows() {
    return USUAL_ROWS;
  }

  @Override
  public BenchResult run(BenchOptions options, JobContext context) throws IOException {
    context.progress(0, Text.of("progress.bench.make", "Making up {0} rows", options.rows()));
    SyntheticPortfolio shop =
        SyntheticPortfolio.of(options.rows(), SEGMENTS, TIERS, options.seed());
    Scenario usual = ScenarioDefaults.of("bench", new Policy.Classic(Alpha.of(ALPHA)));
    Scenario scenario =
        new Scenario("bench", usual.policy(), shop.tiers(), usual.snap(), usual.guardrails());
    Decisions decisions = Evaluator.decide(shop.portfolio(), scenario, context::isCancelled);
    Path file = Files.createTempFile("tiersmith-bench-", ".csv");
    try {
      FrozenRows rows = FrozenRows.of(shop.portfolio(), scenario, decisions);
      return write(
          options.rows(),
          new PlanCsv(shop.pairs(), shop.portfolio(), scenario, rows),
          file,
          context);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static BenchResult write(int rows, PlanCsv csv, Path file, JobContext context)
      throws IOException {
    HeapPeak heap = new HeapPeak();
    long start = System.nanoTime();
    csv.write(
        file,
        context::isCancelled,
        share -> {
          heap.sample();
          context.progress(share, Text.of("progress.bench.export", "Writing the plan''s rows"));
        });
    double seconds = (System.nanoTime() - start) / 1e9;
    long bytes = Files.size(file);
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("rows", rows);
    figures.put("write_s", seconds);
    figures.put("rows_per_s", rows / seconds);
    figures.put("bytes", bytes);
    figures.put("heap_mb", heap.grown() / MIB);
    return new BenchResult(
        figures,
        List.of(
            String.format(
                "export: %,d rows in %.2f s, %,.0f rows/s, %,.0f MiB; at most %.0f MiB of heap",
                rows, seconds, rows / seconds, bytes / MIB, heap.grown() / MIB)));
  }
}
