package org.tiersmith.training.metrics;

import org.tiersmith.model.Evaluation;

/**
 * The curves over all thresholds, thinned to what a drawing shows; see {@link Curves}.
 *
 * @param gain by example
 * @param gainByCustomer by customer
 * @param lift of {@code gain}
 */
public record EvaluationCurves(
    Curve roc, Curve precisionRecall, Curve gain, Curve gainByCustomer, Curve lift) {

  /**
   * The curves of some examples.
   *
   * @param table of their probabilities and outcomes
   */
  public static EvaluationCurves of(Evaluation examples, ThresholdTable table) {
    Curve gain = Curves.gain(table);
    return new EvaluationCurves(
        Curves.roc(table),
        Curves.precisionRecall(table),
        gain,
        Curves.gainByCustomer(examples.customer(), examples.p(), examples.purchased()),
        Curves.lift(gain));
  }
}
