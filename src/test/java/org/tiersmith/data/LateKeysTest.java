package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.task.JobContext;

/** A key that only a late object has is a column as well. */
class LateKeysTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"%s", "[%s]"})
  void keepsItsValues(String form) throws IOException {
    String objects =
        "{\"a\":1}\n".repeat(JsonSource.ROWS_FOR_KEYS) + "{\"a\":2,\"late\":\"x\\ny\"}\n";
    Path file =
        Files.writeString(
            folder.resolve("e.json"),
            String.format(form, form.equals("%s") ? objects : objects.strip().replace("\n", ",")));
    try (Duck duck = Duck.open(JobContext.detached());
        RejectLog rejects = new RejectLog(folder)) {
      RawTable raw = new Staging(duck, folder, rejects, JobContext.detached()).load(file, "t");
      assertThat(raw.columns()).isEqualTo(List.of("a", "late"));
      assertThat(duck.list("SELECT late FROM t WHERE late IS NOT NULL", row -> row.words(0)))
          .containsExactly("x\ny");
      assertThat(duck.whole("SELECT count(*) FROM t")).isEqualTo(JsonSource.ROWS_FOR_KEYS + 1L);
    }
  }
}
