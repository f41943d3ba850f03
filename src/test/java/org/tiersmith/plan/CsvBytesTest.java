package org.tiersmith.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvBytesTest {

  @Provide
  Arbitrary<String> nasty() {
    return Arbitraries.strings()
        .withChars("=+-@\t\r\n,\"' ;ab1＝＋－＠﹢⁺\u00a0\u200b\ufeff")
        .ofMaxLength(6);
  }

  @Property(tries = 2000)
  void everyTextComesBackAndNoneStartsAFormula(
      @ForAll("nasty") String first, @ForAll("nasty") String second) throws IOException {
    String line =
        written(
            out -> {
              out.text("id");
              out.raw(',');
              out.text(first);
              out.raw(',');
              out.text(second);
              out.raw(new byte[] {'\r', '\n'});
            });
    List<List<String>> rows = CsvReader.read(line);

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
    assertThat(CsvText.isFormula(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a=b", "1-2", "'=1", "10%", "李-雷", "_x", "0", "😀=1"})
  void otherTextStaysAsItIs(String value) {
    assertThat(CsvText.isFormula(value)).isFalse();
  }

  @Test
  void anEmptyTextIsAnEmptyCell() throws IOException {
    assertThat(written(out -> out.text(""))).isEmpty();
  }

  /** The plain characters go a shorter way: it must make the same bytes. */
  @Property(tries = 2000)
  void everyTextIsPutAsItsCell(@ForAll String text, @ForAll("nasty") String nasty)
      throws IOException {
    for (String value : List.of(text, nasty, nasty + text, "C" + nasty)) {
      assertThat(written(out -> out.text(value)))
          .isEqualTo(new String(CsvText.bytes(value), StandardCharsets.UTF_8));
    }
  }

  @Test
  void growsWithWhatIsPut() throws IOException {
    String text = "x".repeat(10_000);
    assertThat(
            written(
                out -> {
                  out.text(text);
                  out.raw(',');
                  out.number(-1.5, 4);
                  out.raw(new byte[] {'\r', '\n'});
                }))
        .isEqualTo(text + ",-1.5000\r\n");
  }

  private static String written(Consumer<CsvBytes> put) throws IOException {
    CsvBytes bytes = new CsvBytes(1);
    put.accept(bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    bytes.writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
