package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Examples;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Split;

class SplitRowsTest {
  private final Examples some = TinyShop.examples(400);

  @Test
  void heldOutRowsAreValidationThenTest() {
    SplitRows rows = SplitRows.of(some, 50, 3);
    assertThat(rows.train()).hasSize(50).isSorted();
    assertThat(rows.heldOut())
        .startsWith(rows.validation())
        .endsWith(rows.test())
        .hasSize(rows.validation().length + rows.test().length);
    assertThat(SplitRows.of(some, 50, 3).train()).isEqualTo(rows.train());
  }

  @Test
  void ofVeryManyHeldOutRowsSomeAreDrawn() {
    Examples many = TinyShop.examples(90_000);
    SplitRows rows = SplitRows.of(many, 0, 3);
    assertThat(rows.train()).hasSizeGreaterThan(40_000);
    assertThat(rows.validation())
        .hasSize(SplitRows.MOST_VALIDATION)
        .doesNotHaveDuplicates()
        .isSorted();
    assertThat(rows.test()).hasSize(SplitRows.MOST_TEST).doesNotHaveDuplicates().isSorted();
    assertThat(Arrays.stream(rows.test()))
        .allMatch(row -> many.split()[row] == Split.TEST.ordinal());
  }

  @Test
  void runsOfAllSeedsAreJudgedByTheSameRows() {
    Examples many = TinyShop.examples(90_000);
    SplitRows one = SplitRows.of(many, 100, 3);
    SplitRows other = SplitRows.of(many, 100, 4);
    assertThat(other.heldOut()).isEqualTo(one.heldOut());
    assertThat(other.train()).isNotEqualTo(one.train());
  }

  @Test
  void whereFewBoughtMoreAreDrawnSoThatNoneIsLost() {
    Examples many = TinyShop.examples(90_000);
    boolean[] bought = new boolean[many.size()];
    for (int i = 0; i < bought.length; i += 3_000) {
      bought[i] = true;
    }
    Examples rare =
        new Examples(many.features(), many.discount(), bought, many.split(), many.eventIds());
    assertThat(SplitRows.of(rare, 0, 3).validation()).hasSize(22_500);
  }

  @Test
  void aDrawWithoutBothOutcomesIsRefused() {
    boolean[] bought = new boolean[some.size()];
    for (int i = 0; i < bought.length; i++) {
      bought[i] = i == 0 || some.split()[i] != Split.TRAIN.ordinal() && some.purchased()[i];
    }
    Examples one =
        new Examples(some.features(), some.discount(), bought, some.split(), some.eventIds());
    assertThat(SplitRows.of(one, 0, 1).train()).hasSize(200);
    assertThatThrownBy(() -> SplitRows.of(one, 2, 1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Of 2 training examples 0 ended in a purchase");
  }

  @Test
  void saysWhatToDoWhereValidationHasNoPurchase() {
    assertThatThrownBy(() -> SplitRows.of(with(Split.VALIDATION, false), 0, 1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Of 100 validation examples 0 ended in a purchase")
        .hasMessageContaining("split by customer, or import more data");
  }

  @Test
  void saysWhatToDoWhereEverybodyBought() {
    assertThatThrownBy(() -> SplitRows.of(with(Split.TRAIN, true), 0, 1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Of 200 training examples 200 ended in a purchase")
        .hasMessageContaining("import exposures that did not lead to a purchase");
  }

  @Test
  void aTestWithoutPurchasesIsLetThrough() {
    assertThat(SplitRows.of(with(Split.TEST, false), 0, 1).test()).hasSize(100);
  }

  private Examples with(Split split, boolean outcome) {
    boolean[] bought = some.purchased().clone();
    for (int i = 0; i < bought.length; i++) {
      bought[i] = some.split()[i] == (byte) split.ordinal() ? outcome : bought[i];
    }
    assertThat(Arrays.equals(bought, some.purchased())).isFalse();
    return new Examples(some.features(), some.discount(), bought, some.split(), some.eventIds());
  }
}
