package org.tiersmith.profile.season;

/**
 * How a forecast did on weeks that it was not chosen by.
 *
 * @param weeks held out
 * @param wmape sum of absolute errors over the sum of what was; NaN where that is 0
 * @param mase mean absolute error over that of one naive step within the weeks before (Hyndman and
 *     Koehler, 2006); NaN where that is 0
 * @param naiveWmape of the naive forecast
 * @param naiveMase of the naive forecast
 * @param covered share of the weeks that lay within the interval
 */
public record ForecastErrors(
    int weeks, double wmape, double mase, double naiveWmape, double naiveMase, double covered) {

  /** Whether the naive forecast did worse. */
  public boolean wins() {
    return wmape < naiveWmape;
  }
}
