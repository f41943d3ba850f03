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
  /** Choosing weights takes a standard error of the AUC below 0.01, again and again in a run. */
  static final int MOST_VALIDATION = 6_000;

  /** Measuring takes one below 0.005, once. */
  static final int MOST_TEST = 20_000;

  private static final Split[] SPLITS = Split.values();

  /**
   * Sorts examples by split. Of very many to validate or test, so many are drawn at random that the
   * figures hardly move with the draw.
   *
   * @param mostTrain most training rows, drawn at random; 0 for all
   * @throws Problem if there is too little to learn from or to choose by
   */
  static SplitRows of(Examples examples, int mostTrain, long seed) {
    int[] train = rows(examples, Split.TRAIN);
    int[] validation = drawn(rows(examples, Split.VALIDATION), MOST_VALIDATION, seed);
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
        validation,
        drawn(rows(examples, Split.TEST), MOST_TEST, seed));
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
    if (rows.length <= most) {
      return rows;
    }
    List<Integer> all = Arrays.stream(rows).boxed().collect(Collectors.toList());
    Collections.shuffle(all, new Random(seed));
    return all.stream().limit(most).mapToInt(Integer::intValue).sorted().toArray();
  }
}
