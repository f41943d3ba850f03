package org.tiersmith.profile;

/**
 * How much somebody is interested in something.
 *
 * @param name the category, brand, topic or season
 * @param share of their purchases, 0 to 1
 * @param usual what that share is of all customers, 0 to 1
 */
public record Interest(String name, double share, double usual) {

  /** How many times the usual share it is; NaN where nobody else has any. */
  public double lift() {
    return usual > 0 ? share / usual : Double.NaN;
  }
}
