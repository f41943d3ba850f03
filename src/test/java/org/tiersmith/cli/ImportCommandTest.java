package org.tiersmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refused import leaves behind: nothing that was not there before. */
class ImportCommandTest {
  private static final String EVENTS =
      "customer_id,product_id,timestamp,type,price\nC1,P1,2025-01-02,purchase,3\n";

  @TempDir private Path folder;
  private CommandRun run = new CommandRun(Path.of(""));
  private Path project = Path.of("");

  @BeforeEach
  void writeInputs() throws IOException {
    run = new CommandRun(folder);
    project = folder.resolve("new.tiersmith");
    Files.write(folder.resolve("binary.csv"), new byte[5000]);
    for (Map.Entry<String, String> file :
        Map.of(
                "empty.csv",
                "",
                "headless.csv",
                "1,2,3\n4,5,6\n",
                "rows.csv",
                EVENTS,
                "bad.csv",
                "customer_id,product_id,timestamp\nC1,P1,never\n",
                "not.json",
                "{ nonsense")
            .entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    Files.writeString(
        folder.resolve("refused.json"),
        """
        {"events": {"file": "rows.csv", "columns": {"customer_id": "nobody"}}}
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--events=binary.csv",
        "--events=empty.csv",
        "--events=headless.csv",
        "--events=bad.csv",
        "--events=missing.csv",
        "--mapping=not.json",
        "--mapping=refused.json",
        "--mapping=missing.json"
      })
  void aRefusedImportLeavesNoProject(String input) throws IOException {
    String[] option = input.split("=");
    int status = importing(option[0], folder.resolve(option[1]));
    assertThat(status).isEqualTo(Tiersmith.BAD_INPUT);
    try (var left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("new.tiersmith"));
    }
    assertThat(run.recentProjects()).isEmpty();
  }

  @Test
  void takesWhatItCanOfAFolder() throws IOException {
    Path exports = Files.createDirectory(folder.resolve("exports"));
    for (String name : List.of("rows.csv", "empty.csv", "binary.csv")) {
      Files.copy(folder.resolve(name), exports.resolve(name));
    }
    assertThat(importing("--files", exports)).isZero();
    assertThat(run.output())
        .contains("1 event;", "passed over " + exports.resolve("empty.csv") + ": ", "binary.csv: ");
  }

  @Test
  void guessesAllOfTheFilesOrNone() {
    Path rows = folder.resolve("rows.csv");
    int status =
        run.command(
            "import", project.toString(), "--files", rows.toString(), "--events", rows.toString());
    assertThat(status).isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(project).doesNotExist();
  }

  @Test
  void aProjectThatWasThereStays() {
    assertThat(importing("--events", folder.resolve("rows.csv"))).isEqualTo(Tiersmith.OK);
    assertThat(importing("--events", folder.resolve("binary.csv"))).isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(project).isNotEmptyFile();
    assertThat(run.recentProjects()).hasSize(1);
  }

  @Test
  void anEmptyProjectThatWasThereStays() {
    run.workbench().create(project).close();
    assertThat(importing("--events", folder.resolve("binary.csv"))).isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(project).isNotEmptyFile();
  }

  @Test
  void noFolderIsMadeForAProject() {
    Path far = folder.resolve("no/such/p.tiersmith");
    assertThat(
            run.command(
                "import", far.toString(), "--events", folder.resolve("rows.csv").toString()))
        .isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(run.problem()).contains("There is no folder").contains("no/such");
    assertThat(folder.resolve("no")).doesNotExist();
  }

  @Test
  void aGuessedMappingIsSavedAndServesAgain() throws IOException {
    Path saved = folder.resolve("used.json");
    String events = folder.resolve("rows.csv").toString();
    String file = saved.toString();
    String first = project.toString();
    assertThat(run.command("import", first, "--events", events, "--save-mapping", file))
        .isEqualTo(Tiersmith.OK);
    assertThat(saved).content().contains("\"file\" : \"rows.csv\"").contains("\"list_price\"");
    assertThat(
            run.command(
                "import", folder.resolve("b.tiersmith").toString(), "--mapping", file, "--json"))
        .isEqualTo(Tiersmith.OK);
    assertThat(run.output()).contains("\"events\":1").contains("\"rejected\":0");
    String far = folder.resolve("no/such/m.json").toString();
    assertThat(run.command("import", first, "--events", events, "--save-mapping", far))
        .isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(run.problem()).contains("There is no folder").contains("to write the mapping to");
  }

  @Test
  void rejectsAreWrittenWhereThereIsAPlaceAndEvenWhereThereAreNone() throws IOException {
    String events = folder.resolve("rows.csv").toString();
    String far = folder.resolve("no/such/out.csv").toString();
    assertThat(run.command("import", project.toString(), "--events", events, "--rejects", far))
        .isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(run.problem()).contains("to write the rejected rows to");
    assertThat(project).doesNotExist();
    Path out = Files.writeString(folder.resolve("out.csv"), "rejects of another import");
    assertThat(
            run.command(
                "import", project.toString(), "--events", events, "--rejects", out.toString()))
        .isEqualTo(Tiersmith.OK);
    assertThat(out).content().startsWith("tiersmith_file,").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "--events,rows.csv,--rejects,rows.csv",
    "--events,rows.csv,--save-mapping,link.csv",
    "--files,rows.csv,--rejects,rows.csv",
    "--files,rows.zip,--rejects,rows.zip",
    "--mapping,used.json,--rejects,used.json",
    "--mapping,used.json,--save-mapping,head.csv",
    "--events,rows.csv,--rejects,new.tiersmith",
    "--events,rows.csv,--save-mapping,other.tiersmith"
  })
  void whatIsReadIsNeverWrittenOver(String option, String input, String output, String place)
      throws IOException {
    Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("rows.csv"));
    Files.writeString(folder.resolve("head.csv"), "c,name\nC1,Ada\n");
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("rows.zip")))) {
      zip.putNextEntry(new ZipEntry("rows.csv"));
      zip.write(EVENTS.getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(
        folder.resolve("used.json"),
        """
        {"events": {"file": "rows.csv", "joins": [{"file": "head.csv", "on": {"customer_id": "c"}}],
          "columns": {"customer_id": "customer_id", "product_id": "product_id",
            "timestamp": "timestamp"}}}
        """);
    run.workbench().create(folder.resolve("other.tiersmith")).close();
    Path there = folder.resolve(place);
    byte[] before = Files.exists(there) ? Files.readAllBytes(there) : new byte[0];
    int status =
        run.command(
            "import",
            project.toString(),
            option,
            folder.resolve(input).toString(),
            output,
            there.toString());
    assertThat(status).isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(run.problem()).contains("would be lost if it were written over");
    assertThat(project).doesNotExist();
    if (before.length > 0) {
      assertThat(there).hasBinaryContent(before);
    }
  }

  private int importing(String option, Path file) {
    return run.command("import", project.toString(), option, file.toString());
  }
}
