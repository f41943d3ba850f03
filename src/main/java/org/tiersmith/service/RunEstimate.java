package org.tiersmith.service;

import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ExampleCount;
import org.tiersmith.data.ExampleSettings;
import org.tiersmith.training.Pace;
import org.tiersmith.training.TrainingSettings;

/**
 * What a run would take.
 *
 * @param examples that it would learn from in an epoch, about
 * @param steps of the optimiser in all epochs, about
 * @param seconds at a pace that was measured; NaN where none was
 */
public record RunEstimate(long examples, long steps, double seconds) {

  /**
   * The estimate for some settings.
   *
   * @param pace null where it is not known
   * @param count how many examples there are, those held out included
   */
  static RunEstimate of(TrainingSettings settings, @Nullable Pace pace, ExampleCount count) {
    long train = trainable(count);
    int most = settings.maxExamples();
    long examples = most == 0 ? train : Math.min(most, train);
    long steps = settings.epochs() * Math.ceilDiv(examples, settings.batch());
    long validation = Math.round(count.examples() * ExampleSettings.DEFAULT.validationShare());
    Pace.Amount amount =
        new Pace.Amount(
            train,
            validation,
            count.examples() - train - validation,
            count.customerTexts() + count.productTexts(),
            Math.min(count.bought(), 1 - count.bought()));
    return new RunEstimate(
        examples, steps, pace == null ? Double.NaN : pace.seconds(settings, amount));
  }

  /** How many of the examples there are to train on. */
  static long trainable(ExampleCount count) {
    return Math.round(count.examples() * ExampleSettings.DEFAULT.trainShare());
  }
}
