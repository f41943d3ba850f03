package org.tiersmith.response;

/**
 * The alpha that the learned response suggests for a group of pairs. The target rule lifts a pair
 * just to its target when {@code alpha = 1 / k}; for a group this is {@code 1 / mean k}.
 *
 * <p>The interval covers 95 %. Of learned sensitivities ({@link AlphaEstimator}) it is the delta
 * method on {@code ln alpha}, its variance clustered by customer because one customer's pairs
 * resemble each other: it tells how well the mean of the <em>predicted</em> k is known from these
 * customers and does not hold the model's own error. Of a fit to exposures ({@link ResponseFitter})
 * it is that of the profile likelihood, each exposure taken for itself.
 *
 * @param alpha {@code 1 / k}; infinite when nothing answers a discount, NaN without pairs
 * @param low lower end; NaN when not known, as with fewer than two customers or a single discount
 * @param high upper end, maybe infinite; NaN when not known
 * @param pairs how many pairs or exposures it rests on
 * @param customers how many customers these belong to; 0 when exposures don't tell
 */
public record AlphaEstimate(double alpha, double low, double high, long pairs, long customers) {}
