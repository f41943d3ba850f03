package org.tiersmith.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Problem;

class ConditionalLogitTest {

  /** The coefficients that the logitr package publishes for these purchases. */
  @Test
  void reproducesThePublishedYogurtModel() {
    ConditionalLogit fit = ConditionalLogit.fit(yogurt());

    double[] published = {-0.3666, 0.4914, -3.7155, -0.6411, 0.7345};
    assertThat(fit.choices()).isEqualTo(2412);
    for (int i = 0; i < published.length; i++) {
      assertThat(fit.coefficients()[i]).isCloseTo(published[i], within(5e-4));
    }
    assertThat(fit.logLikelihood()).isCloseTo(-2656.89, within(0.01));
    assertThat(fit.standardErrors()[0]).isCloseTo(0.0244, within(5e-4));
  }

  @Test
  void findsWhatChoicesWereMadeBy() {
    double[] truth = {-0.8, 0.5, 1, -0.4};
    ConditionalLogit fit = ConditionalLogit.fit(simulated(20_000, truth));

    for (int i = 0; i < truth.length; i++) {
      assertThat(fit.coefficients()[i]).isCloseTo(truth[i], within(4 * fit.standardErrors()[i]));
      assertThat(fit.standardErrors()[i]).isBetween(0.005, 0.05);
    }
  }

  /** Two alternatives that differ by a constant only: the logit of the share. */
  @Test
  void aConstantAloneIsTheLogOddsOfTheShare() {
    int sets = 100;
    int[] start = IntStream.rangeClosed(0, sets).map(s -> 2 * s).toArray();
    int[] kind = IntStream.range(0, 2 * sets).map(row -> row % 2).toArray();
    int[] chosen = IntStream.range(0, sets).map(s -> s < 30 ? 1 : 0).toArray();
    ConditionalLogit fit =
        ConditionalLogit.fit(
            new ChoiceSets(0, start, new double[0], chosen).withConstants(kind, 2));

    assertThat(fit.coefficients()[0]).isCloseTo(Math.log(3 / 7.0), within(1e-9));
    assertThat(fit.standardErrors()[0]).isCloseTo(Math.sqrt(1 / 30.0 + 1 / 70.0), within(1e-9));
    assertThat(fit.logLikelihood())
        .isCloseTo(30 * Math.log(0.3) + 70 * Math.log(0.7), within(1e-9));
  }

  @Test
  void setsMayDifferInSize() {
    ChoiceSets sets =
        new ChoiceSets(
            1, new int[] {0, 2, 5, 7}, new double[] {1, 0, 0, 1, 2, 0, 1}, new int[] {0, 1, 0});

    ConditionalLogit fit = ConditionalLogit.fit(sets);

    double e = Math.exp(fit.coefficients()[0]);
    double score = 1 / (1 + e) + (1 - (e + 2 * e * e) / (1 + e + e * e)) - e / (1 + e);
    assertThat(score).isCloseTo(0, within(1e-9));
  }

  @Test
  void refusesWhatHasNoAnswer() {
    ChoiceSets separated =
        new ChoiceSets(1, new int[] {0, 2, 4}, new double[] {1, 0, 0, 2}, new int[] {0, 1});
    ChoiceSets partly =
        new ChoiceSets(
            2,
            new int[] {0, 2, 4, 6},
            new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0},
            new int[] {0, 0, 1});
    ChoiceSets twice =
        new ChoiceSets(
            2, new int[] {0, 2, 4}, new double[] {1, 2, 0, 0, 0, 0, 1, 2}, new int[] {0, 0});

    assertThatThrownBy(() -> ConditionalLogit.fit(separated))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("foretell");
    assertThatThrownBy(() -> ConditionalLogit.fit(partly))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("foretell");
    assertThatThrownBy(() -> ConditionalLogit.fit(twice))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("told apart");
    assertThatThrownBy(
            () -> new ChoiceSets(1, new int[] {0, 1}, new double[] {Double.NaN}, new int[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ChoiceSets(1, new int[] {0, 1}, new double[1], new int[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ChoiceSets yogurt() {
    SharedCsv csv = SharedCsv.read("yogurt", "yogurt.csv.gz");
    List<String> brands = List.of("dannon", "hiland", "weight", "yoplait");
    int sets = csv.rows().size();
    double[] rows = new double[sets * 8];
    int[] chosen = new int[sets];
    for (int s = 0; s < sets; s++) {
      for (int j = 0; j < 4; j++) {
        rows[s * 8 + j * 2] = csv.number(s, "price." + brands.get(j));
        rows[s * 8 + j * 2 + 1] = csv.number(s, "feat." + brands.get(j));
      }
      chosen[s] = brands.indexOf(csv.text(s, "choice"));
    }
    return new ChoiceSets(2, fours(sets), rows, chosen).withConstants(kinds(sets, 4), 4);
  }

  /** Choices among three kinds with two attributes and two constants. */
  private static ChoiceSets simulated(int sets, double[] truth) {
    SplittableRandom random = new SplittableRandom(5);
    double[] rows = random.doubles(sets * 6L, 0, 3).toArray();
    int[] start = IntStream.rangeClosed(0, sets).map(s -> 3 * s).toArray();
    int[] chosen = new int[sets];
    for (int s = 0; s < sets; s++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < 3; j++) {
        int at = s * 6 + j * 2;
        double utility =
            truth[0] * rows[at] + truth[1] * rows[at + 1] + (j == 0 ? 0 : truth[j + 1]);
        double gumbel = -Math.log(-Math.log(random.nextDouble()));
        if (utility + gumbel > most) {
          most = utility + gumbel;
          chosen[s] = j;
        }
      }
    }
    return new ChoiceSets(2, start, rows, chosen).withConstants(kinds(sets, 3), 3);
  }

  private static int[] fours(int sets) {
    return IntStream.rangeClosed(0, sets).map(s -> 4 * s).toArray();
  }

  private static int[] kinds(int sets, int kinds) {
    int[] kind = new int[sets * kinds];
    Arrays.setAll(kind, row -> row % kinds);
    return kind;
  }
}
