package org.tiersmith.profile;

import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/** Rows of a list of pairs that can't be scored: how many, and what is wrong with the first. */
public final class PairRejects {
  private long count;
  private @Nullable Text first;

  void add(Text why) {
    count++;
    if (first == null) {
      first = why;
    }
  }

  public long count() {
    return count;
  }

  /** File, line and reason of the first; null where there is none. */
  public @Nullable Text first() {
    return first;
  }
}
