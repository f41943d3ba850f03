package org.tiersmith.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tiersmith.task.JobContext;

class FrontierBenchTest {

  @Test
  void thePeerFindsAPlanOfTheSameWorth() {
    Map<String, Number> figures =
        new FrontierBench().run(new BenchOptions(20_000, 4, 3), JobContext.detached()).figures();

    assertThat(figures.get("tiers")).isEqualTo(4);
    assertThat(figures.get("gap").doubleValue()).isBetween(0.0, 1e-4);
    assertThat(figures.get("scratch_gap").doubleValue()).isBetween(-1e-9, 1e-3);
    assertThat(figures.get("bytes_per_pair").doubleValue()).isBetween(1.0, 100.0);
  }
}
