package org.tiersmith.training.metrics;

/**
 * What a rule with one threshold would have cost and brought on the examples, in the shop's
 * currency; expectations, see {@link MoneyTable}.
 *
 * @param given examples that would have got the discount
 * @param waste cost of wrong discounts: given to those who would have bought anyway
 * @param spared waste that the rule avoided, on those it gave nothing
 * @param discountCost all discount given, wasted or not
 * @param won profit, after discount, of purchases that only the discount brings; of examples with a
 *     known unit cost, NaN if there is none
 * @param missed such profit on those the rule gave nothing; NaN as above
 * @param incrementalProfit won less waste, both of examples with a known unit cost; NaN as above
 * @param costKnown examples with a known unit cost
 */
public record DiscountMoney(
    long given,
    double waste,
    double spared,
    double discountCost,
    double won,
    double missed,
    double incrementalProfit,
    long costKnown) {}
