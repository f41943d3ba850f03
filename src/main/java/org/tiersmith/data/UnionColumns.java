package org.tiersmith.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/**
 * Which columns of files one below the other are one column: those of the same name, whatever their
 * case, spaces and signs, and those that a file calls by another usual name of the same role.
 */
final class UnionColumns {
  private final List<RawTable> parts;
  private final Map<String, String> roles;
  private final List<Finding> findings;
  private final List<String> names = new ArrayList<>();
  private final List<Map<String, String>> own = new ArrayList<>();

  /**
   * @param roles role to column, as a mapping says
   * @param findings takes what a person should know
   */
  UnionColumns(List<RawTable> parts, Map<String, String> roles, List<Finding> findings) {
    this.parts = parts;
    this.roles = roles;
    this.findings = findings;
    parts.forEach(this::add);
  }

  /** Names of all columns. */
  List<String> names() {
    return List.copyOf(names);
  }

  /** The column of the n-th file, from 0, that is one of the names; null where it has none. */
  @Nullable String own(int part, String name) {
    return own.get(part).get(name);
  }

  /** Tells which files lack columns. */
  void reportLacks() {
    for (int i = 0; i < parts.size(); i++) {
      Map<String, String> has = own.get(i);
      List<String> lacks = names.stream().filter(name -> !has.containsKey(name)).toList();
      if (!lacks.isEmpty()) {
        RawTable one = parts.get(i);
        note(
            one,
            Text.of(
                "files.column-lacks",
                "{0} has no column {1}; it is empty in the {2} rows of that file.",
                one.fileName(),
                String.join(", ", lacks),
                one.rows()));
      }
    }
  }

  private void add(RawTable part) {
    Map<String, String> has = new HashMap<>();
    own.add(has);
    List<String> left = new ArrayList<>(part.columns());
    left.removeIf(column -> take(has, names(has, column::equalsIgnoreCase), column));
    left.removeIf(column -> take(has, names(has, name -> alike(name, column)), column));
    roles.forEach((role, name) -> takeRole(part, has, left, role, name));
    for (String column : left) {
      names.add(column);
      has.put(column, column);
    }
  }

  /** Takes the one column that has another usual name of a role for that of the mapping. */
  private void takeRole(
      RawTable part, Map<String, String> has, List<String> left, String role, String mapped) {
    List<String> missing = names(has, name -> name.equalsIgnoreCase(Cells.tidy(mapped)));
    List<String> fitting =
        left.stream()
            .filter(column -> !RoleNames.plain(column).isEmpty())
            .filter(column -> RoleNames.fits(TableKind.EVENTS, role, column))
            .toList();
    if (missing.size() == 1 && fitting.size() == 1) {
      String column = fitting.getFirst();
      has.put(missing.getFirst(), column);
      left.remove(column);
      note(
          part,
          Text.of(
              "files.column-called",
              "{0} has no column {1}; its column {2} was read as that.",
              part.fileName(),
              missing.getFirst(),
              column));
    }
  }

  private static boolean take(Map<String, String> has, List<String> fitting, String column) {
    if (fitting.isEmpty()) {
      return false;
    }
    has.put(fitting.getFirst(), column);
    return true;
  }

  private List<String> names(Map<String, String> has, Predicate<String> suitable) {
    return names.stream().filter(name -> !has.containsKey(name)).filter(suitable).toList();
  }

  /** Signs of money and of shares tell columns apart; all others don't. */
  private static boolean alike(String one, String other) {
    String plain = RoleNames.plain(one);
    return !plain.isEmpty()
        && plain.equals(RoleNames.plain(other))
        && units(one).equals(units(other));
  }

  private static Set<Character> units(String column) {
    Set<Character> units = new TreeSet<>();
    for (char c : column.toCharArray()) {
      if (Character.getType(c) == Character.CURRENCY_SYMBOL || "%％‰#".indexOf(c) >= 0) {
        units.add(c);
      }
    }
    return units;
  }

  private void note(RawTable part, Text text) {
    findings.add(new Finding(Finding.Level.NOTE, part.rows(), text));
  }
}
