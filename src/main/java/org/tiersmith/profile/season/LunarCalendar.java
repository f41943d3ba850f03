package org.tiersmith.profile.season;

import java.time.LocalDate;

/**
 * The Chinese lunisolar calendar by its astronomical rule (GB/T 33661-2017): a month begins on the
 * day of a new moon in Beijing, the eleventh month holds the winter solstice, and of thirteen
 * months between two such months the first in which the sun enters no new twelfth of its path is a
 * leap month.
 */
final class LunarCalendar {
  private static final int LEAP_YEAR = 13;
  private static final double MONTH = 29.530588861;

  private LunarCalendar() {}

  /**
   * A date of the lunar year that begins in a Gregorian year.
   *
   * @param month 1 to 10; never a leap month
   * @param day 1 to 30
   */
  static LocalDate date(int year, int month, int day) {
    long from = eleventhMonth(year - 1);
    long to = eleventhMonth(year);
    boolean leap = Math.round((to - from) / MONTH) == LEAP_YEAR;
    int places = month + 1;
    if (leap && leapMonth(from) <= places) {
      places++;
    }
    return LocalDate.ofEpochDay(newMoonAfter(from, places) + day - 1);
  }

  /** First day of the month with the winter solstice of a year. */
  private static long eleventhMonth(int year) {
    return newMoonBefore(SkyTimes.solarLongitudeDay(year, 270));
  }

  /** Which month after an eleventh one is the leap month, if there is one: 1 for the next. */
  private static int leapMonth(long eleventh) {
    for (int i = 1; i < LEAP_YEAR; i++) {
      long start = newMoonAfter(eleventh, i);
      if (twelfth(start) == twelfth(newMoonAfter(eleventh, i + 1))) {
        return i;
      }
    }
    throw new IllegalStateException("thirteen months without a leap month");
  }

  /** The twelfth of the sun's path that the sun is in as a day begins. */
  private static int twelfth(long day) {
    return (int) Math.floor(SkyTimes.solarLongitude(day) / 30);
  }

  /** The day of the new moon so many months after one. */
  private static long newMoonAfter(long newMoon, int months) {
    return SkyTimes.newMoonDay(SkyTimes.lunation(newMoon) + months);
  }

  private static long newMoonBefore(long day) {
    long lunation = SkyTimes.lunation(day) + 1;
    while (SkyTimes.newMoonDay(lunation) > day) {
      lunation--;
    }
    return SkyTimes.newMoonDay(lunation);
  }
}
