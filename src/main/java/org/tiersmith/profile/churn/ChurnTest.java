package org.tiersmith.profile.churn;

import java.time.LocalDate;
import java.util.List;

/**
 * How well churn was foretold of customers and days that the model had not seen.
 *
 * @param trainedAsOf the day from which the labels trained on look ahead
 * @param testedAsOf the same of the test
 * @param trainedOn customers trained on
 * @param testedOn other customers, tested on
 * @param trainedBase share of the customers trained on who bought nothing
 * @param testedBase the same of those tested on
 * @param auc area under the ROC curve
 * @param recencyAuc the same of days since the last purchase alone, to stand beside
 * @param brier mean squared error of the probabilities
 * @param calibration the customers in tenths by rising probability
 */
public record ChurnTest(
    LocalDate trainedAsOf,
    LocalDate testedAsOf,
    int trainedOn,
    int testedOn,
    double trainedBase,
    double testedBase,
    double auc,
    double recencyAuc,
    double brier,
    List<Bin> calibration) {

  /**
   * Some customers of like risk.
   *
   * @param foretold their mean probability
   * @param happened the share of them who bought nothing
   */
  public record Bin(double foretold, double happened, int customers) {}

  /** Mean distance of foretold and happened over the bins, weighted by customers. */
  public double calibrationError() {
    double all = calibration.stream().mapToInt(Bin::customers).sum();
    return calibration.stream()
        .mapToDouble(bin -> bin.customers() / all * Math.abs(bin.foretold() - bin.happened()))
        .sum();
  }

  static ChurnTest of(
      RiskModel model,
      List<BuyerState> train,
      LocalDate trainDay,
      List<BuyerState> test,
      LocalDate testDay) {
    boolean[] left = RiskModel.left(test);
    Judged judged = new Judged(test.stream().mapToDouble(model::risk).toArray(), left);
    Judged byRecency = new Judged(test.stream().mapToDouble(BuyerState::recency).toArray(), left);
    return new ChurnTest(
        trainDay,
        testDay,
        train.size(),
        test.size(),
        train.stream().filter(BuyerState::left).count() / (double) train.size(),
        judged.base(),
        judged.auc(),
        byRecency.auc(),
        judged.brier(),
        judged.bins());
  }
}
