package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Caps and exclusions, looked up by the index of a pair's segment, category, product, customer. */
final class NamedLimits {
  /** No limit for that index. */
  private static final byte FREE = Byte.MAX_VALUE;

  private static final BoundBy[] CAPS = {
    BoundBy.SEGMENT_CAP, BoundBy.CATEGORY_CAP, BoundBy.PRODUCT_CAP, BoundBy.CUSTOMER_CAP
  };

  /** Limits by scope and index; empty where a scope has none. */
  private final byte[][] caps = new byte[Scope.values().length][0];

  private final byte[][] excluded = new byte[Scope.values().length][0];
  private final IntUnaryOperator[] indexOf;
  private final int capForAll;
  private final boolean mostSpecific;

  /** Whether nobody and nothing is named. */
  private final boolean none;

  private NamedLimits(Portfolio portfolio, int capForAll, Guardrails guardrails) {
    this.capForAll = capForAll;
    this.mostSpecific = guardrails.precedence() == Precedence.MOST_SPECIFIC;
    this.none = guardrails.caps().isEmpty() && guardrails.exclusions().isEmpty();
    PairKeys keys = portfolio.keys();
    indexOf =
        new IntUnaryOperator[] {
          i -> portfolio.segment()[i],
          keys::category,
          i -> keys.known() ? keys.product()[i] : -1,
          i -> portfolio.customer()[i]
        };
  }

  static NamedLimits of(Portfolio portfolio, double[] rates, Guardrails guardrails) {
    NamedLimits limits =
        new NamedLimits(portfolio, tier(rates, guardrails.maxDiscount()), guardrails);
    Names names = new Names(portfolio, guardrails);
    for (Cap cap : guardrails.caps()) {
      limits.set(limits.caps, names, cap.scope(), cap.name(), tier(rates, cap.maxRate()));
    }
    for (Exclusion exclusion : guardrails.exclusions()) {
      limits.set(limits.excluded, names, exclusion.scope(), exclusion.name(), 0);
    }
    return limits;
  }

  /** What a cap of that scope is called when it binds. */
  static BoundBy boundBy(Scope scope) {
    return CAPS[scope.ordinal()];
  }

  /** The highest tier whose rate keeps a cap. */
  static int tier(double[] rates, double maxRate) {
    int t = rates.length - 1;
    while (t > 0 && rates[t] > maxRate * (1 + 1e-12)) {
      t--;
    }
    return t;
  }

  /** A name that no pair has limits nothing: a list may name what is not on offer now. */
  private void set(byte[][] limits, Names names, Scope scope, String name, int tier) {
    Integer index = names.index(scope, name);
    if (index == null) {
      return;
    }
    byte[] ofScope = limits[scope.ordinal()];
    if (ofScope.length == 0) {
      ofScope = new byte[names.count(scope)];
      Arrays.fill(ofScope, FREE);
      limits[scope.ordinal()] = ofScope;
    }
    ofScope[index] = (byte) Math.min(ofScope[index], tier);
  }

  void apply(int pair, Tightest tightest) {
    if (!mostSpecific || none) {
      tightest.add(capForAll, BoundBy.CAP);
    }
    if (none) {
      return;
    }
    boolean chosen = false;
    for (int scope = caps.length - 1; scope >= 0; scope--) {
      if (limit(excluded[scope], scope, pair) == 0) {
        tightest.add(0, BoundBy.EXCLUDED);
      }
      int cap = limit(caps[scope], scope, pair);
      if (cap != FREE && !(mostSpecific && chosen)) {
        tightest.add(cap, CAPS[scope]);
        chosen = true;
      }
    }
    if (mostSpecific && !chosen) {
      tightest.add(capForAll, BoundBy.CAP);
    }
  }

  private int limit(byte[] limits, int scope, int pair) {
    if (limits.length == 0) {
      return FREE;
    }
    int index = indexOf[scope].applyAsInt(pair);
    return index < 0 ? FREE : limits[index];
  }

  /** Finds the indices of the few names that limits are set for among all names. */
  static final class Names {
    private final Map<Scope, Map<String, Integer>> indices = new HashMap<>();
    private final Portfolio portfolio;

    Names(Portfolio portfolio, Guardrails guardrails) {
      this.portfolio = portfolio;
      Map<Scope, Set<String>> wanted = new HashMap<>();
      for (Cap cap : guardrails.caps()) {
        wanted.computeIfAbsent(cap.scope(), s -> new HashSet<>()).add(cap.name());
      }
      for (Exclusion exclusion : guardrails.exclusions()) {
        wanted.computeIfAbsent(exclusion.scope(), s -> new HashSet<>()).add(exclusion.name());
      }
      wanted.forEach((scope, names) -> indices.put(scope, indexed(list(scope), names)));
    }

    int count(Scope scope) {
      return scope == Scope.CUSTOMER
          ? Math.max(portfolio.customers(), list(scope).size())
          : list(scope).size();
    }

    @Nullable Integer index(Scope scope, String name) {
      return indices.getOrDefault(scope, Map.of()).get(name);
    }

    private List<String> list(Scope scope) {
      return switch (scope) {
        case SEGMENT -> portfolio.segmentNames();
        case CATEGORY -> portfolio.keys().categories();
        case PRODUCT -> portfolio.keys().productIds();
        case CUSTOMER -> portfolio.keys().customerIds();
      };
    }

    /** One pass over all names, for a table of a million would take far longer to make. */
    private static Map<String, Integer> indexed(List<String> all, Set<String> wanted) {
      Map<String, Integer> index = new ConcurrentHashMap<>();
      IntStream.range(0, all.size())
          .parallel()
          .filter(i -> wanted.contains(all.get(i)))
          .forEach(i -> index.merge(all.get(i), i, Math::max));
      return index;
    }
  }
}
