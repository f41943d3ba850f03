package org.tiersmith.profile.season;

/** A way to forecast weeks. */
interface Method {
  /** Weeks of a year. */
  int YEAR = 52;

  /** Its name, for people who know the field. */
  String name();

  /** Weeks that it needs to forecast so many ahead. */
  int needs(int ahead);

  /**
   * What the series would have been expected to be, week for week (NaN where there was nothing to
   * go by), and its weeks to come. Never negative, and never with regard to a later week.
   *
   * @param series at least {@link #needs} weeks
   */
  Fit fit(WeeklySeries series, int ahead);

  /**
   * Weeks as expected.
   *
   * @param fitted one a week of the series
   * @param ahead one a week to come
   */
  record Fit(double[] fitted, double[] ahead) {}
}
