package org.tiersmith.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Guesses what the columns of files mean, by their names and by their values. */
@SuppressWarnings("DoNotCallSuggester")
public final class MappingGuesser {
  private MappingGuesser() {}

  /** A mapping of the files given; a role that was not found is absent. */
  public static RoleMapping guess(
      @Nullable Path customers, @Nullable Path products, @Nullable Path events) {
    return new RoleMapping(
        customers == null ? null : guess(TableKind.CUSTOMERS, customers),
        products == null ? null : guess(TableKind.PRODUCTS, products),
        events == null ? null : guess(TableKind.EVENTS, events));
  }

  /** A mapping of one file. */
  public static FileMapping guess(TableKind kind, Path file) {
    throw new UnsupportedOperationException();
  }
}
