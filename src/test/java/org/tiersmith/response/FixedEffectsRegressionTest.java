package org.tiersmith.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Problem;

class FixedEffectsRegressionTest {
  private static final double[] LISTED = {
    -2.48, -1.40, -2.78, -3.20, -2.35, -1.77, -2.27, -2.03, -3.28, -2.81, -1.12
  };

  /** Log quantity on the log of the own price, deal and feature, with store fixed effects. */
  @Test
  void findsTheListedElasticitiesOfOrangeJuice() {
    SharedCsv csv = SharedCsv.read("orange_juice", "orange_juice.csv.gz");
    for (int brand = 1; brand <= LISTED.length; brand++) {
      String name = "" + brand;
      int[] rows =
          IntStream.range(0, csv.rows().size())
              .filter(i -> csv.text(i, "brand").equals(name))
              .toArray();
      String price = "price" + brand;
      FixedEffectsRegression fit =
          FixedEffectsRegression.fit(
              Arrays.stream(rows).map(i -> (int) csv.number(i, "store")).toArray(),
              column(csv, rows, "logmove"),
              Arrays.stream(column(csv, rows, price)).map(Math::log).toArray(),
              column(csv, rows, "deal"),
              column(csv, rows, "feat"));

      assertThat(fit.coefficients()[0]).as(price).isCloseTo(LISTED[brand - 1], within(0.02));
      assertThat(fit.groups()).isEqualTo(83);
      assertThat(fit.standardErrors()[0]).isBetween(0.01, 0.1);
    }
  }

  @Test
  void findsTheElasticityWhateverTheStores() {
    SplittableRandom random = new SplittableRandom(2);
    int[] store = random.ints(20_000, 0, 50).toArray();
    double[] effect = random.doubles(50, -5, 5).toArray();
    double[] price = new double[store.length];
    double[] deal = new double[store.length];
    double[] quantity = new double[store.length];
    for (int i = 0; i < store.length; i++) {
      // Dear stores sell more: without the stores' effects the elasticity would look positive.
      price[i] = effect[store[i]] + random.nextDouble(-0.5, 0.5);
      deal[i] = random.nextInt(2);
      quantity[i] = 3 * effect[store[i]] - 2.4 * price[i] + 0.7 * deal[i] + random.nextDouble();
    }
    FixedEffectsRegression fit = FixedEffectsRegression.fit(store, quantity, price, deal);

    assertThat(fit.coefficients()[0]).isCloseTo(-2.4, within(4 * fit.standardErrors()[0]));
    assertThat(fit.coefficients()[1]).isCloseTo(0.7, within(4 * fit.standardErrors()[1]));
    assertThat(fit.standardErrors()[0]).isBetween(0.005, 0.01);
    assertThat(fit.rSquared()).isBetween(0.8, 1.0);
  }

  /** Two rows per group are their difference; 2 = b 1 and 4 = b 3 give b = 14/10. */
  @Test
  void isThatOfDifferencesByHand() {
    FixedEffectsRegression fit =
        FixedEffectsRegression.fit(
            new int[] {0, 0, 2, 2}, new double[] {1, 3, 5, 9}, new double[] {0, 1, 0, 3});

    assertThat(fit.coefficients()[0]).isCloseTo(1.4, within(1e-14));
    assertThat(fit.groups()).isEqualTo(2);
    assertThat(fit.rSquared()).isCloseTo(0.98, within(1e-14));
    assertThat(fit.standardErrors()[0]).isCloseTo(Math.sqrt(0.2 / 5), within(1e-14));
  }

  @Test
  void refusesWhatDoesNotVary() {
    int[] group = {0, 0, 1, 1};
    double[] y = {1, 2, 3, 4};
    assertThatThrownBy(() -> FixedEffectsRegression.fit(group, y, new double[] {1, 1, 2, 2}))
        .isInstanceOf(Problem.class);
    double[] x = {0, 1, 0, 2};
    double[] twice = {0, 2, 0, 4};
    assertThatThrownBy(() -> FixedEffectsRegression.fit(group, y, x, twice))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> FixedEffectsRegression.fit(group, y, new double[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] column(SharedCsv csv, int[] rows, String name) {
    return Arrays.stream(rows).mapToDouble(i -> csv.number(i, name)).toArray();
  }
}
