package org.tiersmith.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ExampleBuilder;
import org.tiersmith.data.ExampleFile;
import org.tiersmith.data.ExampleSettings;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Examples;
import org.tiersmith.model.Provenance;
import org.tiersmith.profile.FeatureBuilder;
import org.tiersmith.project.ArtifactId;
import org.tiersmith.project.MetricPoint;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.project.Run;
import org.tiersmith.project.RunState;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.FineTuner;
import org.tiersmith.training.NumbersBaseline;
import org.tiersmith.training.RunListener;
import org.tiersmith.training.TestMetrics;
import org.tiersmith.training.TrainingOutcome;
import org.tiersmith.training.TrainingSettings;

/** One training run: examples, features, fine-tuning; the project hears of it while it goes. */
final class TrainingJob {
  private static final double EXAMPLES_DONE = 0.03;
  private static final double FEATURES_DONE = 0.08;
  private static final double NUMBERS_FROM = 0.98;

  /** Series with one point: the test AUC that the numbers reach without any text. */
  static final String NUMBERS_AUC = "numbers-only.auc";

  private final ProjectFile project;
  private final FineTuner fineTuner;
  private final ProjectEvents events;
  private final TrainingSettings settings;

  TrainingJob(
      ProjectFile project, FineTuner fineTuner, ProjectEvents events, TrainingSettings settings) {
    this.project = project;
    this.fineTuner = fineTuner;
    this.events = events;
    this.settings = settings;
  }

  /**
   * Trains; answers the run's id. No run is begun where the encoder or the device can't be used.
   * One that is cancelled or fails is closed as such.
   */
  long run(Tables tables, String dataHash, JobContext context) throws IOException {
    fineTuner.check(settings);
    try (Workspace workspace = new Workspace()) {
      ExampleFile file =
          ExampleBuilder.build(
              tables,
              ExampleSettings.DEFAULT.withSeed(settings.seed()),
              workspace.file("examples.parquet"),
              context.part(0, EXAMPLES_DONE));
      Examples examples =
          FeatureBuilder.examples(tables, file.file(), context.part(EXAMPLES_DONE, FEATURES_DONE));
      Run run = project.runs().start(Json.write(settings), settings.device().name());
      events.publish(ProjectChange.RUN_STARTED);
      try {
        fit(run.id(), file, examples, dataHash, workspace.folder(), context);
      } catch (CancelledException e) {
        finish(run.id(), RunState.CANCELLED, null, provenance(dataHash, file, null));
        throw e;
      } catch (IOException | RuntimeException e) {
        finish(run.id(), RunState.FAILED, null, provenance(dataHash, file, null));
        throw e;
      }
      return run.id();
    }
  }

  private void fit(
      long run,
      ExampleFile file,
      Examples examples,
      String dataHash,
      Path folder,
      JobContext context)
      throws IOException {
    TrainingOutcome outcome =
        fineTuner.train(
            examples,
            settings,
            new Recorder(run, provenance(dataHash, file, null)),
            folder,
            context.part(FEATURES_DONE, NUMBERS_FROM));
    TestMetrics numbersOnly =
        NumbersBaseline.measure(examples, settings.seed(), context.part(NUMBERS_FROM, 1));
    project.runs().append(run, List.of(new MetricPoint(NUMBERS_AUC, 0, numbersOnly.auc())));
    RunResult result =
        new RunResult(
            outcome.test(),
            file.train(),
            file.validation(),
            file.test(),
            outcome.epochsDone(),
            outcome.bestEpoch(),
            outcome.examplesPerSecond(),
            file.randomised(),
            List.of(),
            null);
    Provenance provenance = provenance(dataHash, file, outcome);
    project.runs().keepWeights(run, store(outcome.weights(), provenance));
    finish(run, RunState.DONE, Json.write(result), provenance);
  }

  private void finish(long run, RunState state, @Nullable String metrics, Provenance provenance) {
    project.runs().finish(run, state, metrics, provenance);
    events.publish(ProjectChange.RUN_ENDED);
  }

  private ArtifactId store(Path weights, Provenance provenance) {
    return project.artifacts().put(weights, "weights.safetensors", provenance).id();
  }

  private Provenance provenance(
      String dataHash, ExampleFile file, @Nullable TrainingOutcome outcome) {
    Map<String, String> all = new HashMap<>();
    all.put("examples.train", Long.toString(file.train()));
    all.put("examples.validation", Long.toString(file.validation()));
    all.put("examples.test", Long.toString(file.test()));
    all.put("split", file.split().name());
    if (file.validationFrom() != null && file.testFrom() != null) {
      all.put("split.validation-from", file.validationFrom().toString());
      all.put("split.test-from", file.testFrom().toString());
    }
    all.put("examples.negatives-sampled", Boolean.toString(file.sampled()));
    all.put("discounts.randomised", Boolean.toString(file.randomised()));
    all.put("settings", Json.write(settings));
    Map<String, String> versions = new HashMap<>(Versions.all());
    if (outcome != null) {
      all.putAll(outcome.settings());
      versions.putAll(outcome.versions());
    }
    String device = outcome == null ? settings.device().name() : outcome.device();
    return new Provenance(
        "training", dataHash, all, settings.seed(), versions, device, Instant.now());
  }

  /** Puts what the run tells into the project while it tells it. */
  private final class Recorder implements RunListener {
    private final long run;
    private final Provenance provenance;

    Recorder(long run, Provenance provenance) {
      this.run = run;
      this.provenance = provenance;
    }

    @Override
    public void point(String series, long step, double value) {
      project.runs().append(run, List.of(new MetricPoint(series, step, value)));
      events.publish(ProjectChange.RUN_POINT);
    }

    @Override
    public void kept(Path weights, int epoch, double validationLoss) {
      project.runs().keepWeights(run, store(weights, provenance));
    }
  }
}
