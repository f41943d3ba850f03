package org.tiersmith.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import org.tiersmith.model.Text;
import org.tiersmith.strategy.BudgetFrontier;
import org.tiersmith.strategy.Guardrails;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.ScenarioDefaults;
import org.tiersmith.task.JobContext;

/** The best plans of all budgets at once, beside finding that of one budget from scratch. */
final class FrontierBench implements Bench {
  private static final int USUAL_ROWS = 1_000_000;
  private static final int USUAL_TIERS = 10;
  private static final int SEGMENTS = 20;
  private static final int RUNS = 3;
  private static final int QUERIES = 100_000;
  private static final int OUTCOMES = 200;
  private static final int SHARES = 20;

  @Override
  public String name() {
    return "frontier";
  }

  @Override
  public int usualRows() {
    return USUAL_ROWS;
  }

  @Override
  public BenchResult run(BenchOptions options, JobContext context) {
    int tiers = options.tiers() == null ? USUAL_TIERS : options.tiers();
    context.progress(0, Text.of("progress.bench.make", "Making up {0} rows", options.rows()));
    SyntheticPortfolio shop =
        SyntheticPortfolio.of(options.rows(), SEGMENTS, tiers, options.seed());
    Scenario scenario =
        ScenarioDefaults.of("bench", new Policy.BudgetOptimum(0))
            .withTiers(shop.tiers())
            .withGuardrails(Guardrails.NONE);
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("rows", options.rows());
    figures.put("tiers", tiers);
    BudgetFrontier frontier = solve(shop, scenario, figures, context);
    context.progress(0.5, Text.of("progress.bench.budgets", "Asking for budgets"));
    figures.put("query_us", 1e6 * seconds(frontier, frontier::at, QUERIES, options.seed()));
    figures.put("gap", gap(frontier));
    figures.put("figures_ms", 1e3 * seconds(frontier, frontier::outcome, OUTCOMES, options.seed()));
    figures.put("bytes_per_pair", (double) frontier.bytes() / options.rows());
    peer(shop, scenario, frontier, figures, context);
    return new BenchResult(figures, lines(figures));
  }

  private static BudgetFrontier solve(
      SyntheticPortfolio shop, Scenario scenario, Map<String, Number> figures, JobContext context) {
    context.progress(0.2, Text.of("progress.bench.frontier", "Finding the plans of all budgets"));
    BudgetFrontier frontier = BudgetFrontier.of(shop.portfolio(), scenario, context::isCancelled);
    double[] seconds = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      frontier = BudgetFrontier.of(shop.portfolio(), scenario, context::isCancelled);
      seconds[run] = (System.nanoTime() - start) / 1e9;
    }
    Arrays.sort(seconds);
    figures.put("solve_s", seconds[RUNS / 2]);
    return frontier;
  }

  /** The mean of one answer, once all is warm. */
  private static double seconds(
      BudgetFrontier frontier, DoubleConsumer answer, int times, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double most = frontier.usefulBudget();
    for (int i = 0; i < times; i++) {
      answer.accept(most * random.nextDouble());
    }
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      answer.accept(most * random.nextDouble());
    }
    return (System.nanoTime() - start) / 1e9 / times;
  }

  /** The widest gap over budgets from a twentieth of all that is of use. */
  private static double gap(BudgetFrontier frontier) {
    double widest = 0;
    for (int share = 1; share <= SHARES; share++) {
      double budget = frontier.usefulBudget() * share / SHARES;
      widest = Math.max(widest, frontier.at(budget).gap());
    }
    return widest;
  }

  private static void peer(
      SyntheticPortfolio shop,
      Scenario scenario,
      BudgetFrontier frontier,
      Map<String, Number> figures,
      JobContext context) {
    context.progress(0.7, Text.of("progress.bench.scratch", "Finding one plan from scratch"));
    ScratchPeer peer = new ScratchPeer(shop.portfolio(), scenario);
    double budget = frontier.usefulBudget() / 2;
    double[] seconds = new double[RUNS];
    double difference = 0;
    for (int run = 0; run < RUNS; run++) {
      context.checkCancelled();
      long start = System.nanoTime();
      double profit = peer.profit(budget);
      seconds[run] = (System.nanoTime() - start) / 1e9;
      double bound = frontier.at(budget).bound();
      difference = bound > 0 ? (bound - profit) / bound : 0;
    }
    Arrays.sort(seconds);
    figures.put("scratch_s", seconds[RUNS / 2]);
    figures.put("scratch_gap", difference);
    figures.put("scratch_ratio", 1e6 * seconds[RUNS / 2] / of(figures, "query_us"));
  }

  private static double of(Map<String, Number> figures, String key) {
    return figures.getOrDefault(key, Double.NaN).doubleValue();
  }

  private static List<String> lines(Map<String, Number> figures) {
    return List.of(
        String.format(
            "frontier: %,d rows x %d tiers; all budgets in %.2f s, %.1f bytes a pair",
            (long) of(figures, "rows"),
            (long) of(figures, "tiers"),
            of(figures, "solve_s"),
            of(figures, "bytes_per_pair")),
        String.format(
            "  a budget %.2f us, gap at most %.1e; all its figures %.2f ms",
            of(figures, "query_us"), of(figures, "gap"), of(figures, "figures_ms")),
        String.format(
            "  one budget from scratch %.2f s (%,.0f times), gap %.1e",
            of(figures, "scratch_s"), of(figures, "scratch_ratio"), of(figures, "scratch_gap")));
  }
}
