package org.tiersmith.profile.season;

import java.time.LocalDate;

/**
 * New moons and the sun's longitude on days of Beijing time (UTC+8), after Meeus, Astronomical
 * Algorithms, chapters 25 and 49; good to a few minutes between 1900 and 2100.
 */
final class SkyTimes {
  private static final double EPOCH_2000 = 2451545.0;
  private static final double EPOCH_1970 = 2440587.5;
  private static final double BEIJING = 8 / 24.0;
  private static final double MONTH = 29.530588861;
  private static final double YEAR = 365.2422;

  /** New moon of lunation 0, as a Julian date: 6 January 2000. */
  private static final double FIRST = 2451550.09766;

  private SkyTimes() {}

  /** The number of the lunation whose mean new moon is nearest to a day since 1970. */
  static long lunation(long day) {
    return Math.round((day + EPOCH_1970 - FIRST) / MONTH);
  }

  /** The day since 1970 on which a lunation's new moon falls. */
  static long newMoonDay(long lunation) {
    return day(newMoon(lunation));
  }

  /** The sun's apparent longitude in degrees as a day since 1970 begins. */
  static double solarLongitude(long day) {
    double universal = day + EPOCH_1970 - BEIJING;
    return longitude(universal + deltaT(universal));
  }

  /** The day since 1970 on which the sun comes to a longitude in a year. */
  static long solarLongitudeDay(int year, double degrees) {
    double start = LocalDate.of(year, 3, 20).toEpochDay() + EPOCH_1970;
    // From January to the March equinox the sun is in the last quarter of its path.
    double turns = degrees >= 285 ? degrees - 360 : degrees;
    double time = start + turns / 360 * YEAR;
    for (int i = 0; i < 6; i++) {
      double ahead = Math.IEEEremainder(degrees - longitude(time), 360);
      time += ahead / 360 * YEAR;
    }
    return day(time);
  }

  private static long day(double terrestrial) {
    return (long) Math.floor(terrestrial - deltaT(terrestrial) + BEIJING - EPOCH_1970);
  }

  /** Terrestrial less universal time in days (polynomials of Espenak and Meeus, simplified). */
  private static double deltaT(double julian) {
    double year = 2000 + (julian - EPOCH_2000) / 365.25;
    double t = year - 2000;
    double seconds =
        year < 1986
            ? 45.45 + 1.067 * (year - 1975) - (year - 1975) * (year - 1975) / 260
            : year < 2005
                ? 63.86 + 0.3345 * t - 0.060374 * t * t + 0.0017275 * t * t * t
                : 62.92 + 0.32217 * t + 0.005589 * t * t;
    return seconds / 86_400;
  }

  private static double longitude(double terrestrial) {
    double t = (terrestrial - EPOCH_2000) / 36_525;
    double anomaly = 357.52911 + 35_999.05029 * t - 0.0001537 * t * t;
    double centre =
        (1.914602 - 0.004817 * t - 0.000014 * t * t) * sin(anomaly)
            + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
            + 0.000289 * sin(3 * anomaly);
    double mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t;
    double apparent = mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
    return ((apparent % 360) + 360) % 360;
  }

  private static double newMoon(long k) {
    double t = k / 1236.85;
    double e = 1 - 0.002516 * t - 0.0000074 * t * t;
    double sun = 2.5534 + 29.10535670 * k - 0.0000014 * t * t;
    double moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
    double f = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
    double node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t;
    double mean = FIRST + MONTH * k + 0.00015437 * t * t;
    double periodic =
        -0.40720 * sin(moon)
            + 0.17241 * e * sin(sun)
            + 0.01608 * sin(2 * moon)
            + 0.01039 * sin(2 * f)
            + 0.00739 * e * sin(moon - sun)
            - 0.00514 * e * sin(moon + sun)
            + 0.00208 * e * e * sin(2 * sun)
            - 0.00111 * sin(moon - 2 * f)
            - 0.00057 * sin(moon + 2 * f)
            + 0.00056 * e * sin(2 * moon + sun)
            - 0.00042 * sin(3 * moon)
            + 0.00042 * e * sin(sun + 2 * f)
            + 0.00038 * e * sin(sun - 2 * f)
            - 0.00024 * e * sin(2 * moon - sun)
            - 0.00017 * sin(node);
    double planets =
        0.000325 * sin(299.77 + 0.107408 * k - 0.009173 * t * t)
            + 0.000165 * sin(251.88 + 0.016321 * k)
            + 0.000164 * sin(251.83 + 26.651886 * k)
            + 0.000126 * sin(349.42 + 36.412478 * k)
            + 0.000110 * sin(84.66 + 18.206239 * k);
    return mean + periodic + planets;
  }

  private static double sin(double degrees) {
    return Math.sin(Math.toRadians(degrees));
  }
}
