package org.tiersmith.training;

import org.tiersmith.model.EncoderForm;

/**
 * How fast a machine trains.
 *
 * @param trained examples a second that the optimiser's steps take
 * @param read examples a second that the network answers without learning
 */
public record Pace(double trained, double read) {

  /**
   * Seconds that a run takes if it does not stop early: its steps, and all that is read besides, by
   * the head before them, at each validation and at the end. The head reads the texts alone, which
   * is taken as reading the pairs.
   *
   * @param train training examples at hand
   * @param validation validation examples
   * @param test test examples
   */
  public double seconds(TrainingSettings settings, long train, long validation, long test) {
    int most = settings.maxExamples();
    long learned = most == 0 ? train : Math.min(most, train);
    long validations = (long) settings.epochs() * settings.tuning().validations();
    long validated = Math.min(validation, SplitRows.MOST_VALIDATION);
    long reads = validated + test + validations * validated;
    if (settings.tuning().headEpochs() > 0) {
      reads +=
          validated + (most == 0 ? train : Math.min(train, RunStart.HEAD_EXAMPLES * (long) most));
      reads += settings.form() == EncoderForm.TWO_TOWER ? validated : 0;
    }
    return settings.epochs() * learned / trained + reads / read;
  }
}
