package org.tiersmith.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Each customer's cell of {@link RfmCells} as it stood before a day. */
final class RfmAsOf {
  private static final Map<String, String> CHINESE =
      Map.ofEntries(
          Map.entry("Champions", "冠军客户"),
          Map.entry("Loyal Customers", "忠诚客户"),
          Map.entry("Potential Loyalists", "潜在忠诚客户"),
          Map.entry("New Customers", "新客户"),
          Map.entry("Promising", "潜力客户"),
          Map.entry("Needs Attention", "需要关注"),
          Map.entry("About To Sleep", "即将沉睡"),
          Map.entry("At Risk", "有流失风险"),
          Map.entry("Can't Lose Them", "不可流失"),
          Map.entry("Hibernating", "沉睡客户"),
          Map.entry("Lost", "已流失"),
          Map.entry("No purchase yet", "尚未购买"));

  private final EventLog log;
  private final int customers;
  private final boolean chinese;
  private final Map<Integer, String[]> byDay = new HashMap<>();

  RfmAsOf(EventLog log, int customers, boolean chinese) {
    this.log = log;
    this.customers = customers;
    this.chinese = chinese;
  }

  /** The name of a customer's cell; null before the first event. */
  @Nullable String name(int customer, int asOf) {
    if (log.before(customer, asOf) == log.from(customer)) {
      return null;
    }
    String name = byDay.computeIfAbsent(asOf, this::cells)[customer];
    return chinese ? CHINESE.getOrDefault(name, name) : name;
  }

  private String[] cells(int asOf) {
    double[] last = new double[customers];
    double[] orders = new double[customers];
    double[] spent = new double[customers];
    for (int c = 0; c < customers; c++) {
      int end = log.before(c, asOf);
      int day = Integer.MIN_VALUE;
      for (int e = log.from(c); e < end; e++) {
        if (log.kind(e) == EventLog.Kind.PURCHASE) {
          orders[c] += log.day(e) == day ? 0 : 1;
          spent[c] += log.paid(e);
          day = log.day(e);
        }
      }
      last[c] = day;
    }
    int[] buyers = IntStream.range(0, customers).filter(c -> orders[c] > 0).toArray();
    int[] r = scores(buyers, last);
    int[] f = scores(buyers, orders);
    int[] m = scores(buyers, spent);
    String[] names = new String[customers];
    Arrays.setAll(names, c -> RfmCells.cell(r[c], f[c], m[c]));
    return names;
  }

  /** 1 to 5 by the quintile of the mid-rank among the buyers, 0 for others. */
  private int[] scores(int[] buyers, double[] values) {
    int[] scores = new int[customers];
    double[] sorted = Arrays.stream(buyers).mapToDouble(c -> values[c]).sorted().toArray();
    for (int customer : buyers) {
      scores[customer] = score(values[customer], sorted);
    }
    return scores;
  }

  private static int score(double value, double[] sorted) {
    int n = sorted.length;
    if (sorted[0] == sorted[n - 1]) {
      return (1 + RfmCells.SCORES) / 2;
    }
    if (value == sorted[0] || value == sorted[n - 1]) {
      return value == sorted[0] ? 1 : RfmCells.SCORES;
    }
    int below = first(sorted, value);
    double midRank = (below + first(sorted, Math.nextUp(value))) / 2.0;
    return Math.min(RfmCells.SCORES, 1 + (int) (RfmCells.SCORES * midRank / n));
  }

  /** How many are less than a value. */
  private static int first(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
