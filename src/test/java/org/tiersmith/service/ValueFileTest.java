package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.model.Problem;

class ValueFileTest {
  @TempDir Path folder;

  @Test
  void quotesTextsWritesNumbersInFullAndStartsNoFormula() throws IOException {
    Path file = folder.resolve("values.csv");
    ValueFile.csv(
        file,
        List.of("Name", "Value"),
        sink -> {
          sink.row(List.of("a, \"b\"", 1_234_567.5));
          sink.row(List.of("=1+1", -0.000_01));
          sink.row(List.of("+¥ 5", 12L));
          sink.row(List.of("陶瓷", Double.NaN));
          sink.row(List.of("line\nbreak", 0.0));
        });
    assertThat(Files.readString(file))
        .isEqualTo(
            "Name,Value\r\n\"a, \"\"b\"\"\",1234567.5\r\n'=1+1,-0.00001\r\n'+¥ 5,12\r\n陶瓷,\r\n"
                + "\"line\nbreak\",0\r\n");
  }

  @Test
  void writesBytesAsTheyAre() throws IOException {
    Path file = folder.resolve("picture.png");
    ValueFile.bytes(file, new byte[] {1, -2, 3});
    assertThat(Files.readAllBytes(file)).containsExactly(1, -2, 3);
  }

  @Test
  void keepsTheOldFileWhenTheRowsFail() throws IOException {
    Path file = folder.resolve("values.csv");
    Files.writeString(file, "old");
    assertThatThrownBy(
            () ->
                ValueFile.csv(
                    file,
                    List.of("Name"),
                    sink -> {
                      sink.row(List.of("new"));
                      throw new IOException("no room");
                    }))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Nothing there was changed");
    assertThat(Files.readString(file)).isEqualTo("old");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void refusesFoldersAndProjects() throws IOException {
    assertThatThrownBy(() -> ValueFile.bytes(folder, new byte[0]))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is a folder");
    for (String name : List.of("shop.tiersmith", "shop.tiersmith-wal")) {
      Path project = folder.resolve(name);
      Files.writeString(project, "kept");
      assertThatThrownBy(() -> ValueFile.bytes(project, new byte[0]))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("project's file");
      assertThat(Files.readString(project)).isEqualTo("kept");
    }
  }
}
