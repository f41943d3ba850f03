package org.tiersmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.encoder.Libtorch;
import org.tiersmith.service.Preferences;
import picocli.CommandLine;

/** What the commands say of themselves and of slips in their use. */
class UsageTest {
  @TempDir private Path folder;
  private CommandRun run = new CommandRun(Path.of(""));

  @BeforeEach
  void open() {
    run = new CommandRun(folder);
  }

  @Test
  void aSampleSaysItsCountsToScripts() {
    Path shop = folder.resolve("shop");
    run.command(
        "sample", shop.toString(), "--customers=9", "--products=5", "--exposures=80", "--json");
    assertThat(run.output().strip())
        .startsWith("{\"customers\":9,\"products\":5,\"exposures\":80,")
        .contains("\"folder\":\"" + shop)
        .endsWith("}");
  }

  @Test
  void aPlanWithoutAPolicyIsOneShortLine() {
    assertThat(run.command("plan", "p.tiersmith", "--out", "plan.csv"))
        .isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(run.problem()).contains("--policy").hasSizeLessThan(100);
  }

  @Test
  void aPolicyIsKnownWhateverItsCase() {
    Path project = folder.resolve("shop.tiersmith");
    run.importSample(project);
    run.command("plan", project.toString(), "--policy", "Fixed", "--out", "plan.csv");
    assertThat(run.problem()).contains("No pairs are scored yet");
  }

  @Test
  void aFolderWithoutLibtorchIsRefusedAndNothingIsRemembered() {
    assertThat(run.command("train", "p.tiersmith", "--libtorch", folder.toString()))
        .isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(run.problem()).contains("There is no libtorch in " + folder);
    assertThat(run.workbench().libtorch()).isEmpty();
  }

  @Test
  void theProgramsOwnLibtorchIsTakenBack() {
    new Preferences(folder.resolve("preferences.properties")).set("libtorch", "gone");
    try {
      assertThat(run.workbench().libtorch()).isEqualTo("gone");
      assertThat(System.getProperty(Libtorch.PROPERTY)).isEqualTo("gone");
      run.command("open", "--libtorch", "", folder.resolve("no.tiersmith").toString());
      assertThat(run.workbench().libtorch()).isEmpty();
      assertThat(System.getProperty(Libtorch.PROPERTY)).isEmpty();
    } finally {
      System.clearProperty(Libtorch.PROPERTY);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"epochs", "batch", "max-length", "seed", "device", "form", "max-examples"})
  void everyOptionOfTrainIsExplained(String option) {
    assertThat(
            new CommandLine(new TrainCommand(run.workbench(), run.console(), new Interrupts()))
                .getCommandSpec()
                .findOption("--" + option)
                .description())
        .singleElement()
        .asString()
        .contains("without");
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "score", "train"})
  void aFolderIsCalledAFolder(String command) throws IOException {
    Path project = Files.createDirectory(folder.resolve("shop.tiersmith"));
    assertThat(run.command(command, project.toString())).isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(run.problem()).contains("is a folder");
  }

  @Test
  void oneIsNotMany() throws IOException {
    Path events =
        Files.writeString(
            folder.resolve("events.csv"),
            "customer_id,product_id,timestamp,type,price\n"
                + "C1,P1,2025-01-02,purchase,3\nC1,P1,never,purchase,3\n");
    run.command("import", folder.resolve("p.tiersmith").toString(), "--events", events.toString());
    assertThat(run.output())
        .contains("1 customer, 1 product, 1 event; 1 row rejected")
        .contains("1 row left out");
  }
}
