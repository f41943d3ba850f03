package org.tiersmith.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowTest {

  @Provide
  Arbitrary<String> nasty() {
    return Arbitraries.strings()
        .withChars("=+-@\t\r\n,\"' ;ab1＝＋－＠﹢⁺\u00a0\u200b\ufeff")
        .ofMaxLength(6);
  }

  @Property(tries = 2000)
  void everyTextComesBackAndNoneStartsAFormula(
      @ForAll("nasty") String first, @ForAll("nasty") String second) throws IOException {
    StringBuilder out = new StringBuilder();
    new CsvRow().text("id").text(first).text(second).endTo(out);
    List<List<String>> rows = CsvReader.read(out.toString());

    assertThat(rows).hasSize(1);
    assertSafe(first, rows.getFirst().get(1));
    assertSafe(second, rows.getFirst().get(2));
  }

  private static void assertSafe(String given, String cell) {
    assertThat(cell).isIn(given, "'" + given);
    String seen = cell.replaceAll("^[\\s\\u00a0\\u200b\\ufeff]+", "");
    assertThat(seen).doesNotMatch("(?s)^[=+\\-@＝＋－＠﹢⁺].*");
    assertThat(cell).doesNotMatch("(?s)^[\\t\\r\\n].*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\n=x",
        " =1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "\u200b=1",
        "\ufeff@x",
        "﹣1"
      })
  void aFormulaIsMadeText(String value) {
    assertThat(CsvRow.isFormula(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a=b", "1-2", "'=1", "10%", "李-雷", "_x", "0", "😀=1"})
  void otherTextStaysAsItIs(String value) {
    assertThat(CsvRow.isFormula(value)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1.005, 2, 1.01",
    "2.675, 2, 2.68",
    "-1.005, 2, -1.01",
    "-0.00001, 4, 0.0000",
    "1e-9, 6, 0.000000",
    "123456789.125, 2, 123456789.13",
    "NaN, 2, ''"
  })
  void numbersArePlainAndRoundHalfAway(double value, int digits, String expected)
      throws IOException {
    assertThat(line(new CsvRow().text("x").number(value, digits))).isEqualTo("x," + expected);
  }

  @Test
  void anEmptyFirstCellIsStillACell() throws IOException {
    assertThat(line(new CsvRow().text("").text("b").text(""))).isEqualTo(",b,");
  }

  private static String line(CsvRow row) throws IOException {
    StringBuilder out = new StringBuilder();
    row.endTo(out);
    assertThat(out).endsWith("\r\n");
    return out.substring(0, out.length() - 2);
  }
}
