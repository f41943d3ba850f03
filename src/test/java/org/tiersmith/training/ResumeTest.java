package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tiersmith.encoder.Safetensors;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Examples;
import org.tiersmith.model.Problem;
import org.tiersmith.task.JobContext;

/** A run that stopped anywhere and went on is the run that never stopped, bit for bit. */
class ResumeTest {
  private static final int EPOCHS = 3;

  @TempDir private Path folder;
  private FineTuner tuner;

  @BeforeEach
  void prepare() throws IOException {
    tuner = new FineTuner(TinyEncoder.catalogue(folder.resolve("models")));
  }

  static Stream<TrainingSettings> kinds() {
    SettingsBuilder cross = TinyShop.settings(EncoderForm.CROSS, EPOCHS).change();
    SettingsBuilder towers = TinyShop.settings(EncoderForm.TWO_TOWER, EPOCHS).change();
    Tuning sgd =
        new Tuning(1e-2, 0.9, 0.01, 0.1, 0.05, 9, 0, 2, Optimiser.SGD, RateDecay.COSINE, 2);
    return Stream.of(
        cross.precision(Precision.EXACT).build(),
        towers.precision(Precision.EXACT).build(),
        towers.augmentation(new Augmentation(0.2, 0.2)).build(),
        cross.adapters(Adapters.ofRank(2)).build(),
        cross.adapters(Adapters.NONE).tuning(sgd).objective(new Objective(3, 1, 0.1)).build());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theSeriesAndTheWeightsAreThoseOfTheUninterruptedRun(TrainingSettings settings)
      throws IOException {
    Examples examples = TinyShop.examples(240);
    Recorder whole = new Recorder("whole", step -> false, -1);
    byte[] weights = Files.readAllBytes(train(examples, settings, whole, null).weights());
    int last = (int) whole.losses.keySet().stream().mapToLong(s -> s).max().orElseThrow();

    for (int stop : new int[] {1, last / 3, last / 2 + 1, last}) {
      Recorder broken = new Recorder("broken" + stop, step -> step == stop, stop);
      assertThatThrownBy(() -> train(examples, settings, broken, null))
          .isInstanceOf(PausedException.class);
      Recorder resumed = new Recorder("resumed" + stop, step -> false, -1);
      TrainingOutcome outcome = train(examples, settings, resumed, broken.resume());

      assertThat(resumed.started).isEqualTo(stop);
      Map<Long, Double> series = new TreeMap<>(broken.losses);
      series.putAll(resumed.losses);
      assertThat(series).as("stopped after step %d", stop).isEqualTo(whole.losses);
      assertThat(resumed.losses.keySet()).allMatch(step -> step > stop);
      assertThat(Files.readAllBytes(outcome.weights())).isEqualTo(weights);
    }
  }

  @Test
  void aRunThatLostPatienceIsNotTakenUpAgain() throws IOException {
    // Nothing changes, so the second of three validations of the first epoch is no better.
    Tuning still = new Tuning(1e-30, 0.9, 0, 0.1, 0, 1, 0, 1, Optimiser.SGD, RateDecay.LINEAR, 3);
    TrainingSettings settings =
        TinyShop.settings(EncoderForm.CROSS, EPOCHS).change().learningRate(0).tuning(still).build();
    Examples examples = TinyShop.examples(240);
    Recorder whole = new Recorder("whole", step -> true, -1);
    TrainingOutcome ended = train(examples, settings, whole, null);
    Recorder again = new Recorder("again", step -> false, -1);
    TrainingOutcome resumed = train(examples, settings, again, whole.resume());
    assertThat(ended.epochsDone()).isEqualTo(1);
    assertThat(resumed.epochsDone()).isEqualTo(1);
    assertThat(again.losses).isEmpty();
    assertThat(resumed.test()).isEqualTo(ended.test());
  }

  @Test
  void otherExamplesAreRefused() throws IOException {
    TrainingSettings settings = TinyShop.settings(EncoderForm.CROSS, 1);
    Recorder broken = paused(TinyShop.examples(240), settings);
    Recorder other = new Recorder("other", step -> false, -1);
    assertThatThrownBy(() -> train(TinyShop.examples(241), settings, other, broken.resume()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("data have changed");
  }

  @Test
  void aStateOfAnotherNetworkIsRefused() throws IOException {
    TrainingSettings settings = TinyShop.settings(EncoderForm.TWO_TOWER, 1);
    Examples examples = TinyShop.examples(240);
    Recorder broken = paused(examples, settings);
    Path state = broken.resume().state();
    Safetensors content = Safetensors.read(state);
    Map<String, Tensor> fewer = new TreeMap<>(content.tensors());
    fewer.remove(ModelShape.LINK);
    new Safetensors(fewer, content.metadata()).write(state);
    Recorder other = new Recorder("other", step -> false, -1);
    assertThatThrownBy(() -> train(examples, settings, other, broken.resume()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("earlier version");
  }

  @Test
  void anExchangedBaseIsRefused() throws IOException {
    TrainingSettings settings = TinyShop.settings(EncoderForm.CROSS, 1);
    Examples examples = TinyShop.examples(240);
    Recorder broken = paused(examples, settings);
    TinyEncoder.exchange(folder.resolve("models"));
    Recorder other = new Recorder("other", step -> false, -1);
    assertThatThrownBy(() -> train(examples, settings, other, broken.resume()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("put the former encoder back");
  }

  /** A run that was paused after its first step. */
  private Recorder paused(Examples examples, TrainingSettings settings) {
    Recorder broken = new Recorder("broken", step -> step == 1, 1);
    assertThatThrownBy(() -> train(examples, settings, broken, null))
        .isInstanceOf(PausedException.class);
    return broken;
  }

  private TrainingOutcome train(
      Examples examples,
      TrainingSettings settings,
      Recorder recorder,
      FineTuner.@Nullable Resume resume)
      throws IOException {
    Path dir = Files.createDirectories(folder.resolve("run-" + recorder.name));
    return tuner.train(examples, settings, recorder, dir, resume, JobContext.detached());
  }

  private final class Recorder implements RunListener {
    private final String name;
    private final LongPredicate due;
    private final long pauseAfter;
    private final Map<Long, Double> losses = new TreeMap<>();
    private long seen;
    private long started = -1;
    private @Nullable Path weights;

    private Recorder(String name, LongPredicate due, long pauseAfter) {
      this.name = name;
      this.due = due;
      this.pauseAfter = pauseAfter;
    }

    private FineTuner.Resume resume() {
      return new FineTuner.Resume(folder.resolve(name + ".state"), weights);
    }

    @Override
    public void started(long step) {
      started = step;
    }

    @Override
    public void point(String series, long step, double value) {
      if (series.equals("train.loss")) {
        losses.put(step, value);
        seen = step;
      }
    }

    @Override
    public void kept(Path file, int epoch, double validationLoss) {
      weights = copy(file, ".weights");
    }

    @Override
    public boolean checkpointDue(long step) {
      return due.test(step);
    }

    @Override
    public void checkpoint(Path state, long step) {
      copy(state, ".state");
    }

    @Override
    public boolean pauseWanted() {
      return seen == pauseAfter;
    }

    private Path copy(Path file, String kind) {
      try {
        return Files.copy(file, folder.resolve(name + kind), StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
