package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Problem;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;

class PaceProbeTest {
  @TempDir private Path folder;
  private EncoderCatalogue catalogue = new EncoderCatalogue(Path.of(""));

  @BeforeEach
  void encoder() throws IOException {
    catalogue = TinyEncoder.catalogue(folder);
  }

  @ParameterizedTest
  @EnumSource(EncoderForm.class)
  void measuresBothPaces(EncoderForm form) throws IOException {
    TrainingSettings settings =
        TinyShop.settings(form, 3)
            .change()
            .adapters(Adapters.ofRank(2))
            .augmentation(new Augmentation(0.2, 0))
            .build();
    Pace pace =
        new PaceProbe(catalogue).measure(TinyShop.allPairs(), 2, settings, JobContext.detached());
    assertThat(pace.trained()).isBetween(1.0, 1e6);
    assertThat(pace.answered()).isBetween(1.0, 1e7).isGreaterThan(pace.trained());
    assertThat(pace.read()).isBetween(1.0, 1e7);
  }

  @Test
  void isCancelled() {
    TrainingSettings settings = TinyShop.settings(EncoderForm.CROSS, 1);
    JobContext cancelled = new JobContext(progress -> {}, () -> true);
    assertThatThrownBy(
            () -> new PaceProbe(catalogue).measure(TinyShop.allPairs(), 2, settings, cancelled))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void saysWhichEncoderIsMissing() {
    TrainingSettings settings = TinyShop.settings(EncoderForm.CROSS, 1).withEncoder("nosuch");
    assertThatThrownBy(
            () ->
                new PaceProbe(catalogue)
                    .measure(TinyShop.allPairs(), 2, settings, JobContext.detached()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("nosuch");
  }
}
