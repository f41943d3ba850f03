package org.tiersmith.service;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.strategy.BoundBy;
import org.tiersmith.strategy.Decisions;
import org.tiersmith.strategy.Economics;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.Scenario;

/** A scenario's rows as a table shows them: filtered, sorted, a page at a time. */
final class PlanRows {
  private final ScoredPairs pairs;
  private final Portfolio portfolio;
  private final Decisions decisions;
  private final Economics economics;
  private final Map<String, String> titles;

  PlanRows(
      ScoredPairs pairs,
      Portfolio portfolio,
      Scenario scenario,
      Decisions decisions,
      Map<String, String> titles) {
    this.pairs = pairs;
    this.portfolio = portfolio;
    this.decisions = decisions;
    this.economics = new Economics(portfolio, scenario);
    this.titles = titles;
  }

  /** The pairs that a query asks for, in its order, from its first row to its last. */
  int[] order(RowQuery query) {
    int[] matching =
        IntStream.range(0, portfolio.size()).parallel().filter(matches(query.filter())).toArray();
    return sorted(matching, query);
  }

  /** Some of an order. */
  RowPage page(int[] order, long offset, int limit) {
    List<PairRow> rows =
        Arrays.stream(order).skip(offset).limit(limit).mapToObj(this::row).toList();
    return new RowPage(rows, order.length);
  }

  private IntPredicate matches(RowQuery.Filter filter) {
    IntPredicate matches = i -> true;
    if (filter.segment() >= 0) {
      int[] segment = portfolio.segment();
      matches = i -> segment[i] == filter.segment();
    }
    if (filter.discounted()) {
      matches = matches.and(i -> decisions.tier()[i] > 0);
    }
    if (filter.boundBy() != null) {
      byte wanted = filter.boundBy().index();
      matches = matches.and(i -> decisions.boundBy()[i] == wanted);
    }
    return filter.text().isBlank() ? matches : matches.and(names(filter.text().strip()));
  }

  /** Looks at each customer and product once, not at each pair. */
  private IntPredicate names(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    boolean[] customers = named(pairs.customerIds(), Map.of(), wanted);
    boolean[] products = named(pairs.productIds(), titles, wanted);
    return i -> customers[pairs.customer()[i]] || products[pairs.product()[i]];
  }

  private static boolean[] named(List<String> ids, Map<String, String> titles, String wanted) {
    boolean[] named = new boolean[ids.size()];
    for (int n = 0; n < named.length; n++) {
      String id = ids.get(n);
      named[n] = holds(id, wanted) || holds(titles.getOrDefault(id, ""), wanted);
    }
    return named;
  }

  private static boolean holds(String name, String wanted) {
    return name.toLowerCase(Locale.ROOT).contains(wanted);
  }

  /**
   * Sorts by key; of keys equal to seven digits the earlier pair comes first. Unknown profits count
   * as lowest. Key (as a sortable float) and index share a long, so that a primitive sort serves:
   * half a million rows in some 20 ms, where boxed indices take half a second.
   */
  private int[] sorted(int[] matching, RowQuery query) {
    long[] packed = new long[matching.length];
    for (int j = 0; j < matching.length; j++) {
      double value = key(matching[j], query.sort());
      int bits =
          Float.floatToIntBits(Double.isNaN(value) ? Float.NEGATIVE_INFINITY : (float) value);
      int rising = bits ^ (bits >> 31 & Integer.MAX_VALUE);
      packed[j] = (long) (query.ascending() ? rising : ~rising) << 32 | matching[j];
    }
    Arrays.parallelSort(packed);
    return Arrays.stream(packed).mapToInt(value -> (int) value).toArray();
  }

  private double key(int i, RowQuery.Sort sort) {
    return switch (sort) {
      case PROBABILITY -> portfolio.p0()[i];
      case LIST_PRICE -> portfolio.listPrice()[i];
      case DISCOUNT -> decisions.rate(i);
      case PRICE -> portfolio.listPrice()[i] * (1 - decisions.rate(i));
      case INCREMENTAL_PROFIT -> incrementalProfit(i);
    };
  }

  private double incrementalProfit(int i) {
    return economics.incrementalProfit(i, decisions.tier()[i]);
  }

  private PairRow row(int i) {
    String product = pairs.productIds().get(pairs.product()[i]);
    double rate = decisions.rate(i);
    BoundBy boundBy = BoundBy.of(decisions.boundBy()[i]);
    return new PairRow(
        i,
        pairs.customerIds().get(pairs.customer()[i]),
        product,
        titles.getOrDefault(product, product),
        portfolio.segmentNames().get(portfolio.segment()[i]),
        portfolio.p0()[i],
        portfolio.listPrice()[i],
        rate,
        portfolio.listPrice()[i] * (1 - rate),
        boundBy,
        incrementalProfit(i));
  }
}
