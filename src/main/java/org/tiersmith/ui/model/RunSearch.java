package org.tiersmith.ui.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** All combinations of several values per setting, or some of them drawn at random. */
final class RunSearch {
  /** More runs than that nobody waits for. */
  static final int MOST_RUNS = 500;

  private final Map<Setting, List<Double>> values;

  RunSearch(Map<Setting, List<Double>> values) {
    this.values = new EnumMap<>(values);
  }

  /** How many combinations there are; {@link Long#MAX_VALUE} if more than can be counted. */
  long size() {
    long size = 1;
    for (List<Double> several : values.values()) {
      size = size > Long.MAX_VALUE / several.size() ? Long.MAX_VALUE : size * several.size();
    }
    return size;
  }

  /** The first of each setting's values. */
  Map<Setting, Double> first() {
    return combination(0);
  }

  /**
   * Combinations, each once.
   *
   * @param most how many at most; if there are more they are drawn at random
   */
  List<Map<Setting, Double>> draw(int most, long seed) {
    long size = size();
    if (size <= most) {
      return LongStream.range(0, size).mapToObj(this::combination).toList();
    }
    Random random = new Random(seed);
    TreeSet<Long> drawn = new TreeSet<>();
    while (drawn.size() < most) {
      drawn.add(random.nextLong(size));
    }
    return new ArrayList<>(drawn).stream().map(this::combination).toList();
  }

  private Map<Setting, Double> combination(long index) {
    Map<Setting, Double> combination = new EnumMap<>(Setting.class);
    long rest = index;
    for (Setting setting : List.of(Setting.values()).reversed()) {
      List<Double> several = values.get(setting);
      if (several != null) {
        combination.put(setting, several.get((int) (rest % several.size())));
        rest /= several.size();
      }
    }
    return combination;
  }
}
