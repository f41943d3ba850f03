package org.tiersmith.cli;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tiersmith.bench.Bench;
import org.tiersmith.bench.BenchOptions;
import org.tiersmith.bench.BenchResult;
import org.tiersmith.bench.Benches;
import org.tiersmith.task.JobContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the program on this machine. */
@Command(
    name = "bench",
    description = "Measures how fast this machine does the heavy work, on made-up pairs.")
final class BenchCommand implements Callable<Integer> {
  private final Console console;
  private final Interrupts interrupts;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "what to measure: ${COMPLETION-CANDIDATES}; all of them without",
      completionCandidates = Names.class)
  private List<String> names = List.of();

  @Option(
      names = "--rows",
      paramLabel = "N",
      description =
          "how many pairs, or for train examples to learn from; without, as many as the figures in"
              + " the README are for")
  private @Nullable Integer rows;

  @Option(
      names = "--tiers",
      paramLabel = "T",
      description = "how many tiers the frontier bench chooses among; 10 without")
  private @Nullable Integer tiers;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "the same seed gives the same pairs; 1 without")
  private long seed = 1;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  BenchCommand(Console console, Interrupts interrupts) {
    this.console = console;
    this.interrupts = interrupts;
  }

  @Override
  public Integer call() throws Exception {
    List<Bench> benches =
        names.isEmpty() ? Benches.all() : names.stream().map(Benches::named).toList();
    interrupts.arm();
    JobContext context = console.context(interrupts::isStop);
    Map<String, Map<String, Number>> figures = new LinkedHashMap<>();
    for (Bench bench : benches) {
      int count = rows == null ? bench.usualRows() : rows;
      BenchResult result = bench.run(new BenchOptions(count, tiers, seed), context);
      figures.put(bench.name(), result.figures());
      if (!json) {
        result.lines().forEach(console::line);
      }
    }
    if (json) {
      console.json(names.size() == 1 ? figures.getOrDefault(names.getFirst(), Map.of()) : figures);
    }
    return Tiersmith.OK;
  }

  /** What the help names. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Benches.all().stream().map(Bench::name).iterator();
    }
  }
}
