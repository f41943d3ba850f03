package org.tiersmith.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Draws points in time at which a shop is open. */
final class Moments {
  private static final LocalTime OPENS = LocalTime.of(7, 0);
  private static final int OPEN_MINUTES = 16 * 60;

  private Moments() {}

  /** A minute of the opening hours on a day in [from, to). */
  static LocalDateTime between(Draws draws, LocalDate from, LocalDate to) {
    int days = Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    return from.plusDays(draws.below(days)).atTime(OPENS).plusMinutes(draws.below(OPEN_MINUTES));
  }
}
