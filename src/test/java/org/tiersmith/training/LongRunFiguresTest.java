package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.task.JobContext;

/** Whether a long run's memory stays flat: some minutes on two processor cores. */
@Tag("figures")
class LongRunFiguresTest {
  private static final int STEPS = 3_000;
  private static final int WARM = 500;
  private static final int SPAN = 250;
  private static final Path STATUS = Path.of("/proc/self/status");

  @TempDir private Path folder;

  @Test
  void threeThousandStepsLeaveMemoryFlat() throws IOException {
    assumeTrue(Files.isReadable(STATUS), "this system does not tell a process's memory");
    List<Long> resident = new ArrayList<>();
    TrainingSettings usual = TrainingSettings.defaults(EncoderForm.CROSS);
    Tuning patient = new Tuning(1e-3, 0.9, 0.01, 0.1, 0.1, 1_000_000, 0, 0);
    new FineTuner(new EncoderCatalogue(folder.resolve("models")))
        .train(
            TinyShop.examples(480),
            usual.change().sizes(102, 8, 32, 0).learningRate(1e-6).tuning(patient).build(),
            new RunListener() {
              @Override
              public void point(String series, long step, double value) {
                if (series.equals("train.loss")) {
                  resident.add(residentKilobytes());
                }
              }
            },
            folder,
            null,
            JobContext.detached());
    assertThat(resident).hasSizeGreaterThanOrEqualTo(STEPS);
    double before = median(resident.subList(WARM, WARM + SPAN));
    double after = median(resident.subList(STEPS - SPAN, STEPS));
    System.out.printf(
        "%d steps: resident memory %.0f MiB after %d steps, %.0f MiB at the end (%+.1f %%)%n",
        STEPS, before / 1024, WARM, after / 1024, 100 * (after / before - 1));
    assertThat(after).isLessThan(1.05 * before);
  }

  private static double median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static long residentKilobytes() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
