package org.tiersmith.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tiersmith.strategy.Portfolio;

class SyntheticPortfolioTest {
  private static final int ROWS = 200_003;

  private final SyntheticPortfolio shop = SyntheticPortfolio.of(ROWS, 20, 6, 7);

  @Test
  void looksLikeAShop() {
    Portfolio portfolio = shop.portfolio();
    assertThat(portfolio.size()).isEqualTo(shop.pairs().size()).isEqualTo(ROWS);
    assertThat(shop.pairs().customerIds()).hasSize(ROWS / 10 + 1);
    double[] p0 = portfolio.p0().clone();
    Arrays.sort(p0);
    assertThat(p0[ROWS / 4]).isBetween(0.1, 0.15);
    assertThat(p0[3 * ROWS / 4]).isBetween(0.25, 0.3);
    assertThat(Arrays.stream(portfolio.k())).allMatch(k -> k >= 0.1 && k <= 3);
    assertThat(Arrays.stream(portfolio.listPrice())).allMatch(price -> price >= 5 && price <= 500);
    for (int i = 0; i < ROWS; i++) {
      assertThat(portfolio.unitCost()[i] / portfolio.listPrice()[i]).isBetween(0.39, 0.81);
    }
  }

  @Test
  void everySegmentHasItsShareOfCustomers() {
    int[] pairs = new int[20];
    for (int segment : shop.portfolio().segment()) {
      pairs[segment]++;
    }
    assertThat(Arrays.stream(pairs)).allMatch(count -> count > ROWS / 40 && count < ROWS / 10);
  }

  @Test
  void tiersRiseToThirtyPercent() {
    assertThat(shop.tiers().toArray()).containsExactly(0, 0.06, 0.12, 0.18, 0.24, 0.3);
    assertThat(SyntheticPortfolio.of(10, 1, 1, 7).tiers().toArray()).containsExactly(0);
  }

  @Test
  void theSeedMakesThePairs() {
    assertThat(SyntheticPortfolio.of(ROWS, 20, 6, 7).pairs().p0()).isEqualTo(shop.pairs().p0());
    assertThat(SyntheticPortfolio.of(ROWS, 20, 6, 8).pairs().p0()).isNotEqualTo(shop.pairs().p0());
  }
}
