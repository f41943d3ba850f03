package org.tiersmith.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.text.Tokeniser;

/**
 * Words that tell a customer's titles and searches from others': how often they occur (bought and
 * seen titles, searches) times how rare they are among the titles of the catalogue, which does not
 * hang on what anyone did.
 */
final class Keywords {
  private final Catalogue catalogue;
  private final EventLog log;
  private final Map<Integer, Set<String>> ofTitle = new HashMap<>();
  private @Nullable Map<String, Integer> titlesWith;
  private @Nullable Tokeniser tokeniser;

  Keywords(Catalogue catalogue, EventLog log) {
    this.catalogue = catalogue;
    this.log = log;
  }

  /** The keywords of some events, the weightiest first, then by the alphabet. */
  Set<String> of(int from, int to, int most) {
    Map<String, Integer> counts = new HashMap<>();
    for (int e = from; e < to; e++) {
      terms(e).forEach(term -> counts.merge(term, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Integer> term) -> -weight(term))
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private double weight(Map.Entry<String, Integer> term) {
    int titles = catalogue.products().size();
    return term.getValue()
        * Math.log((1.0 + titles) / (1 + titlesWith().getOrDefault(term.getKey(), 0)));
  }

  private Set<String> terms(int event) {
    return switch (log.kind(event)) {
      case SEARCH -> {
        String words = log.text(event);
        yield words == null ? Set.of() : terms(words);
      }
      case PURCHASE, VIEW, CART -> log.product(event) < 0 ? Set.of() : ofTitle(log.product(event));
      case REVIEW, CHAT, OTHER -> Set.of();
    };
  }

  /** Without stems: the commonest spelling of one would hang on what others write later. */
  private Set<String> terms(String text) {
    Tokeniser known = tokeniser;
    if (known == null) {
      known = Tokeniser.ofModels();
      tokeniser = known;
    }
    return new LinkedHashSet<>(known.words(text));
  }

  private Set<String> ofTitle(int product) {
    return ofTitle.computeIfAbsent(product, p -> terms(catalogue.products().get(p).title()));
  }

  private Map<String, Integer> titlesWith() {
    Map<String, Integer> known = titlesWith;
    if (known == null) {
      known = new HashMap<>();
      for (int p = 0; p < catalogue.products().size(); p++) {
        for (String term : ofTitle(p)) {
          known.merge(term, 1, Integer::sum);
        }
      }
      titlesWith = known;
    }
    return known;
  }
}
