package org.tiersmith.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tiersmith.ui.kit.Language;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Texts;

/** Values of tables and files in the words of the window, and back. */
class DataWordsTest {
  private static final Language CHINESE = new Language(Tongue.CHINESE);

  @Test
  void aFilterInChineseAsksForTheKindThatIsStored() {
    assertThat(EventWords.stored(CHINESE, " 购买 ")).isEqualTo("=purchase");
    assertThat(EventWords.stored(CHINESE, "=购买")).isEqualTo("=purchase");
    assertThat(EventWords.stored(CHINESE, "浏")).isEqualTo("=view");
    assertThat(EventWords.stored(CHINESE, "=浏")).isEqualTo("=浏");
    assertThat(EventWords.stored(CHINESE, "purch")).isEqualTo("purch");
    assertThat(EventWords.stored(CHINESE, "=")).isEqualTo("=");
    assertThat(EventWords.stored(new Language(Tongue.ENGLISH), "view")).isEqualTo("view");
  }

  @Test
  void instantsAreShownToTheMinuteAndMidnightAsADay() {
    assertThat(Moments.shown("2025-07-01 07:07:09.0")).isEqualTo("2025-07-01 07:07");
    assertThat(Moments.shown("2025-07-01 00:00:00.0")).isEqualTo("2025-07-01");
    assertThat(Moments.shown("2025-07-01 00:00:30")).isEqualTo("2025-07-01 00:00");
    assertThat(Moments.shown("P-1 07:07:00")).isEqualTo("P-1 07:07:00");
    assertThat(Moments.day("2025-07-01 07:07:00.0")).isEqualTo("2025-07-01");
  }

  @Test
  void signsBetweenFieldsAreNamed() {
    Texts english = new Texts(new Language(Tongue.ENGLISH), "data");
    assertThat(FormatNames.format(english, "CSV, ;")).isEqualTo("CSV, semicolon");
    assertThat(FormatNames.format(english, "CSV, ,")).isEqualTo("CSV, comma");
    assertThat(FormatNames.format(english, "CSV, tab")).isEqualTo("CSV, tab");
    assertThat(FormatNames.format(english, "CSV, |")).isEqualTo("CSV, |");
    assertThat(FormatNames.format(english, "Parquet")).isEqualTo("Parquet");
    assertThat(FormatNames.format(new Texts(CHINESE, "data"), "CSV, ;")).isEqualTo("CSV, 分号");
  }
}
