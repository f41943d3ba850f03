package org.tiersmith.profile.season;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Weeks without a gap.
 *
 * @param firstWeek the Monday on which the first begins
 * @param values a week
 */
public record WeeklySeries(LocalDate firstWeek, double[] values) {

  public int size() {
    return values.length;
  }

  /** The Monday on which a week begins; may lie behind the last. */
  public LocalDate week(int index) {
    return firstWeek.plusWeeks(index);
  }

  /** The first weeks. */
  WeeklySeries first(int weeks) {
    return new WeeklySeries(firstWeek, Arrays.copyOf(values, weeks));
  }

  double mean() {
    return Arrays.stream(values).average().orElse(0);
  }
}
