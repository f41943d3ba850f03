package org.tiersmith.profile.churn;

import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/**
 * What can be said of customers who stay away.
 *
 * @param refusal why there is no risk; null where there is one
 * @param horizonDays how far the risk looks ahead
 * @param usualGap the shop's median days between two orders of a customer
 * @param test how well it does; null where there is no risk
 * @param model what gives the risks of now; null where there is none
 */
public record ChurnReport(
    @Nullable Text refusal,
    int horizonDays,
    double usualGap,
    @Nullable ChurnTest test,
    @Nullable RiskModel model) {

  static ChurnReport refused(Text why, int horizonDays, double usualGap) {
    return new ChurnReport(why, horizonDays, usualGap, null, null);
  }
}
