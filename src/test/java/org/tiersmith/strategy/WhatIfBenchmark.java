package org.tiersmith.strategy;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tiersmith.bench.SyntheticPortfolio;
import org.tiersmith.model.TierLadder;

/** What a moved slider, another rate at one tier and a budget cost with a million pairs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class WhatIfBenchmark {
  private static final int ROWS = 1_000_000;
  private static final int STEPS = 1000;

  private Scenario scenario;
  private WhatIfIndex index;
  private BudgetFrontier frontier;
  private double most;
  private int move;

  /** Builds what answers. */
  @Setup
  public void build() {
    SyntheticPortfolio shop = SyntheticPortfolio.of(ROWS, 20, 6, 1);
    scenario = ScenarioDefaults.of("s", new Policy.Classic(Alpha.of(0.5))).withTiers(shop.tiers());
    index = WhatIfIndex.of(shop.portfolio(), scenario, () -> false);
    frontier = BudgetFrontier.of(shop.portfolio(), scenario, () -> false);
    most = frontier.at(1e300).spent();
  }

  /** Another alpha. */
  @Benchmark
  public Object alpha() {
    move = (move + 1) % STEPS;
    return index.outcome(
        scenario.withPolicy(new Policy.Classic(Alpha.of(0.05 + 2.0 * move / STEPS))));
  }

  /** Another rate at one tier, summed anew. */
  @Benchmark
  public Object tierRate() {
    move = (move + 1) % STEPS;
    double[] rates = scenario.tiers().toArray();
    rates[3] += 0.04 * (1 + move) / STEPS;
    return index.refreshed(scenario.withTiers(TierLadder.of(rates)), () -> false);
  }

  /** The certificate of another budget. */
  @Benchmark
  public Object budget() {
    move = (move + 1) % STEPS;
    return frontier.at(most * move / STEPS);
  }
}
