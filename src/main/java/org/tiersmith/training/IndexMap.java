package org.tiersmith.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * The distinct keys of some pairs and where each pair's key lies among them.
 *
 * @param keys distinct, in order of appearance
 * @param places per pair, an index into {@code keys}
 */
record IndexMap(int[] keys, long[] places) {

  static IndexMap of(int[] pairs, IntUnaryOperator key) {
    Map<Integer, Integer> index = new LinkedHashMap<>();
    long[] places = new long[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      int fresh = index.size();
      Integer known = index.putIfAbsent(key.applyAsInt(pairs[i]), fresh);
      places[i] = known == null ? fresh : known;
    }
    return new IndexMap(index.keySet().stream().mapToInt(Integer::intValue).toArray(), places);
  }
}
