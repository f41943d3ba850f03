package org.tiersmith.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tiersmith.model.Text;
import org.tiersmith.training.metrics.ThresholdTable;

/** One number of the examples, as a suspect. */
final class LeakColumn {
  /** Of fewer rows of either outcome nothing is said. */
  private static final int LEAST_ROWS = 30;

  private final String name;
  private final float[] values;
  private final boolean[] bought;
  private final long buyers;

  private LeakColumn(String name, float[] values, boolean[] bought) {
    this.name = name;
    this.values = values;
    this.bought = bought;
    this.buyers = IntStream.range(0, bought.length).filter(i -> bought[i]).count();
  }

  /** A leak by the numbers' order, else the worst by a value or by gaps, if there is one. */
  static Optional<Leak> of(String name, float[] values, boolean[] bought) {
    LeakColumn column = new LeakColumn(name, values, bought);
    return column.byOrder().or(column::byValue);
  }

  private Optional<Leak> byOrder() {
    int[] known = IntStream.range(0, values.length).filter(i -> !Float.isNaN(values[i])).toArray();
    double[] numbers = Arrays.stream(known).mapToDouble(i -> values[i]).toArray();
    boolean[] outcomes = new boolean[known.length];
    for (int i = 0; i < known.length; i++) {
      outcomes[i] = bought[known[i]];
    }
    ThresholdTable table = ThresholdTable.of(numbers, outcomes);
    double strength = Math.abs(table.auc() - 0.5);
    if (Math.min(table.positives(), table.rows() - table.positives()) < LEAST_ROWS
        || !(strength > Leak.NEARLY_PERFECT)) {
      return Optional.empty();
    }
    return Optional.of(
        new Leak(
            strength,
            Text.of(
                "leak.order",
                "The column {0} alone tells who bought almost without fail (AUC"
                    + " {1,number,0.000} on the training examples). It was probably filled in after"
                    + " the purchase: the test looks better than use will be. Drop the column and"
                    + " train again, unless it is known beforehand.",
                name,
                0.5 + strength)));
  }

  private Optional<Leak> byValue() {
    List<Leak> leaks = new ArrayList<>();
    int[] order = order();
    for (int from = 0, to; from < order.length; from = to) {
      to = from;
      long here = 0;
      float value = values[order[from]];
      while (to < order.length && Float.compare(values[order[to]], value) == 0) {
        here += bought[order[to++]] ? 1 : 0;
      }
      LeakPattern pattern = new LeakPattern(here, to - from - here, buyers, values.length - buyers);
      if (enough() && pattern.leaks()) {
        leaks.add(new Leak(pattern.strength(), text(value, pattern)));
      }
    }
    return leaks.stream().max(Comparator.comparingDouble(Leak::strength));
  }

  /** Rising values, gaps last; key and index share a long, so that a primitive sort serves. */
  private int[] order() {
    long[] keys = new long[values.length];
    for (int i = 0; i < keys.length; i++) {
      int bits = Float.floatToIntBits(values[i]);
      keys[i] = (long) (bits < 0 ? ~bits ^ Integer.MIN_VALUE : bits) << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  private boolean enough() {
    return Math.min(buyers, values.length - buyers) >= LEAST_ROWS;
  }

  private Text text(float value, LeakPattern pattern) {
    long rows = pattern.bought() + pattern.passed();
    if (Float.isNaN(value)) {
      return Text.of(
          "leak.gap",
          "Whether the column {0} is empty tells who bought: of {1} training examples where it is,"
              + " {2} ended in a purchase. It was probably filled in after the purchase: the test"
              + " looks better than use will be. Drop the column and train again, unless it is"
              + " known beforehand.",
          name,
          rows,
          pattern.bought());
    }
    return Text.of(
        "leak.value",
        "The value {1} of the column {0} tells who bought: of {2} training examples that have it,"
            + " {3} ended in a purchase. It was probably filled in after the purchase: the test"
            + " looks better than use will be. Drop the column and train again, unless it is known"
            + " beforehand.",
        name,
        value,
        rows,
        pattern.bought());
  }
}
