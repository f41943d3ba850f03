package org.tiersmith.data;

import java.nio.file.Path;
import org.tiersmith.task.JobContext;

/** Turns a shop's files into the canonical tables; rows that can't be used become rejects. */
@SuppressWarnings("DoNotCallSuggester")
public final class Importer {
  private Importer() {}

  /**
   * Imports into a folder: customers, products, events and rejects as Parquet files.
   *
   * @throws org.tiersmith.model.Problem where a whole file can't be used
   */
  public static ImportResult run(RoleMapping mapping, Path outDir, JobContext context) {
    throw new UnsupportedOperationException();
  }
}
