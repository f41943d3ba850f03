package org.tiersmith.ui.kit;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.ui.kit.KeyFigure.Tone;

/**
 * Figures of several scenarios, to be compared side by side.
 *
 * @param scenarios the names, a column each
 * @param figures a row each
 * @param base index of the scenario that the others' changes are against
 */
public record Comparison(List<String> scenarios, List<Figure> figures, int base) {

  /** Which values of a figure are the better ones. */
  public enum Better {
    HIGHER,
    LOWER,
    NEITHER
  }

  /**
   * A figure of all scenarios.
   *
   * @param values one a scenario; NaN where it is unknown
   * @param format how a value is written
   * @param difference how the difference to the base is written, without its sign if it is
   *     positive; null for the change in percent
   */
  public record Figure(
      String name,
      Better better,
      double[] values,
      DoubleFunction<String> format,
      @Nullable DoubleFunction<String> difference) {

    /** Whether that value is the best of all; of equal ones each, and none where all are equal. */
    boolean isBest(int scenario) {
      double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
      double high = Arrays.stream(known).max().orElse(Double.NaN);
      double low = Arrays.stream(known).min().orElse(Double.NaN);
      double best = better == Better.HIGHER ? high : low;
      return better != Better.NEITHER && high != low && values[scenario] == best;
    }

    /** The change against the base with its sign; empty where there is none to tell. */
    String change(int scenario, int base, Formats formats) {
      double by = values[scenario] - values[base];
      if (scenario == base || Double.isNaN(by)) {
        return "";
      }
      if (difference != null) {
        return formats.signed(by, difference.apply(by));
      }
      double share = by / Math.abs(values[base]);
      return Double.isFinite(share) ? formats.signed(share, formats.percent(share, 1)) : "";
    }

    Tone tone(int scenario, int base) {
      double by = values[scenario] - values[base];
      if (better == Better.NEITHER || Double.isNaN(by) || by == 0) {
        return Tone.NEUTRAL;
      }
      return by > 0 == (better == Better.HIGHER) ? Tone.GOOD : Tone.BAD;
    }
  }

  public Comparison {
    scenarios = List.copyOf(scenarios);
    figures = List.copyOf(figures);
    int columns = scenarios.size();
    if (figures.stream().anyMatch(figure -> figure.values().length != columns)) {
      throw new IllegalArgumentException("A figure has not one value for each scenario");
    }
    if (base < 0 || base >= Math.max(1, columns)) {
      throw new IllegalArgumentException("No scenario " + base);
    }
  }

  /** The values as they are saved. */
  ValueTable values(String nameHeading) {
    ValueTable table =
        new ValueTable(
            IntStream.rangeClosed(0, scenarios.size())
                .mapToObj(i -> i == 0 ? nameHeading : scenarios.get(i - 1))
                .toList());
    for (Figure figure : figures) {
      table.row(
          IntStream.rangeClosed(0, scenarios.size())
              .<Object>mapToObj(i -> i == 0 ? figure.name() : (Object) figure.values()[i - 1])
              .toList());
    }
    return table;
  }
}
