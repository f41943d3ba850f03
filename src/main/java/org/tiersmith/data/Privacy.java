package org.tiersmith.data;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an import hides who the customers are.
 *
 * @param pseudonymise whether customer ids become keyed hashes, and e-mail addresses and phone
 *     numbers inside texts are masked
 * @param dropContacts whether columns by which a person could be known are left out
 * @param dropColumns further columns to leave out of every file
 */
public record Privacy(boolean pseudonymise, boolean dropContacts, List<String> dropColumns) {
  /** Nothing is hidden. */
  public static final Privacy NONE = new Privacy(false, false, List.of());

  /** Columns that a mapping does not name are none. */
  public Privacy(boolean pseudonymise, boolean dropContacts, @Nullable List<String> dropColumns) {
    this.pseudonymise = pseudonymise;
    this.dropContacts = dropContacts;
    this.dropColumns = dropColumns == null ? List.of() : List.copyOf(dropColumns);
  }

  /** Hides what either hides. */
  public Privacy and(Privacy other) {
    return new Privacy(
        pseudonymise || other.pseudonymise,
        dropContacts || other.dropContacts,
        Stream.concat(dropColumns.stream(), other.dropColumns.stream()).distinct().toList());
  }
}
