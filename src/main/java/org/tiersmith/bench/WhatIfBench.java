package org.tiersmith.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.tiersmith.model.Text;
import org.tiersmith.model.TierLadder;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Evaluator;
import org.tiersmith.strategy.Outcome;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.ScenarioDefaults;
import org.tiersmith.strategy.WhatIfIndex;
import org.tiersmith.task.JobContext;

/**
 * What a slider's move costs: the index beside visiting every row and beside one query of an
 * in-memory database over the same pairs. The answers are compared too.
 */
final class WhatIfBench implements Bench {
  private static final int USUAL_ROWS = 10_000_000;
  private static final int SEGMENTS = 20;
  private static final int TIERS = 6;
  private static final int CHANGED_TIER = 3;
  private static final int WARM_UP = 2_000;
  private static final int MOVES = 2_000;
  private static final double TIER_STEP = 0.002;
  private static final int FIRST_TIER_CHANGES = 8;
  private static final int TIER_CHANGES = 15;
  private static final int PEER_RUNS = 3;

  /** With more rows, peers would need the memory that the index is measured in. */
  private static final int MOST_ROWS_WITH_PEERS = 20_000_000;

  @Override
  public String name() {
    return "what-if";
  }

  @Override
  public int usualRows() {
    return USUAL_ROWS;
  }

  @Override
  public BenchResult run(BenchOptions options, JobContext context) throws SQLException {
    context.progress(0, Text.of("progress.bench.make", "Making up {0} rows", options.rows()));
    SyntheticPortfolio shop =
        SyntheticPortfolio.of(options.rows(), SEGMENTS, TIERS, options.seed());
    Scenario scenario =
        ScenarioDefaults.of("bench", new Policy.Classic(Alpha.of(0.5))).withTiers(shop.tiers());
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("rows", options.rows());
    context.progress(0.2, Text.of("progress.bench.index", "Building the index"));
    long start = System.nanoTime();
    WhatIfIndex index = WhatIfIndex.of(shop.portfolio(), scenario, context::isCancelled);
    figures.put("build_s", (System.nanoTime() - start) / 1e9);
    context.progress(0.4, Text.of("progress.bench.move", "Moving the sliders"));
    moves(index, scenario, options.seed(), figures, context);
    figures.put("tier_value_ms", median(tierChanges(index, scenario, context)));
    figures.put("bytes_per_pair", (double) index.bytes() / options.rows());
    if (options.rows() <= MOST_ROWS_WITH_PEERS) {
      peers(shop, scenario, index.outcome(scenario).orElseThrow(), figures, context);
    }
    return new BenchResult(figures, lines(figures));
  }

