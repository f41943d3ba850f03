package org.tiersmith.bench;

import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;

/** One measurement that a person can ask for by name. */
public interface Bench {

  /** How the command line calls it. */
  String name();

  /** How many rows it takes when nobody says. */
  int usualRows();

  /**
   * Measures on the calling thread and whatever others it needs; leaves nothing behind.
   *
   * @throws CancelledException when the context says that it should stop
   */
  BenchResult run(BenchOptions options, JobContext context) throws Exception;
}
