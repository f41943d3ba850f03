package org.tiersmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.service.Preferences;
import org.tiersmith.service.Workbench;
import org.tiersmith.task.SameThreadJobRunner;

/** Exit statuses, one clear line for bad input, and what goes to stdout and stderr. */
class TiersmithTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<@Nullable Path> opened = new ArrayList<>();
  private Path project = Path.of("");

  @BeforeEach
  void name() {
    project = folder.resolve("shop.tiersmith");
  }

  @Test
  void withoutArgumentsTheWindowOpens() {
    assertThat(run()).isEqualTo(Tiersmith.OK);
    assertThat(opened).hasSize(1).containsOnlyNulls();
  }

  @Test
  void openNamesTheProject() throws IOException {
    Files.createFile(project);
    assertThat(run("open", project.toString())).isEqualTo(Tiersmith.OK);
    assertThat(opened).containsExactly(project);
  }

  @Test
  void openNeedsAProjectThatIsThere() {
    assertThat(run("open", project.toString())).isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(opened).isEmpty();
    assertOneLine(project.toString());
  }

  @Test
  void aSampleIsWrittenAndImported() {
    writeSample();
    assertThat(folder.resolve("shop/truth.csv")).isNotEmptyFile();
    assertThat(importSample("--json")).isEqualTo(Tiersmith.OK);
    assertThat(lastLine(out))
        .startsWith("{\"customers\":40,\"products\":20,\"events\":")
        .contains("\"rejected\":0");
    assertThat(project).isNotEmptyFile();
    assertThat(folder.resolve("shop.tiersmith-wal")).doesNotExist();
  }

  @Test
  void progressGoesToStderrOnly() {
    writeSample();
    importSample();
    assertThat(text(err)).contains("Writing the tables");
    assertThat(text(out)).doesNotContain("Writing").contains("40 customers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frobnicate",
        "train",
        "plan P --out x.csv",
        "train P --epochs many",
        "import P --what",
        "sample OUT --customers 0",
        "sample OUT --language fr"
      })
  void badUsageIsOneLineAndStatus2(String line) {
    assertThat(run(line.replace("P", project.toString()).split(" ")))
        .isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(text(err).lines()).hasSize(1).first().asString().startsWith("tiersmith: ");
    assertThat(text(out)).isEmpty();
  }

  @Test
  void aNameThatNoFileCanHaveIsSaidInPlainWords() {
    assertThat(run("plan", project.toString(), "--out", "plan\0.csv"))
        .isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(text(err).lines()).hasSize(1);
    assertThat(text(err)).contains("--out", "plan\0.csv", "UTF-8").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "sample", "import", "train", "score", "plan", "demo", "bench"})
  void everyCommandShowsItsHelp(String command) {
    assertThat(run(command, "--help")).isEqualTo(Tiersmith.OK);
    assertThat(text(err)).isEmpty();
  }

  @Test
  void theHelpListsTheExitStatuses() {
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertThat(run("help")).isEqualTo(Tiersmith.OK);
    } finally {
      System.setOut(before);
    }
    assertThat(text(out)).contains("Exit status:", "bad input", "130 ", "143 ");
  }

  @Test
  void importNeedsAFile() {
    assertThat(run("import", project.toString())).isEqualTo(Tiersmith.BAD_INPUT);
    assertOneLine("--events");
    assertThat(project).doesNotExist();
  }

  @Test
  void aMissingFileIsNamed() {
    assertThat(run("import", project.toString(), "--events", "nowhere.csv"))
        .isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(lastLine(err)).contains("nowhere.csv");
  }

  @Test
  void aMissingProjectIsNamed() {
    for (String command : List.of("train", "score")) {
      assertThat(run(command, project.toString())).isEqualTo(Tiersmith.BAD_INPUT);
      assertThat(lastLine(err)).contains(project.toString());
    }
  }

  @Test
  void eachStationSaysWhatIsMissingBeforeIt() {
    writeSample();
    importSample();
    assertThat(run("score", project.toString())).isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(lastLine(err)).contains("Train");
    assertThat(run("plan", project.toString(), "--policy", "fixed", "--out", "plan.csv"))
        .isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(lastLine(err)).contains("score");
  }

  @ParameterizedTest
  @CsvSource({
    "profit, --budget-segment, gold=100",
    "fixed, --alpha, 0.3",
    "profit, --alpha-segment, gold=1",
    "fixed, --target, 0.2",
    "profit, --rate, 0.1",
    "profit, --snap, up"
  })
  void anOptionThatThePolicyWouldPassOverIsRefused(String policy, String option, String value) {
    writeSample();
    importSample();
    String[] call = {
      "plan", project.toString(), "--policy", policy, option, value, "--out", "plan.csv"
    };
    assertThat(run(call)).isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(lastLine(err)).contains(option, policy);
  }

  @Test
  void thePlaceOfAPlanIsLookedAtBeforeAnyWork() {
    writeSample();
    importSample();
    String nowhere = folder.resolve("nowhere/plan.csv").toString();
    assertThat(run("plan", project.toString(), "--policy", "fixed", "--out", nowhere))
        .isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(lastLine(err)).contains("There is no folder");
  }

  @Test
  void trainingWithoutDataSaysSo() throws IOException {
    writeSample();
    importSample();
    Path empty = folder.resolve("empty.tiersmith");
    workbench().create(empty).close();
    assertThat(run("train", empty.toString())).isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(lastLine(err)).contains("no data");
  }

  @Test
  void anExistingForeignFileIsNotOverwritten() throws IOException {
    Files.writeString(project, "not a project at all, but somebody's notes");
    writeSample();
    assertThat(importSample()).isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(project).content().isEqualTo("not a project at all, but somebody's notes");
  }

  private void writeSample() {
    assertThat(
            run(
                "sample", folder.resolve("shop").toString(),
                "--customers", "40",
                "--products", "20",
                "--exposures", "300"))
        .isEqualTo(Tiersmith.OK);
    out.reset();
    err.reset();
  }

  private int importSample(String... more) {
    List<String> args = new ArrayList<>(List.of("import", project.toString()));
    for (String table : List.of("customers", "products", "events")) {
      args.add("--" + table);
      args.add(folder.resolve("shop/" + table + ".csv").toString());
    }
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  private int run(String... args) {
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return Tiersmith.run(
        args,
        workbench(),
        console,
        path -> {
          opened.add(path);
          return Tiersmith.OK;
        });
  }

  private Workbench workbench() {
    return new Workbench(
        new Preferences(folder.resolve("preferences.properties")),
        new SameThreadJobRunner((job, failure) -> {}),
        folder.resolve("models"));
  }

  private void assertOneLine(String mention) {
    assertThat(text(err).lines()).hasSize(1).first().asString().contains(mention);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  private static String lastLine(ByteArrayOutputStream stream) {
    return text(stream).lines().toList().getLast();
  }
}
