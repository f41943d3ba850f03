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
  /** Enough to choose weights by, again and again in a run, if the rarer outcome is not rare. */
  static final int MOST_VALIDATION = 6_000;

  /** Enough to measure by, once, if the rarer outcome is not rare. */
  static final int MOST_TEST = 20_000;

  /** So many of the rarer outcome are to be expected in a draw: the AUC's error hangs on them. */
  private static final int FEWEST_RARE = 1_500;

  /** Of what is held out, whatever a run's seed: runs are compared on the same examples. */
  private static final long HELD_OUT_SEED = 1;

  private static final Split[] SPLITS = Split.values();

  /**
   * Sorts examples by split. Of very many to validate or test, so many are drawn at random that the
   * figures hardly move with the draw, and more the rarer one of the outcomes is.
   *
   * @param mostTrain most training rows, drawn at random; 0 for all
   * @param seed of that draw
   * @throws Problem if there is too little to learn from or to choose by
   */
  static SplitRows of(Examples examples, int mostTrain, long seed) {
    int[] all = rows(examples, Split.TRAIN);
    int[] train = mostTrain == 0 ? all : drawn(all, mostTrain, seed);
    int[] validation = heldOut(examples, Split.VALIDATION, MOST_VALIDATION);
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
    return new SplitRows(train, validation, heldOut(examples, Split.TEST, MOST_TEST));
  }

  private static int[] heldOut(Examples examples, Split split, int usual) {
    int[] rows = rows(examples, split);
    long bought = Arrays.stream(rows).filter(row -> examples.purchased()[row]).count();
    double rare = Math.min(bought, rows.length - bought) / (double) Math.max(1, rows.length);
    return drawn(rows, (int) heldOut(rows.length, rare, usual), HELD_OUT_SEED);
  }

  /**
   * How many of the examples to validate or test are drawn.
   *
   * @param rare share of the rarer outcome, 0 to one half
   * @param usual how many are enough where it is not rare
   */
  static long heldOut(long rows, double rare, int usual) {
    double most = Math.max(usual, FEWEST_RARE / Math.max(rare, Double.MIN_NORMAL));
    return most >= rows ? rows : (long) most;
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
