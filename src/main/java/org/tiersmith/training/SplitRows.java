package org.tiersmith.training;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tiersmith.model.Examples;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Split;

/**
 * Rows of the examples by what they are used for.
 *
 * @param train to learn from
 * @param validation to choose and calibrate by; of very many a part, drawn at random
 * @param test to measure by; may be empty
 */
record SplitRows(int[] train, int[] validation, int[] test) {
  private static final Split[] SPLITS = Split.values();

  /** More don't tell better which weights are best, and each validation reads them all. */
  static final int MOST_VALIDATION = 20_000;

  /**
   * Sorts examples by split.
   *
   * @param mostTrain most training rows, drawn at random; 0 for all
   * @throws Problem if there is too little to learn from or to choose by
   */
  static SplitRows of(Examples examples, int mostTrain, long seed) {
    int[] train = rows(examples, Split.TRAIN);
    int[] validation = rows(examples, Split.VALIDATION);
    check(
        examples,
        train,
        "training.one-outcome",
        "Of {0} training examples {1} ended in a purchase; a model needs both outcomes. Nothing was"
            + " started; import exposures that did not lead to a purchase too, or more data.");
    check(
        examples,
        validation,
        "training.one-outcome-validation",
        "Of {0} validation examples {1} ended in a purchase; the best weights can''t be chosen"
            + " without both outcomes. Nothing was started; split by customer, or import more"
            + " data.");
    return new SplitRows(
        mostTrain == 0 ? train : drawn(train, mostTrain, seed),
        validation.length <= MOST_VALIDATION
            ? validation
            : drawn(validation, MOST_VALIDATION, seed),
        rows(examples, Split.TEST));
  }

  /** Validation, then test. */
  int[] heldOut() {
    return IntStream.concat(Arrays.stream(validation), Arrays.stream(test)).toArray();
  }

  private static void check(Examples examples, int[] rows, String key, String pattern) {
    long bought = Arrays.stream(rows).filter(row -> examples.purchased()[row]).count();
    if (bought == 0 || bought == rows.length) {
      throw Problem.of(key, pattern, rows.length, bought);
    }
  }

  private static int[] rows(Examples examples, Split split) {
    return IntStream.range(0, examples.size())
        .filter(row -> SPLITS[examples.split()[row]] == split)
        .toArray();
  }

  private static int[] drawn(int[] rows, int most, long seed) {
    List<Integer> all = Arrays.stream(rows).boxed().collect(Collectors.toList());
    Collections.shuffle(all, new Random(seed));
    return all.stream().limit(most).mapToInt(Integer::intValue).sorted().toArray();
  }
}
