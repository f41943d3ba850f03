package org.tiersmith.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.model.Problem;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Policy;

class PlanCsvTest {
  @TempDir Path folder;

  @Test
  void isTheGoldenFile() throws IOException {
    ScoredPairs pairs =
        new ScoredPairs(
            List.of("anna", "李雷", "=cmd()"),
            List.of("tea, green", "the \"best\" mug", "-pan"),
            new int[] {0, 0, 1, 1, 2, 2},
            new int[] {0, 1, 1, 2, 0, 2},
            new double[] {0.25, 0.05, 0.7, 0.0123456, 0.7, 0.9},
            new double[] {3, 3, 2, 5, 1, 0},
            new double[] {10, 19.995, 19.995, 100, 10, 0},
            new double[] {6, 30, 16, Double.NaN, 9.6, 0});
    Policy classic = new Policy.Classic(Alpha.of(0.25));
    Plans plan = Plans.of(pairs, List.of("gold", "@new"), new int[] {0, 0, 0, 0, 1, 1}, classic);
    Path file = folder.resolve("plan.csv");
    plan.csv().write(file, () -> false, share -> {});

    String golden;
    try (var in = PlanCsvTest.class.getResourceAsStream("plan.csv")) {
      golden = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\r?\n", "\r\n");
    }
    assertThat(Files.readString(file)).isEqualTo(golden);
    assertThat(golden).startsWith(PlanCsv.HEADER + "\r\n");
  }

  @Test
  void replacesAnExistingFileWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("plan.csv"), "old".repeat(10_000));
    Plans.of("c", "p", "s", 2).csv().write(file, () -> false, share -> {});

    assertThat(CsvReader.read(Files.readString(file))).hasSize(3);
    assertThat(names()).containsExactly("plan.csv");
  }

  @Test
  void keepsALinkALink() throws IOException {
    Path real = Files.writeString(folder.resolve("real.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);
    Plans.of("c", "p", "s", 1).csv().write(link, () -> false, share -> {});

    assertThat(link).isSymbolicLink();
    assertThat(real).content().startsWith(PlanCsv.HEADER);
  }

  @Test
  void aCancelledExportKeepsWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("plan.csv"), "old");
    List<Double> progress = new ArrayList<>();
    PlanCsv csv = Plans.of("c", "p", "s", 40_000).csv();

    assertThatThrownBy(() -> csv.write(file, () -> progress.size() >= 2, progress::add))
        .isInstanceOf(CancellationException.class);
    assertThat(progress).hasSize(2).isSorted();
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("plan.csv");
  }

  @Test
  void tellsItsProgressToTheEnd() {
    List<Double> progress = new ArrayList<>();
    Plans.of("c", "p", "s", 40_000)
        .csv()
        .write(folder.resolve("plan.csv"), () -> false, progress::add);

    assertThat(progress).isSorted().startsWith(0.0).endsWith(1.0).hasSizeGreaterThan(3);
  }

  @Test
  void aMissingFolderIsNamed() {
    Path file = folder.resolve("nowhere").resolve("plan.csv");
    assertRefused(file, "There is no folder " + file.getParent());
  }

  @Test
  void aFileInPlaceOfTheFolderIsNamed() throws IOException {
    Path notAFolder = Files.writeString(folder.resolve("file"), "");
    assertRefused(notAFolder.resolve("plan.csv"), "There is no folder " + notAFolder);
  }

  @Test
  void aFolderInPlaceOfTheFileIsNamed() throws IOException {
    Path place = Files.createDirectory(folder.resolve("plan.csv"));
    assertRefused(place, place + " is a folder");
    assertThat(place).isEmptyDirectory();
  }

  @Test
  void aFailureOfTheSystemIsTold() {
    assertRefused(folder.resolve("x".repeat(300) + ".csv"), "could not be written");
    assertThat(names()).isEmpty();
  }

  @Test
  void aFolderThatMayNotBeWrittenToIsTold() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(locked), "the superuser may write anywhere");

    assertRefused(locked.resolve("plan.csv"), "access denied");
  }

  private static void assertRefused(Path file, String message) {
    PlanCsv csv = Plans.of("c", "p", "s", 1).csv();
    assertThatThrownBy(() -> csv.write(file, () -> false, share -> {}))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(message);
  }

  @Test
  void aPlanWithoutRowsIsAHeader() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Plans.of("c", "p", "s", 0).csv().writeTo(out, () -> false, share -> {});

    assertThat(out).hasToString(PlanCsv.HEADER + "\r\n");
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
