package org.tiersmith.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What each segment buys more than all do: the terms of titles with the highest TF-IDF, a segment
 * being a document. As most terms occur in most segments, the inverse frequency is that of the
 * term's share: how much more of this segment's purchases than of all it makes up.
 */
final class SegmentKeywords {
  private static final int KEYWORDS = 6;
  private static final int FEWEST_USES = 3;
  private static final Set<String> STOP_WORDS =
      Set.of("and", "the", "for", "with", "of", "in", "to", "set", "pack", "size", "new");

  private final Map<String, Long> everywhere = new HashMap<>();
  private final List<Map<String, Long>> terms = new ArrayList<>();

  SegmentKeywords(int segments) {
    for (int i = 0; i < segments; i++) {
      terms.add(new HashMap<>());
    }
  }

  /** Counts a title that was bought by anyone. */
  void add(String title, long times) {
    count(everywhere, title, times);
  }

  /** Counts a title that a segment bought. */
  void add(int segment, String title, long times) {
    count(terms.get(segment), title, times);
  }

  private static void count(Map<String, Long> uses, String title, long times) {
    for (String term : Terms.of(title)) {
      if (!STOP_WORDS.contains(term)) {
        uses.merge(term, times, Long::sum);
      }
    }
  }

  List<String> of(int segment) {
    double own = total(terms.get(segment));
    double all = total(everywhere);
    Map<String, Double> scores = new HashMap<>();
    terms
        .get(segment)
        .forEach(
            (term, uses) -> {
              double share = uses / own;
              double lift = share / (everywhere.getOrDefault(term, uses) / all);
              if (uses >= FEWEST_USES) {
                scores.put(term, share * Math.log(lift));
              }
            });
    return scores.entrySet().stream()
        .filter(e -> e.getValue() > 0 || terms.size() == 1)
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(KEYWORDS)
        .map(e -> e.getKey().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static double total(Map<String, Long> uses) {
    return uses.values().stream().mapToLong(Long::longValue).sum();
  }
}
