package org.tiersmith.profile.template;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that one may have meant. */
public final class NearNames {
  private static final int MOST = 3;

  private NearNames() {}

  /** The names nearest to one that is not among them, the nearest first; often none. */
  public static List<String> of(String name, List<String> names) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(each -> isNear(wanted, each.toLowerCase(Locale.ROOT)))
        .sorted(Comparator.comparingInt(each -> distance(wanted, each.toLowerCase(Locale.ROOT))))
        .limit(MOST)
        .toList();
  }

  private static boolean isNear(String wanted, String name) {
    boolean part = wanted.length() > 2 && (name.contains(wanted) || wanted.contains(name));
    return part || distance(wanted, name) <= Math.max(1, name.length() / 3);
  }

  /** Letters to change, insert or drop (Levenshtein). */
  private static int distance(String from, String to) {
    int[] costs = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      costs[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = costs[0];
      costs[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = costs[j];
        costs[j] = Math.min(replaced, 1 + Math.min(costs[j], costs[j - 1]));
      }
    }
    return costs[to.length()];
  }
}
