package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;

class FileLooksTest {
  private static final JobContext CONTEXT = JobContext.detached();

  @TempDir private Path folder;
  private final FileLooks looks = new FileLooks();

  @Test
  void looksOnceWhileTheFileStaysAsItIs() throws IOException {
    Path file = write("a,b\n1,2\n3,4\n");
    FilePreview first = looks.of(file, 10, CONTEXT);
    assertThat(looks.of(file, 10, CONTEXT)).isSameAs(first);
    assertThat(looks.of(file, 1, CONTEXT).rows()).hasSize(1);
    assertThat(looks.of(file, 500, CONTEXT)).as("it has no more rows").isSameAs(first);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    assertThat(looks.of(file, 10, CONTEXT)).isNotSameAs(first);
    write("a,b,c\n1,2,3\n");
    assertThat(looks.of(file, 10, CONTEXT).columnNames()).containsExactly("a", "b", "c");
  }

  @Test
  void looksAgainForMoreRowsAndForAnotherForm() throws IOException {
    Path file = write("a;b\n1;2\n3;4\n5;6\n");
    assertThat(looks.of(file, 2, CONTEXT).rows()).hasSize(2);
    FilePreview more = looks.of(file, 3, CONTEXT);
    assertThat(more.rows()).hasSize(3);
    assertThat(more.encoding()).isEqualTo("UTF-8");
    FileFormat commas = FileFormat.GUESSED.withDelimiter(",");
    assertThat(looks.of(file, commas, 2, CONTEXT).columnNames()).containsExactly("a;b");
  }

  @Test
  void aCancelStopsTheReading() throws IOException {
    Path file = write("a,b\n1,2\n");
    JobContext cancelled = new JobContext(progress -> {}, () -> true);
    assertThatThrownBy(() -> looks.of(file, 10, cancelled)).isInstanceOf(CancelledException.class);
    assertThat(looks.of(file, 10, CONTEXT).rows()).hasSize(1);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("f.csv"), text);
  }
}
