package org.tiersmith.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * All combinations of several values per setting, or some of them drawn at random.
 *
 * @param axes for each setting its values, at least one
 */
public record SettingsSearch(List<List<SettingValue>> axes) {
  /** More runs than that nobody waits for. */
  public static final int MOST_RUNS = 500;

  public SettingsSearch {
    axes = List.copyOf(axes);
  }

  /** How many combinations there are; {@link Long#MAX_VALUE} if more than can be counted. */
  public long size() {
    long size = 1;
    for (List<SettingValue> several : axes) {
      size = size > Long.MAX_VALUE / several.size() ? Long.MAX_VALUE : size * several.size();
    }
    return size;
  }

  /** Settings of which there is more than one value. */
  public List<String> varied() {
    return axes.stream()
        .filter(several -> several.size() > 1)
        .map(several -> several.getFirst().key())
        .toList();
  }

  /**
   * Combinations, each once.
   *
   * @param most how many at most; if there are more they are drawn at random
   */
  public List<List<SettingValue>> draw(int most, long seed) {
    long size = size();
    if (size <= most) {
      return LongStream.range(0, size).mapToObj(this::combination).toList();
    }
    Random random = new Random(seed);
    TreeSet<Long> drawn = new TreeSet<>();
    while (drawn.size() < most) {
      drawn.add(random.nextLong(size));
    }
    return drawn.stream().map(this::combination).toList();
  }

  /** One value of each setting; the last setting changes fastest. */
  private List<SettingValue> combination(long index) {
    List<SettingValue> combination = new ArrayList<>();
    long rest = index;
    for (List<SettingValue> several : axes.reversed()) {
      combination.addFirst(several.get((int) (rest % several.size())));
      rest /= several.size();
    }
    return combination;
  }

  /** Settings with these values in place of their own. */
  public static TrainingSettings applied(TrainingSettings base, List<SettingValue> values) {
    SettingsBuilder builder = base.change();
    values.forEach(value -> value.applyTo(builder));
    return builder.build();
  }
}
