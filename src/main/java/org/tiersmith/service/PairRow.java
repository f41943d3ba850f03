package org.tiersmith.service;

import org.tiersmith.strategy.BoundBy;

/**
 * One pair as a table shows it.
 *
 * @param pair index in the portfolio
 * @param title the product's title, its id where there is none
 * @param probability at list price, in (0, 1)
 * @param rate granted discount rate
 * @param price after the discount
 * @param boundBy what lowered the tier
 * @param incrementalProfit expected, against no discount; NaN when the cost is unknown
 */
public record PairRow(
    int pair,
    String customerId,
    String productId,
    String title,
    String segment,
    double probability,
    double listPrice,
    double rate,
    double price,
    BoundBy boundBy,
    double incrementalProfit) {}
