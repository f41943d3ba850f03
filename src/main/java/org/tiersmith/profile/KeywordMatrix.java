package org.tiersmith.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Customers' keywords as a sparse matrix: the inverse document frequency of each word that a
 * customer has, rows of length 1. Words of one customer alone tell nothing of groups and are left
 * out.
 */
final class KeywordMatrix {
  private static final int MOST_WORDS = 2_000;
  private static final int FEWEST_CUSTOMERS = 2;

  private KeywordMatrix() {}

  /**
   * @param keywords each customer's, joined by " · "; empty for none
   */
  static SparseRows of(List<String> keywords) {
    List<String[]> words =
        keywords.stream().map(k -> k.isBlank() ? new String[0] : split(k)).toList();
    Map<String, Integer> uses = new HashMap<>();
    words.forEach(each -> Arrays.stream(each).forEach(w -> uses.merge(w, 1, Integer::sum)));
    List<Map.Entry<String, Integer>> known =
        uses.entrySet().stream()
            .filter(e -> e.getValue() >= FEWEST_CUSTOMERS)
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_WORDS)
            .toList();
    Map<String, Integer> column = new HashMap<>();
    double[] weight = new double[known.size()];
    for (Map.Entry<String, Integer> word : known) {
      weight[column.size()] = Math.log(1 + (double) keywords.size() / word.getValue());
      column.put(word.getKey(), column.size());
    }
    return rows(words, column, weight);
  }

  private static String[] split(String keywords) {
    return Arrays.stream(keywords.toLowerCase(Locale.ROOT).split(" · ", -1))
        .distinct()
        .toArray(String[]::new);
  }

  private static SparseRows rows(
      List<String[]> words, Map<String, Integer> column, double[] weight) {
    int[] starts = new int[words.size() + 1];
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Arrays.stream(words.get(i))
          .map(column::get)
          .filter(c -> c != null)
          .sorted()
          .forEach(columns::add);
      starts[i + 1] = columns.size();
    }
    int[] at = columns.stream().mapToInt(Integer::intValue).toArray();
    double[] values = Arrays.stream(at).mapToDouble(c -> weight[c]).toArray();
    for (int i = 0; i < words.size(); i++) {
      normalise(values, starts[i], starts[i + 1]);
    }
    return new SparseRows(starts, at, values, weight.length);
  }

  private static void normalise(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i] * values[i];
    }
    for (int i = from; i < to; i++) {
      values[i] /= Math.sqrt(sum);
    }
  }
}
