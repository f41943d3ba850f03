package org.tiersmith.cli;

import java.util.List;
import org.tiersmith.model.DiscountRate;
import org.tiersmith.service.RunEvaluation;
import org.tiersmith.training.metrics.DiscountMoney;
import org.tiersmith.training.metrics.DiscountTo;

/** What a run's probabilities are good for, in words. */
final class UseReport {
  private static final double TOP = 0.2;
  private static final DiscountRate RATE = new DiscountRate(0.1);

  private UseReport() {}

  static List<String> lines(RunEvaluation test) {
    return test.confusion(0).positives() == 0 ? List.of() : List.of(reach(test), money(test));
  }

  private static String reach(RunEvaluation test) {
    double exposures = test.curves().gain().at(TOP);
    return String.format(
        "The %.0f %% of exposures that look best hold %.0f %% of the purchases (lift %.1f), the"
            + " same share of customers %.0f %%",
        100 * TOP, 100 * exposures, exposures / TOP, 100 * test.curves().gainByCustomer().at(TOP));
  }

  private static String money(RunEvaluation test) {
    double threshold = test.bestThreshold(RATE, DiscountTo.BELOW);
    if (Double.isNaN(threshold)) {
      return "Without unit costs nobody knows what a discount would have earned";
    }
    DiscountMoney money = test.money(threshold, RATE, DiscountTo.BELOW);
    return money.incrementalProfit() > 0
        ? String.format(
            "A discount of %.0f %% for those below probability %.3f at list price would have earned"
                + " %,.2f, with %,.2f given to those who would have bought anyway",
            100 * RATE.value(), threshold, money.incrementalProfit(), money.waste())
        : String.format(
            "A discount of %.0f %% would not have paid for any group below a probability",
            100 * RATE.value());
  }
}
