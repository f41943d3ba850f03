package org.tiersmith.bench;

import java.util.List;
import java.util.stream.Collectors;
import org.tiersmith.model.Problem;

/** All benches there are. */
public final class Benches {
  private static final List<Bench> ALL =
      List.of(
          new WhatIfBench(),
          new FrontierBench(),
          new ExportBench(),
          new ImportBench(),
          new BrowseBench(),
          new TrainBench(),
          new ScoreBench());

  private Benches() {}

  /** In the order in which they run. */
  public static List<Bench> all() {
    return ALL;
  }

  /**
   * The bench of a name.
   *
   * @throws Problem when there is none; it names those there are
   */
  public static Bench named(String name) {
    return ALL.stream()
        .filter(bench -> bench.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                    "bench.unknown",
                    "There is no bench \"{0}\". There are: {1}.",
                    name,
                    ALL.stream().map(Bench::name).collect(Collectors.joining(", "))));
  }
}
