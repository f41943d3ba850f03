package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.task.JobContext;

class TidyScanTest {
  private static final Dialect COMMAS = new Dialect(',', '"');

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\nc,d\n",
        "a,b\nc,d",
        "\"a, b\",\"say \"\"no\"\"\"\n,\n",
        "é,日本\n😀,x\n",
        "a\tb,c\n,\"\"\n"
      })
  void passesWhatHasOneMeaning(String rows) throws IOException {
    assertThat(rows(rows, false)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n",
        "a,b,c\n",
        "a,b\n\nc,d\n",
        "a ,b\n",
        " a,b\n",
        "\" a\",b\n",
        "a\"b,c\n",
        "\"a\"b,c\n",
        "\"a,b\n",
        "\"a\nb\",c\n",
        "a,b\r\n",
        "a,b\rc,d\r",
        "a\u0000,b\n",
        "a\u00a0,b\n",
        "\ufeffa,b\n",
        "a,b\u3000\n"
      })
  void refusesWhatReadersCouldTakeInTwoWays(String rows) throws IOException {
    assertThat(rows(rows, false)).isEqualTo(-1);
  }

  @Test
  void refusesBytesThatAreNoUtf8() throws IOException {
    Path file = Files.write(folder.resolve("latin.csv"), new byte[] {'a', ',', (byte) 0xe9, '\n'});
    assertThat(TidyScan.of(file, 0, new TidyRows(COMMAS, 2, 0, 1, false), JobContext.detached()))
        .isNull();
  }

  @Test
  void knowsLinesThatEndInTwoCharacters() throws IOException {
    assertThat(rows("a,b\r\nc,d\r\n", true)).isEqualTo(2);
    assertThat(rows("a,b\r\nc,d\n", true)).isEqualTo(-1);
  }

  @Test
  void countsTheRowsOfManyPieces() throws IOException {
    String line = "x".repeat(96) + ",é\n";
    int lines = 200_000;
    assertThat(rows(line.repeat(lines), false)).isEqualTo(lines);
    assertThat(rows(line.repeat(lines) + "x\n", false)).isEqualTo(-1);
    assertThat(rows("y" + "x".repeat(1 << 20) + ",z\n", false)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9,x\n10,x\n11,x\n", "7,x\n", "\"1\",x\n2,x\n", "E07,x\nE08,x\nE10,x\n"})
  void knowsKeysThatRise(String rows) throws IOException {
    assertThat(seen(rows, false).keys().rises()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9,x\n9,x\n", "10,x\n9,x\n", ",x\n1,x\n", "1,x\n,x\n2,x\n", "E1,x\nE3,x\nE2,x\n"})
  void knowsKeysThatMayRepeat(String rows) throws IOException {
    assertThat(seen(rows, false).keys().rises()).isFalse();
  }

  @Test
  void knowsWhetherKeysRiseFromPieceToPiece() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 400_000; i++) {
      rows.append(i).append(",").append("x".repeat(40)).append('\n');
    }
    assertThat(seen(rows.toString(), false).keys())
        .isEqualTo(new KeyOrder(400_000, true, true, "0", "399999"));
    String repeated = rows.toString().replace("\n300000,", "\n299999,");
    assertThat(seen(repeated, false).keys().rises()).isFalse();
  }

  @Test
  void knowsKeysOfDigitsAlone() throws IOException {
    assertThat(seen("1,x\n2,x\n", false).keys().digits()).isTrue();
    assertThat(seen("1,x\n2.0,x\n", false).keys().digits()).isFalse();
  }

  @Test
  void knowsTheFormOfTimes() throws IOException {
    assertThat(seen("1,2025-01-02\n2,2024-12-31\n", false).times())
        .isEqualTo(new ValueShape(2, true, "0000-00-00"));
    assertThat(seen("1,2025-01-02\n2,2024/12/31\n", false).times().same()).isFalse();
    assertThat(seen("1,2025-01-02\n2,\n", false).times().same()).isFalse();
    String many = "7,2025-01-02\n".repeat(900_000);
    assertThat(seen(many, false).times()).isEqualTo(new ValueShape(900_000, true, "0000-00-00"));
    assertThat(seen(many + "7,2025-1-2\n", false).times().same()).isFalse();
  }

  @Test
  void findsWordsForWhatIsMissing() throws IOException {
    assertThat(seen("1,x\n2,Nile\n", false).missing()).isFalse();
    for (String word : Cells.MISSING) {
      assertThat(seen("1,x\n2," + word + "\n", false).missing()).as(word).isTrue();
      assertThat(seen("1,x\n2,\"" + word + "\"\n", false).missing()).as(word).isTrue();
    }
  }

  private long rows(String rows, boolean crlf) throws IOException {
    TidyScan.Seen seen = seen(rows, crlf);
    return seen == null ? -1 : seen.rows();
  }

  private TidyScan.Seen seen(String rows, boolean crlf) throws IOException {
    Path file = Files.write(folder.resolve("rows.csv"), rows.getBytes(StandardCharsets.UTF_8));
    return TidyScan.of(file, 0, new TidyRows(COMMAS, 2, 0, 1, crlf), JobContext.detached());
  }
}
