package org.tiersmith.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tiersmith.model.Examples;
import org.tiersmith.model.FeatureTable;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.model.Split;
import org.tiersmith.model.Text;

/**
 * Looks for what gives the outcome away: one number, value, gap or word that alone tells buyers
 * from others almost without fail. Honest features hardly ever do, so it was probably written down
 * after the purchase; a model that reads it shines in the test and fails in use.
 */
public final class LeakCheck {
  /** What a person reads at once. */
  private static final int MOST = 3;

  /** Enough to see what is nearly perfect. */
  private static final int MOST_ROWS = 200_000;

  private static final String DISCOUNT = "discount_rate";

  private final Examples examples;
  private final int[] rows;
  private final boolean[] bought;
  private final List<Leak> found = new ArrayList<>();

  private LeakCheck(Examples examples, int[] rows) {
    this.examples = examples;
    this.rows = rows;
    this.bought = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      bought[i] = examples.purchased()[rows[i]];
    }
  }

  /** What gives the outcome away on the training examples, the worst first; usually nothing. */
  public static List<Text> of(Examples examples) {
    LeakCheck check = new LeakCheck(examples, rows(examples));
    check.numbers();
    check.words();
    return check.found.stream()
        .sorted(Comparator.comparingDouble(Leak::strength).reversed())
        .limit(MOST)
        .map(Leak::text)
        .toList();
  }

  private static int[] rows(Examples examples) {
    int[] train =
        IntStream.range(0, examples.size())
            .filter(row -> examples.split()[row] == (byte) Split.TRAIN.ordinal())
            .toArray();
    int step = 1 + (train.length - 1) / MOST_ROWS;
    return IntStream.range(0, train.length).filter(i -> i % step == 0).map(i -> train[i]).toArray();
  }

  private void numbers() {
    PairFeatures features = examples.features();
    List<String> names = NumberScaling.names(features);
    float[] values = new float[rows.length];
    for (int column = 0; column < names.size(); column++) {
      for (int i = 0; i < rows.length; i++) {
        values[i] = NumberScaling.value(features, rows[i], column);
      }
      LeakColumn.of(names.get(column), values, bought).ifPresent(found::add);
    }
    for (int i = 0; i < rows.length; i++) {
      values[i] = examples.discount()[rows[i]];
    }
    LeakColumn.of(DISCOUNT, values, bought).ifPresent(found::add);
  }

  private void words() {
    PairFeatures features = examples.features();
    words(LeakWords.Side.CUSTOMER, features.customers(), features.customer());
    words(LeakWords.Side.PRODUCT, features.products(), features.product());
  }

  private void words(LeakWords.Side side, FeatureTable table, int[] textOf) {
    LeakWords words = new LeakWords(table.texts());
    for (int i = 0; i < rows.length; i++) {
      words.add(textOf[rows[i]], bought[i]);
    }
    found.addAll(words.leaks(side));
  }
}
