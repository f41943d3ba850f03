package org.tiersmith.plan;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tiersmith.bench.SyntheticPortfolio;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Evaluator;
import org.tiersmith.strategy.Guardrails;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.Snap;

/** Time a row of plan.csv takes on one core, and a number beside its exact decimal. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlanLinesBenchmark {
  private static final int ROWS = 1 << 14;

  private final CsvBytes out = new CsvBytes(1 << 22);
  private PlanLines lines;
  private double[] p0;

  /** Makes up the rows. */
  @Setup
  public void decide() {
    SyntheticPortfolio shop = SyntheticPortfolio.of(ROWS, 20, 6, 1);
    Scenario scenario =
        new Scenario(
            "classic", new Policy.Classic(Alpha.of(0.5)), shop.tiers(), Snap.DOWN, Guardrails.NONE);
    FrozenRows rows =
        FrozenRows.of(shop.portfolio(), scenario, Evaluator.decide(shop.portfolio(), scenario));
    lines = new PlanLines(shop.pairs(), shop.portfolio(), scenario, rows);
    p0 = shop.portfolio().p0();
  }

  /** A whole row. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public CsvBytes row() {
    out.clear();
    lines.put(0, ROWS, out);
    return out;
  }

  /** A probability, the quick way. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public CsvBytes number() {
    out.clear();
    for (double probability : p0) {
      out.number(probability, 6);
    }
    return out;
  }

  /** A probability by way of exact decimals. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public CsvBytes exactNumber() {
    out.clear();
    for (double probability : p0) {
      out.raw(Decimals.exact(probability, 6).toPlainString().getBytes(StandardCharsets.US_ASCII));
    }
    return out;
  }
}
