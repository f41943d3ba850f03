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

  /** What the risk means and how well it does, or why there is none. */
  public Text told() {
    if (refusal != null) {
      return refusal;
    }
    return test == null ? Text.of("churn.none", "Who stays away is not told here.") : told(test);
  }

  private Text told(ChurnTest of) {
    return Text.of(
        "churn.told",
        "Nothing bought in the next {0,number,integer} days; AUC {1,number,0.00} on"
            + " {2,number,integer} customers held out (recency alone {3,number,0.00}).",
        horizonDays,
        of.auc(),
        of.testedOn(),
        of.recencyAuc());
  }

  static ChurnReport refused(Text why, int horizonDays, double usualGap) {
    return new ChurnReport(why, horizonDays, usualGap, null, null);
  }
}
