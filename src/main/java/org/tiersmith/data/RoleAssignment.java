package org.tiersmith.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tiersmith.model.Text;

/** Gives each role the column for which the signs are strongest, and each column one role. */
final class RoleAssignment {
  /** Signs weaker than this are shown, not taken. */
  static final double TAKEN = 0.5;

  private static final int MOST_ALTERNATIVES = 3;

  private final TableKind kind;
  private final List<ColumnSample> columns;
  private final List<Option> options = new ArrayList<>();
  private final Map<String, RoleGuess> taken = new LinkedHashMap<>();

  private record Option(String role, int order, ColumnSample column, RoleEvidence evidence) {}

  RoleAssignment(TableKind kind, FilePreview preview, Map<String, Set<String>> ids) {
    this.kind = kind;
    this.columns = ColumnSample.of(preview);
    for (String role : roles()) {
      for (ColumnSample column : columns) {
        RoleEvidence evidence = RoleEvidence.of(kind, role, column, ids);
        if (evidence != null) {
          options.add(new Option(role, options.size(), column, evidence));
        }
      }
    }
    options.sort(
        Comparator.comparingDouble((Option o) -> -o.evidence.confidence())
            .thenComparingInt(Option::order));
    take();
    if (kind == TableKind.EVENTS) {
      new PriceGuess(columns, taken).settle();
    }
    nameByDescription();
  }

  /** The guesses strong enough to take, in the order of the roles. */
  List<RoleGuess> taken() {
    return roles().stream()
        .flatMap(role -> Stream.ofNullable(taken.get(role)))
        .map(this::withAlternatives)
        .toList();
  }

  /** Guesses for the other roles. */
  List<RoleGuess> possible() {
    List<RoleGuess> all = new ArrayList<>();
    for (String role : roles()) {
      if (!taken.containsKey(role)) {
        List<RoleGuess> others = others(role, "");
        if (!others.isEmpty()) {
          all.add(others.getFirst());
        }
      }
    }
    return all;
  }

  private List<String> roles() {
    List<String> roles = new ArrayList<>(kind.roles());
    if (kind == TableKind.EVENTS) {
      roles.addAll(TableKind.PRODUCT_WORDS);
    }
    return roles;
  }

  private void take() {
    for (Option option : options) {
      String column = option.column.name();
      boolean free =
          taken.values().stream().noneMatch(guess -> guess.column().equals(column))
              && !taken.containsKey(option.role);
      if (free && option.evidence.confidence() >= TAKEN) {
        taken.put(option.role, guess(option));
      }
    }
  }

  private RoleGuess withAlternatives(RoleGuess guess) {
    return new RoleGuess(
        guess.role(),
        guess.column(),
        guess.confidence(),
        guess.reason(),
        others(guess.role(), guess.column()));
  }

  private List<RoleGuess> others(String role, String but) {
    return options.stream()
        .filter(option -> option.role.equals(role) && !option.column.name().equals(but))
        .limit(MOST_ALTERNATIVES)
        .map(RoleAssignment::guess)
        .toList();
  }

  private static RoleGuess guess(Option option) {
    return new RoleGuess(
        option.role,
        option.column.name(),
        option.evidence.confidence(),
        option.evidence.reason(),
        List.of());
  }

  /** Where nothing is called a title, a description serves as one; a title also as an id. */
  private void nameByDescription() {
    RoleGuess description = taken.get("description");
    if (!taken.containsKey("title") && description != null) {
      taken.remove("description");
      put(
          "title",
          description.column(),
          Text.of("guess.description", "it describes the product and nothing else names it"));
    }
    RoleGuess title = taken.get("title");
    if (kind == TableKind.EVENTS && !taken.containsKey("product_id") && title != null) {
      put(
          "product_id",
          title.column(),
          Text.of("guess.title-as-id", "there is no product number; the title names the product"));
    }
  }

  private void put(String role, String column, Text reason) {
    taken.put(role, new RoleGuess(role, column, TAKEN, reason, List.of()));
  }
}
