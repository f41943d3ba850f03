package org.tiersmith.data;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * How much of the tables newer files tell.
 *
 * @param derived tables that have no file of their own and are only what the new events name: of
 *     these only ids that the old tables lack are taken
 * @param untold columns of the other tables that no column of their file was taken for: a row that
 *     is known already keeps what is known of them
 */
public record NewParts(Set<TableKind> derived, Map<TableKind, Set<String>> untold) {
  /** Files that tell all there is. */
  public static final NewParts WHOLE = new NewParts(Set.of(), Map.of());

  public NewParts {
    derived = Set.copyOf(derived);
    untold = Map.copyOf(untold);
  }

  /** What the files of a mapping tell. */
  public static NewParts of(RoleMapping mapping) {
    Set<TableKind> derived = EnumSet.noneOf(TableKind.class);
    Map<TableKind, Set<String>> untold = new EnumMap<>(TableKind.class);
    for (TableKind kind : TableKind.values()) {
      FileMapping part = mapping.of(kind);
      if (part == null) {
        derived.add(kind);
      } else {
        Set<String> left = new LinkedHashSet<>(kind.roles());
        left.removeAll(told(kind, part));
        untold.put(kind, left);
      }
    }
    return new NewParts(derived, untold);
  }

  boolean isUntold(TableKind kind, String column) {
    return untold.getOrDefault(kind, Set.of()).contains(column);
  }

  private static Set<String> told(TableKind kind, FileMapping part) {
    Set<String> told = new LinkedHashSet<>();
    part.columns().keySet().forEach(role -> told.add(kind.roleOf(role)));
    part.constants().keySet().forEach(role -> told.add(kind.roleOf(role)));
    if (told.contains("paid_price") || told.contains("amount")) {
      // What was paid makes both, and an old half beside a new one would be another price.
      told.add("list_price");
      told.add("discount_rate");
    } else if (told.contains("discount_amount") && told.contains("list_price")) {
      told.add("discount_rate");
    }
    return told;
  }
}
