package org.tiersmith.response;

/**
 * The alpha that the learned response suggests for a group of pairs. The target rule lifts a pair
 * just to its target when {@code alpha = 1 / k}; for a group this is {@code 1 / mean k}.
 *
 * <p>The interval covers 95 %: delta method on {@code ln alpha}, its variance clustered by customer
 * because one customer's pairs resemble each other. It tells how well the mean of the
 * <em>predicted</em> k is known from these customers; it does not hold the model's own error.
 *
 * @param alpha {@code 1 / mean k}; infinite when no pair answers a discount, NaN without pairs
 * @param low lower end; NaN with fewer than two customers
 * @param high upper end; NaN with fewer than two customers
 * @param pairs how many pairs it rests on
 * @param customers how many customers these belong to
 */
public record AlphaEstimate(double alpha, double low, double high, long pairs, long customers) {}
