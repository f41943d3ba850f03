package org.tiersmith.service;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tiersmith.model.Problem;
import org.tiersmith.strategy.Cap;
import org.tiersmith.strategy.Exclusion;
import org.tiersmith.strategy.Guardrails;
import org.tiersmith.strategy.PairKeys;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.Scope;

/** Finds who and what a guardrail may name, and refuses names that are mistyped. */
final class NameSearch {
  private static final int MOST_NAMES = 12;

  private NameSearch() {}

  /** The first names that hold a text, in any case; those that begin with it come first. */
  static List<Name> find(
      Portfolio portfolio, Map<String, String> titles, Scope scope, String text, int most) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    List<Name> found =
        all(portfolio, titles, scope)
            .filter(name -> holds(name, wanted))
            .limit(20L * most)
            .toList();
    return Stream.concat(
            found.stream().filter(name -> begins(name, wanted)),
            found.stream().filter(name -> !begins(name, wanted)))
        .limit(most)
        .toList();
  }

  private static Stream<Name> all(Portfolio portfolio, Map<String, String> titles, Scope scope) {
    PairKeys keys = portfolio.keys();
    return switch (scope) {
      case SEGMENT -> portfolio.segmentNames().stream().map(name -> new Name(name, name));
      case CATEGORY -> keys.categories().stream().map(name -> new Name(name, name));
      case PRODUCT -> keys.productIds().stream().map(id -> product(id, titles));
      case CUSTOMER -> keys.customerIds().stream().map(id -> new Name(id, id));
    };
  }

  private static Name product(String id, Map<String, String> titles) {
    String title = titles.get(id);
    return new Name(id, title == null || title.equals(id) ? id : title + " · " + id);
  }

  private static boolean holds(Name name, String wanted) {
    return name.label().toLowerCase(Locale.ROOT).contains(wanted)
        || name.id().toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static boolean begins(Name name, String wanted) {
    return name.label().toLowerCase(Locale.ROOT).startsWith(wanted)
        || name.id().toLowerCase(Locale.ROOT).startsWith(wanted);
  }

  static void check(Portfolio portfolio, Guardrails guardrails) {
    for (Cap cap : guardrails.caps()) {
      check(portfolio, cap.scope(), cap.name());
    }
    for (Exclusion exclusion : guardrails.exclusions()) {
      check(portfolio, exclusion.scope(), exclusion.name());
    }
  }

  private static void check(Portfolio portfolio, Scope scope, String name) {
    switch (scope) {
      case SEGMENT -> check(name, portfolio.segmentNames());
      case CATEGORY -> check(name, portfolio.keys().categories());
      case PRODUCT, CUSTOMER -> {}
    }
  }

  private static void check(String name, List<String> names) {
    if (!names.contains(name)) {
      throw Problem.of(
          "strategy.unknown-name",
          "No pair belongs to \"{0}\". There are: {1}. Nothing was written.",
          name,
          String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
              + (names.size() > MOST_NAMES ? ", ..." : ""));
    }
  }
}
