package org.tiersmith.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tiersmith.model.Examples;
import org.tiersmith.model.FeatureTable;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.training.metrics.ThresholdTable;

/** What numbers are worth without texts. */
final class NumberTrials {
  private NumberTrials() {}

  /** Test AUC of logistic regression on all numbers of the examples. */
  static double regression(Examples examples) {
    return regression(examples, 0);
  }

  /** The same from so many training examples at most; 0 for all. */
  static double regression(Examples examples, int mostTraining) {
    SplitRows rows = SplitRows.of(examples, mostTraining, 1);
    NumberScaling scaling = NumberScaling.fit(examples.features(), rows.train());
    LogisticRegression fitted =
        LogisticRegression.fit(
            inputs(examples, scaling, rows.train()), outcomes(examples, rows.train()));
    float[][] test = inputs(examples, scaling, rows.test());
    double[] p = Stream.of(test).mapToDouble(fitted::probability).toArray();
    return ThresholdTable.of(p, outcomes(examples, rows.test())).auc();
  }

  private static float[][] inputs(Examples examples, NumberScaling scaling, int[] rows) {
    float[][] inputs = new float[rows.length][scaling.width()];
    for (int i = 0; i < rows.length; i++) {
      scaling.write(examples.features(), rows[i], inputs[i], 0);
    }
    return inputs;
  }

  private static boolean[] outcomes(Examples examples, int[] rows) {
    boolean[] outcomes = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      outcomes[i] = examples.purchased()[rows[i]];
    }
    return outcomes;
  }

  /** The same examples with some of the numbers only. */
  static Examples only(Examples all, Set<String> kept) {
    PairFeatures features = all.features();
    FeatureTable pairs =
        new FeatureTable(
            Collections.nCopies(features.size(), ""), features.numberNames(), features.numbers());
    FeatureTable narrowed = only(pairs, kept);
    return new Examples(
        new PairFeatures(
            only(features.customers(), kept),
            only(features.products(), kept),
            features.customer(),
            features.product(),
            narrowed.numberNames(),
            narrowed.numbers()),
        all.discount(),
        all.purchased(),
        all.split(),
        all.eventIds());
  }

  private static FeatureTable only(FeatureTable table, Set<String> kept) {
    List<String> names = new ArrayList<>(table.numberNames());
    names.retainAll(kept);
    int[] columns =
        IntStream.range(0, table.numberNames().size())
            .filter(i -> kept.contains(table.numberNames().get(i)))
            .toArray();
    float[] numbers = new float[table.rows() * columns.length];
    for (int i = 0; i < numbers.length; i++) {
      int row = i / columns.length;
      numbers[i] = table.numbers()[row * table.numberNames().size() + columns[i % columns.length]];
    }
    return new FeatureTable(table.texts(), names, numbers);
  }
}
