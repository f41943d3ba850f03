package org.tiersmith.training;

import org.tiersmith.model.EncoderForm;

/**
 * Settings that suit so many training examples on such a machine.
 *
 * <p>Few examples are gone over more often, and the validation after each epoch ends that when it
 * no longer helps. Many are gone over once. What time allows is reckoned for a CPU of two cores at
 * the pace of a small encoder there (cross: 40 examples a second in training and 120 pairs in
 * reading; two-tower: 45 and 160 texts, where no two examples share one): of more than {@value
 * #USUAL_TO} examples the encoder learns from a random part only, and the head before it from five
 * times as many, so that a run stays within an hour. A GPU goes over them all. From {@value
 * #USUAL_FROM} examples on to {@value #USUAL_TO} the settings are those of {@link
 * TrainingSettings#defaults}.
 */
public final class Proposal {
  /** Where the usual settings begin: below, more epochs help. */
  static final int USUAL_FROM = 12_000;

  /** Where they end: beyond, going over all of them takes too long on a CPU. */
  static final int USUAL_TO = 36_000;

  /** Beyond so many a GPU goes over them once, too. */
  private static final int ONCE_ON_GPU = 500_000;

  /** From so many on an epoch is long enough to be stopped within. */
  private static final int OFTEN_VALIDATED = 100_000;

  private static final int VALIDATIONS = 4;
  private static final int SMALL = 5_000;

  private Proposal() {}

  /**
   * The settings.
   *
   * @param examples to train on, without those held out
   * @param gpu whether it runs on one
   */
  public static TrainingSettings of(EncoderForm form, long examples, boolean gpu) {
    TrainingSettings usual = TrainingSettings.defaults(form);
    return usual
        .change()
        .sizes(
            epochs(form, examples, gpu), usual.batch(), usual.maxLength(), gpu ? 0 : most(examples))
        .tuning(tuning(usual.tuning(), examples, gpu))
        .build();
  }

  private static int epochs(EncoderForm form, long examples, boolean gpu) {
    if (form == EncoderForm.TWO_TOWER) {
      return examples < 3_000 ? 3 : examples < USUAL_FROM ? 2 : 1;
    }
    if (examples >= USUAL_FROM) {
      return examples <= (gpu ? ONCE_ON_GPU : USUAL_TO) ? 2 : 1;
    }
    return examples < 2_000 ? 6 : examples < 4_000 ? 5 : examples < 7_000 ? 4 : 3;
  }

  /** 0 for all: later imports may bring more. */
  private static int most(long examples) {
    return examples > USUAL_TO ? USUAL_TO : 0;
  }

  /** The head learns from vectors, so its epochs cost seconds, and it stops by itself. */
  private static Tuning tuning(Tuning usual, long examples, boolean gpu) {
    int head = usual.headEpochs();
    int headEpochs = examples < SMALL ? 2 * head : examples > OFTEN_VALIDATED ? head / 2 : head;
    boolean often = gpu && examples > OFTEN_VALIDATED;
    return usual.with(
        headEpochs,
        often ? VALIDATIONS : usual.validations(),
        often ? VALIDATIONS : usual.patience());
  }
}
