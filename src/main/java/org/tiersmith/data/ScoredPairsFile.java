package org.tiersmith.data;

import java.nio.file.Path;
import org.tiersmith.model.ScoredPairs;

/** Scored pairs as Parquet: customer_id, product_id, p0, k, list_price, unit_cost. */
@SuppressWarnings("DoNotCallSuggester")
public final class ScoredPairsFile {
  private ScoredPairsFile() {}

  /** Writes the pairs in their order. */
  public static void write(ScoredPairs pairs, Path file) {
    throw new UnsupportedOperationException();
  }

  /** Reads what {@link #write} wrote. */
  public static ScoredPairs read(Path file) {
    throw new UnsupportedOperationException();
  }
}
