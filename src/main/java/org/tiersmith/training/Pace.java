package org.tiersmith.training;

import org.tiersmith.model.EncoderForm;

/**
 * How fast a machine trains.
 *
 * @param trained examples a second that the optimiser's steps take
 * @param answered pairs a second that a cross-encoder answers without learning
 * @param read texts a second that are read by themselves, by two towers and by the head's training
 */
public record Pace(double trained, double answered, double read) {

  /**
   * How much there is to learn from.
   *
   * @param train training examples
   * @param validation validation examples
   * @param test test examples
   * @param texts different texts among them all; each is read once
   * @param rare share of the rarer outcome, 0 to one half
   */
  public record Amount(long train, long validation, long test, long texts, double rare) {
    /** How many of the texts are expected among so many examples. */
    double texts(long examples) {
      return texts == 0 ? 0 : -texts * Math.expm1(-2.0 * examples / texts);
    }
  }

  /**
   * Seconds that a run takes if it does not stop early: its steps, and all that is read besides, by
   * the head before them, at each validation and at the end.
   */
  public double seconds(TrainingSettings settings, Amount amount) {
    int most = settings.maxExamples();
    long learned = most == 0 ? amount.train() : Math.min(most, amount.train());
    long validated =
        SplitRows.heldOut(amount.validation(), amount.rare(), SplitRows.MOST_VALIDATION);
    long heldOut = validated + SplitRows.heldOut(amount.test(), amount.rare(), SplitRows.MOST_TEST);
    long validations = (long) settings.epochs() * settings.tuning().validations();
    double seconds = settings.epochs() * learned / trained;
    if (settings.tuning().headEpochs() > 0) {
      long head =
          most == 0
              ? amount.train()
              : Math.min(amount.train(), RunStart.HEAD_EXAMPLES * (long) most);
      seconds += amount.texts(head + validated) / read;
    }
    return settings.form() == EncoderForm.CROSS
        ? seconds + (validations * validated + heldOut) / answered
        : seconds + ((validations + 1) * amount.texts(validated) + amount.texts(heldOut)) / read;
  }
}
