package org.tiersmith.profile.season;

/** What demand is counted in. */
public enum Measure {
  UNITS,
  REVENUE
}
