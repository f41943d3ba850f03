package org.tiersmith.profile.churn;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/**
 * How well it can be foretold that a customer buys nothing within the horizon, measured on
 * customers and days that the model has not seen.
 *
 * @param refusal why there is no risk; null where there is one, and then the rest counts
 * @param horizonDays how far it looks ahead
 * @param usualGap the shop's median days between two orders of a customer
 * @param trainedAsOf the day from which the trained-on labels look ahead
 * @param testedAsOf the same of the test
 * @param trainedOn customers trained on
 * @param testedOn other customers, tested on
 * @param trainedBase share of the customers trained on who bought nothing
 * @param testedBase the same of those tested on
 * @param auc area under the ROC curve of the test
 * @param recencyAuc the same of days since the last purchase alone, to stand beside
 * @param brier mean squared error of the test's probabilities
 * @param calibration the test's customers in tenths by rising probability
 * @param intercept log-odds of a customer with average features
 * @param terms what each feature adds to them
 */
public record ChurnReport(
    @Nullable Text refusal,
    int horizonDays,
    double usualGap,
    @Nullable LocalDate trainedAsOf,
    @Nullable LocalDate testedAsOf,
    int trainedOn,
    int testedOn,
    double trainedBase,
    double testedBase,
    double auc,
    double recencyAuc,
    double brier,
    List<Bin> calibration,
    double intercept,
    List<Term> terms) {

  /**
   * Some customers of like risk.
   *
   * @param foretold their mean probability
   * @param happened the share of them who bought nothing
   */
  public record Bin(double foretold, double happened, int customers) {}

  /**
   * What a feature adds to the log-odds: its weight for each standard deviation above the mean,
   * both of the logarithm of one more than its value.
   */
  public record Term(ChurnFeature feature, double mean, double deviation, double weight) {}

  /**
   * What a feature has to do with one customer's risk.
   *
   * @param value the feature's value
   * @param contribution what it adds to the log-odds, above 0 where it raises the risk
   */
  public record Reason(ChurnFeature feature, double value, double contribution) {}

  /** Whether risks are known. */
  public boolean isFitted() {
    return refusal == null;
  }

  /** Mean distance of foretold and happened over the calibration's bins, weighted by customers. */
  public double calibrationError() {
    double all = calibration.stream().mapToInt(Bin::customers).sum();
    return calibration.stream()
        .mapToDouble(bin -> bin.customers() / all * Math.abs(bin.foretold() - bin.happened()))
        .sum();
  }

  static ChurnReport refused(Text why, int horizonDays, double usualGap) {
    return new ChurnReport(
        why, horizonDays, usualGap, null, null, 0, 0, 0, 0, 0, 0, 0, List.of(), 0, List.of());
  }

  /** The probability that the customer buys nothing within the horizon. */
  double risk(BuyerState state) {
    double odds = intercept;
    double[] logs = state.logs(usualGap);
    for (Term term : terms) {
      odds += contribution(term, logs);
    }
    return 1 / (1 + Math.exp(-odds));
  }

  /** What makes the customer's risk, what matters most first. */
  List<Reason> reasons(BuyerState state) {
    double[] logs = state.logs(usualGap);
    return terms.stream()
        .map(
            term ->
                new Reason(
                    term.feature(),
                    state.value(term.feature(), usualGap),
                    contribution(term, logs)))
        .sorted((a, b) -> Double.compare(Math.abs(b.contribution()), Math.abs(a.contribution())))
        .toList();
  }

  private static double contribution(Term term, double[] logs) {
    return term.weight() * (logs[term.feature().ordinal()] - term.mean()) / term.deviation();
  }
}
