package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tiersmith.service.GivenNames;
import org.tiersmith.service.Localizer;

class RfmCellsTest {

  @Test
  void everyScoreHasACellAndEveryCellAScore() {
    assertThat(RfmCells.NAMES)
        .allSatisfy(name -> assertThat(reached()).contains(name))
        .containsAll(reached());
  }

  @Test
  void everyNameThatIsNotOfTheDataHasItsChinese() {
    assertThat(RfmCells.NAMES).allSatisfy(RfmCellsTest::isTranslated);
    assertThat(Behaviour.names()).hasSize(13).allSatisfy(RfmCellsTest::isTranslated);
    isTranslated(Segments.OTHER);
  }

  private static void isTranslated(String name) {
    assertThat(GivenNames.segment(name).english()).isEqualTo(name);
    assertThat(Localizer.localise(GivenNames.segment(name), Locale.SIMPLIFIED_CHINESE))
        .matches("\\p{IsHan}+");
  }

  private static Set<String> reached() {
    Set<String> cells = new TreeSet<>();
    cells.add(RfmCells.cell(0, 0, 0));
    for (int score = 0; score < 125; score++) {
      cells.add(RfmCells.cell(1 + score / 25, 1 + score / 5 % 5, 1 + score % 5));
    }
    return cells;
  }
}
