package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What columns seem to hold at first sight. */
class TypeGuessTest {
  @Test
  void knowsNumbersOfManyLands() {
    assertThat(TypeGuess.of("price", List.of("1.234,56 €", "$5", "Rs. 1,39,900", "(12.50)")))
        .isEqualTo(ColumnType.NUMBER);
    assertThat(TypeGuess.of("price", List.of("1 234,5", "１２．５", "15%", "12-", "USD 7", "¥8")))
        .isEqualTo(ColumnType.NUMBER);
    assertThat(TypeGuess.of("size", List.of("12 kg", "5 l", "7 pcs"))).isEqualTo(ColumnType.TEXT);
  }

  @Test
  void knowsDatesWrittenInDigitsByTheNameOfTheColumn() {
    for (String day : List.of("20190105", "20190105101500", "43466", "43466.5", "1546650245")) {
      assertThat(TypeGuess.of("order date", List.of(day))).isEqualTo(ColumnType.DATE);
      assertThat(TypeGuess.of("amount", List.of(day))).isEqualTo(ColumnType.NUMBER);
    }
  }
}
