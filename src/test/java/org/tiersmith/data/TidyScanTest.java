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
    assertThat(TidyScan.rows(file, 0, 2, COMMAS, false, JobContext.detached())).isEqualTo(-1);
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

  private long rows(String rows, boolean crlf) throws IOException {
    Path file = Files.write(folder.resolve("rows.csv"), rows.getBytes(StandardCharsets.UTF_8));
    return TidyScan.rows(file, 0, 2, COMMAS, crlf, JobContext.detached());
  }
}
