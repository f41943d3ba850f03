package org.tiersmith.ui.model;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.tiersmith.training.metrics.Confusion;
import org.tiersmith.training.metrics.Curve;
import org.tiersmith.training.metrics.Curves;
import org.tiersmith.training.metrics.DiscountMoney;
import org.tiersmith.training.metrics.SegmentMetrics;
import org.tiersmith.training.metrics.ThresholdTable;

/** A made-up run's quality over examples that buy with the probability that they are said to. */
final class FakeQuality implements RunQuality {
  private static final int ROWS = 4512;
  private static final double PRICE = 40;

  private final ThresholdTable table;

  FakeQuality(long seed) {
    this(seed, ROWS, 0.25);
  }

  private FakeQuality(long seed, int rows, double mean) {
    Random random = new Random(seed);
    double[] p = new double[rows];
    boolean[] bought = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      p[i] = 1 / (1 + Math.exp(-(Math.log(mean / (1 - mean)) + 1.6 * random.nextGaussian())));
      bought[i] = random.nextDouble() < p[i];
    }
    table = ThresholdTable.of(p, bought);
  }

  @Override
  public Curve curve(Kind kind) {
    return switch (kind) {
      case ROC -> Curves.roc(table);
      case PRECISION_RECALL -> Curves.precisionRecall(table);
      case GAIN -> Curves.gain(table);
      case LIFT -> Curves.lift(Curves.gain(table));
    };
  }

  @Override
  public Confusion at(double threshold) {
    return table.at(threshold);
  }

  @Override
  public DiscountMoney money(double threshold, double rate) {
    Confusion now = at(threshold);
    double waste = rate * PRICE * now.falseNegatives();
    double won = 0.3 * waste;
    long given = now.falseNegatives() + now.trueNegatives();
    return new DiscountMoney(given, waste, 0, 1.2 * waste, won, 0, won - waste, given);
  }

  @Override
  public List<SegmentMetrics> segments(double threshold) {
    List<String> names = List.of("Champions", "Loyal", "New", "At risk", "Hibernating");
    return IntStream.range(0, names.size())
        .mapToObj(
            i -> {
              FakeQuality own = new FakeQuality(i, 900 - 100 * i, 0.4 - 0.07 * i);
              Confusion now = own.at(threshold);
              double rate = now.positives() / (double) now.rows();
              return new SegmentMetrics(
                  names.get(i),
                  now.rows(),
                  300,
                  rate,
                  rate,
                  own.table.auc(),
                  0.4,
                  0.015 + 0.004 * i,
                  now);
            })
        .toList();
  }
}
