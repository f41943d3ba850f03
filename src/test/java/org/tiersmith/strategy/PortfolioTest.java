package org.tiersmith.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiersmith.model.Problem;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.model.Segmentation;

class PortfolioTest {

  @ParameterizedTest
  @CsvSource({
    "NaN, 1, 10, 5, purchase probability",
    "0, 1, 10, 5, purchase probability",
    "1, 1, 10, 5, purchase probability",
    "-0.1, 1, 10, 5, purchase probability",
    "0.2, NaN, 10, 5, sensitivity",
    "0.2, -1, 10, 5, sensitivity",
    "0.2, Infinity, 10, 5, sensitivity",
    "0.2, 1, NaN, 5, list price",
    "0.2, 1, -1, 5, list price",
    "0.2, 1, Infinity, 5, list price",
    "0.2, 1, 10, -5, unit cost",
    "0.2, 1, 10, Infinity, unit cost"
  })
  void refusesNumbersThatWouldGiveWrongFigures(
      double p0, double k, double price, double cost, String what) {
    assertThatThrownBy(() -> second(p0, k, price, cost))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(what)
        .hasMessageContaining("pair 2");
  }

  private static Portfolio second(double p0, double k, double price, double cost) {
    return new Portfolio(
        List.of("all"),
        new int[2],
        new int[] {0, 1},
        new double[] {10, price},
        new double[] {5, cost},
        new double[] {0.5, p0},
        new double[] {1, k});
  }

  @Test
  void refusesColumnsThatDoNotBelongTogether() {
    double[] one = {0.5};
    assertThatThrownBy(
            () -> new Portfolio(List.of("a"), new int[2], new int[1], one, one, one, one))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Portfolio(List.of("a"), new int[] {1}, new int[1], one, one, one, one))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesACustomerInTwoSegments() {
    double[] two = {0.5, 0.5};
    assertThatThrownBy(
            () ->
                new Portfolio(List.of("a", "b"), new int[] {0, 1}, new int[2], two, two, two, two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two segments");
  }

  @Test
  void joinsScoresWithSegments() {
    Portfolio portfolio =
        Portfolio.of(
            scores(), new Segmentation("s", List.of("new", "old"), Map.of("anna", 1, "bo", 0)));

    assertThat(portfolio.segmentNames()).containsExactly("new", "old", "other");
    assertThat(portfolio.segment()).containsExactly(1, 2, 0, 1);
    assertThat(portfolio.customers()).isEqualTo(3);
    assertThat(portfolio.size()).isEqualTo(4);
  }

  @Test
  void keepsAnOtherThatIsThereAlready() {
    Segmentation segmentation =
        new Segmentation("s", List.of("new", "other"), Map.of("anna", 0, "bo", 1));

    assertThat(Portfolio.of(scores(), segmentation).segmentNames()).containsExactly("new", "other");
    assertThat(Portfolio.of(scores(), segmentation).segment()).containsExactly(0, 1, 1, 0);
  }

  private static ScoredPairs scores() {
    double[] half = {0.5, 0.5, 0.5, 0.5};
    return new ScoredPairs(
        List.of("anna", "cy", "bo"),
        List.of("tea"),
        new int[] {0, 1, 2, 0},
        new int[4],
        half,
        half,
        half,
        half);
  }
}