  private static void moves(
      WhatIfIndex index,
      Scenario scenario,
      long seed,
      Map<String, Number> figures,
      JobContext context) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> names = List.of("segment 1", "segment 2");
    Supplier<Scenario> alpha =
        () ->
            scenario.withPolicy(
                new Policy.Classic(
                    new Alpha(
                        random.nextDouble(0.05, 2),
                        Map.of(names.get(random.nextInt(2)), random.nextDouble(2)))));
    Supplier<Scenario> target =
        () ->
            scenario.withPolicy(
                new Policy.Target(Alpha.of(random.nextDouble(2)), random.nextDouble(0.05, 0.6)));
    Supplier<Scenario> boundary =
        () -> scenario.withBoundaries(boundaries(scenario.tiers(), random));
    time(index, alpha, WARM_UP, context);
    double[] alphas = time(index, alpha, MOVES, context);
    double[] boundaries = time(index, boundary, MOVES, context);
    double[] targets = time(index, target, MOVES, context);
    figures.put("alpha_p50_ms", quantile(alphas, 0.5));
    figures.put("alpha_p99_ms", quantile(alphas, 0.99));
    figures.put("boundary_p99_ms", quantile(boundaries, 0.99));
    figures.put("target_p99_ms", quantile(targets, 0.99));
  }

  private static List<Double> boundaries(TierLadder tiers, SplittableRandom random) {
    List<Double> boundaries = new ArrayList<>();
    double[] rates = tiers.toArray();
    for (int t = 1; t < rates.length; t++) {
      boundaries.add(rates[t - 1] + random.nextDouble() * (rates[t] - rates[t - 1]));
    }
    return boundaries;
  }

  /** Milliseconds of each answer. */
  private static double[] time(
      WhatIfIndex index, Supplier<Scenario> scenarios, int times, JobContext context) {
    double[] millis = new double[times];
    for (int i = 0; i < times; i++) {
      context.checkCancelled();
      Scenario scenario = scenarios.get();
      long start = System.nanoTime();
      if (index.outcome(scenario).isEmpty()) {
        throw new IllegalStateException("no answer");
      }
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    return millis;
  }

  /** Milliseconds of each change of a rate, once the first ones have been compiled. */
  private static double[] tierChanges(WhatIfIndex index, Scenario scenario, JobContext context) {
    double[] millis = new double[TIER_CHANGES];
    for (int i = -FIRST_TIER_CHANGES; i < millis.length; i++) {
      context.checkCancelled();
      double[] rates = scenario.tiers().toArray();
      rates[CHANGED_TIER] += TIER_STEP * (i + FIRST_TIER_CHANGES + 1);
      Scenario changed = scenario.withTiers(TierLadder.of(rates));
      long start = System.nanoTime();
      WhatIfIndex other = index.refreshed(changed, context::isCancelled);
      if (other.outcome(changed).isEmpty()) {
        throw new IllegalStateException("no answer");
      }
      if (i >= 0) {
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    return millis;
  }

  private static void peers(
      SyntheticPortfolio shop,
      Scenario scenario,
      Outcome answer,
      Map<String, Number> figures,
      JobContext context)
      throws SQLException {
    context.progress(0.6, Text.of("progress.bench.naive", "Visiting every row"));
    double profit = answer.all().incrementalProfit();
    double[] naive = new double[PEER_RUNS];
    double difference = 0;
    for (int i = 0; i < PEER_RUNS; i++) {
      long start = System.nanoTime();
      Outcome outcome = Evaluator.evaluate(shop.portfolio(), scenario, context::isCancelled);
      naive[i] = (System.nanoTime() - start) / 1e6;
      difference = relative(outcome.all().incrementalProfit(), profit);
    }
    figures.put("naive_ms", median(naive));
    figures.put("naive_difference", difference);
    context.progress(0.8, Text.of("progress.bench.duckdb", "Asking DuckDB"));
    try (DuckDbPeer duckDb = new DuckDbPeer(shop.portfolio())) {
      double[] asked = new double[PEER_RUNS];
      for (int i = 0; i < PEER_RUNS; i++) {
        context.checkCancelled();
        long start = System.nanoTime();
        difference = relative(duckDb.incrementalProfit(scenario), profit);
        asked[i] = (System.nanoTime() - start) / 1e6;
      }
      figures.put("duckdb_ms", median(asked));
      figures.put("duckdb_difference", difference);
    }
    double move = of(figures, "alpha_p50_ms");
    figures.put("naive_ratio", of(figures, "naive_ms") / move);
    figures.put("duckdb_ratio", of(figures, "duckdb_ms") / move);
  }

  private static double of(Map<String, Number> figures, String key) {
    return Objects.requireNonNull(figures.get(key)).doubleValue();
  }

  private static double relative(double value, double reference) {
    return value == reference ? 0 : Math.abs(value - reference) / Math.abs(reference);
  }

  private static double median(double[] values) {
    return quantile(values, 0.5);
  }

  private static double quantile(double[] values, double level) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(level * sorted.length) - 1)];
  }

  private static List<String> lines(Map<String, Number> figures) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "what-if: %,d rows; built in %.2f s, %.1f bytes a pair",
            (long) of(figures, "rows"), of(figures, "build_s"), of(figures, "bytes_per_pair")));
    lines.add(
        String.format(
            "  alpha %.3f ms (p99 %.3f), boundary p99 %.3f, target p99 %.3f; a tier's rate %.0f ms",
            of(figures, "alpha_p50_ms"),
            of(figures, "alpha_p99_ms"),
            of(figures, "boundary_p99_ms"),
            of(figures, "target_p99_ms"),
            of(figures, "tier_value_ms")));
    if (figures.containsKey("naive_ms")) {
      lines.add(
          String.format(
              "  every row %.0f ms (%,.0f times alpha, differs by %.1e),"
                  + " DuckDB %.0f ms (%,.0f times, %.1e)",
              of(figures, "naive_ms"),
              of(figures, "naive_ratio"),
              of(figures, "naive_difference"),
              of(figures, "duckdb_ms"),
              of(figures, "duckdb_ratio"),
              of(figures, "duckdb_difference")));
    }
    return lines;
  }
}
