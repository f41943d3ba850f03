package org.tiersmith.data;

import java.nio.file.Path;
import org.tiersmith.task.JobContext;

/** Makes examples to learn from: exposures, or purchases with sampled negatives. */
@SuppressWarnings("DoNotCallSuggester")
public final class ExampleBuilder {
  private ExampleBuilder() {}

  /** Writes the examples of the tables to a Parquet file. */
  public static ExampleFile build(
      Tables tables, ExampleSettings settings, Path out, JobContext context) {
    throw new UnsupportedOperationException();
  }
}
