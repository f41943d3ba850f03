package org.tiersmith.profile.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The figures of a test against their definitions. */
class JudgedTest {

  @Test
  void isOneWhereAllThatHappenedStandsAbove() {
    assertThat(new Judged(new double[] {1, 2, 3}, new boolean[] {false, true, true}).auc())
        .isEqualTo(1);
    assertThat(new Judged(new double[] {5, 5, 5}, new boolean[] {false, true, true}).auc())
        .isEqualTo(0.5);
  }

  @Property(tries = 100)
  void aucIsTheShareOfPairsInOrder(@ForAll long seed) {
    Random random = new Random(seed);
    int n = 30;
    double[] scores = new double[n];
    boolean[] happened = new boolean[n];
    for (int i = 0; i < n; i++) {
      scores[i] = random.nextInt(8);
      happened[i] = i < 2 ? i == 0 : random.nextBoolean();
    }
    double right = 0;
    double pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (happened[i] && !happened[j]) {
          pairs++;
          right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    assertThat(new Judged(scores, happened).auc()).isEqualTo(right / pairs, within(1e-12));
  }

  @Test
  void binsHoldEverybodyOnce() {
    double[] scores = new double[25];
    boolean[] happened = new boolean[25];
    for (int i = 0; i < 25; i++) {
      scores[i] = i / 25.0;
      happened[i] = i % 5 == 0;
    }
    Judged judged = new Judged(scores, happened);
    assertThat(judged.bins()).hasSize(10);
    assertThat(judged.bins().stream().mapToInt(ChurnTest.Bin::customers).sum()).isEqualTo(25);
    assertThat(judged.bins())
        .isSortedAccordingTo((a, b) -> Double.compare(a.foretold(), b.foretold()));
    assertThat(judged.base()).isEqualTo(0.2);
    assertThat(new Judged(new double[] {1, 0}, new boolean[] {true, true}).brier()).isEqualTo(0.5);
  }
}
