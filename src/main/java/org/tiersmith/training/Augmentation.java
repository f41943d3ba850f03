package org.tiersmith.training;

/**
 * Texts made poorer at random while training, anew in each step, so that the model does not learn
 * them by heart.
 *
 * @param wordDropout share of words that are left out, in [0, 0.9]
 * @param fieldDropout share of sentences (a title, a brand, what was searched) that are left out,
 *     in [0, 0.9]
 */
public record Augmentation(double wordDropout, double fieldDropout) {
  /** Texts as they are. */
  public static final Augmentation NONE = new Augmentation(0, 0);

  public Augmentation {
    TrainingSettings.require(
        wordDropout >= 0 && wordDropout <= 0.9, "word-dropout", wordDropout, "0 to 0.9");
    TrainingSettings.require(
        fieldDropout >= 0 && fieldDropout <= 0.9, "field-dropout", fieldDropout, "0 to 0.9");
  }

  /** Whether anything is left out. */
  public boolean any() {
    return wordDropout > 0 || fieldDropout > 0;
  }
}
