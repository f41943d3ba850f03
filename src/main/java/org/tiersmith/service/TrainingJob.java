package org.tiersmith.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.EvaluationFile;
import org.tiersmith.data.ExampleBuilder;
import org.tiersmith.data.ExampleFile;
import org.tiersmith.data.ExampleSettings;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Examples;
import org.tiersmith.model.Provenance;
import org.tiersmith.profile.FeatureBuilder;
import org.tiersmith.profile.ModelReading;
import org.tiersmith.project.ArtifactId;
import org.tiersmith.project.MetricPoint;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.project.Run;
import org.tiersmith.project.RunState;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.FineTuner;
import org.tiersmith.training.FineTuner.Resume;
import org.tiersmith.training.NumbersBaseline;
import org.tiersmith.training.PausedException;
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
  private final long run;
  private final TrainingSettings settings;
  private final ModelReading reading;
  private final BooleanSupplier pauseWanted;

  TrainingJob(
      ProjectFile project,
      FineTuner fineTuner,
      ProjectEvents events,
      long run,
      TrainingSettings settings,
      ModelReading reading,
      BooleanSupplier pauseWanted) {
    this.project = project;
    this.fineTuner = fineTuner;
    this.events = events;
    this.run = run;
    this.settings = settings;
    this.reading = reading;
    this.pauseWanted = pauseWanted;
  }

  /** Trains. A run that is paused, cancelled or fails is closed as such. */
  void run(Tables tables, String dataHash, JobContext context) throws IOException {
    Run begun = project.runs().begin(run);
    events.publish(ProjectChange.RUN_STARTED);
    Map<String, String> origin = new HashMap<>();
    try (Workspace workspace = new Workspace()) {
      train(begun, tables, dataHash, origin, workspace, context);
    } catch (PausedException e) {
      finish(RunState.PAUSED, null, provenance(dataHash, origin, null));
    } catch (CancelledException e) {
      fail(RunState.CANCELLED, provenance(dataHash, origin, null), e);
      throw e;
    } catch (IOException | RuntimeException e) {
      fail(RunState.FAILED, provenance(dataHash, origin, null), e);
      Workspace.refuseIfFull(e);
      throw e;
    }
  }

  /** On a full disk even this may not be noted; then the reason counts, not that. */
  private void fail(RunState state, Provenance provenance, Exception reason) {
    try {
      finish(state, null, provenance);
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  private void train(
      Run begun,
      Tables tables,
      String dataHash,
      Map<String, String> origin,
      Workspace workspace,
      JobContext context)
      throws IOException {
    ExampleFile file =
        ExampleBuilder.build(
            tables,
            // Not by the run's seed: runs are compared on the same examples.
            ExampleSettings.DEFAULT.withSplit(settings.split()),
            workspace.file("examples.parquet"),
            context.part(0, EXAMPLES_DONE));
    origin.putAll(origin(file));
    Examples examples =
        FeatureBuilder.examples(
            tables, file.file(), reading, context.part(EXAMPLES_DONE, FEATURES_DONE));
    RunRecorder recorder =
        new RunRecorder(project, events, run, provenance(dataHash, origin, null), pauseWanted);
    TrainingOutcome outcome;
    try {
      outcome =
          fineTuner.train(
              examples,
              settings,
              recorder,
              workspace.folder(),
              resume(begun),
              context.part(FEATURES_DONE, NUMBERS_FROM));
    } finally {
      recorder.flush();
    }
    TestMetrics numbersOnly =
        NumbersBaseline.measure(examples, settings.seed(), context.part(NUMBERS_FROM, 1));
    project.runs().append(run, List.of(new MetricPoint(NUMBERS_AUC, 0, numbersOnly.auc())));
    Provenance provenance = provenance(dataHash, origin, outcome);
    project.runs().keepWeights(run, store(outcome.weights(), "weights.safetensors", provenance));
    RunVerdict verdict = RunVerdict.of(tables, file, examples, outcome, context);
    Path evaluation = workspace.file("evaluation.parquet");
    EvaluationFile.write(verdict.evaluation(), evaluation);
    project.runs().keepEvaluation(run, store(evaluation, "evaluation.parquet", provenance));
    project.runs().keepCheckpoint(run, null);
    finish(RunState.DONE, Json.write(verdict.result()), provenance);
  }

  private @Nullable Resume resume(Run begun) {
    if (begun.checkpoint() == null) {
      return null;
    }
    return new Resume(
        project.artifacts().layout(begun.checkpoint()),
        begun.weights() == null ? null : project.artifacts().layout(begun.weights()));
  }

  private void finish(RunState state, @Nullable String metrics, Provenance provenance) {
    project.runs().finish(run, state, metrics, provenance);
  }

  private ArtifactId store(Path file, String kind, Provenance provenance) {
    return project.artifacts().put(file, kind, provenance).id();
  }

  private static Map<String, String> origin(ExampleFile file) {
    Map<String, String> origin = new HashMap<>();
    origin.put("examples.train", Long.toString(file.train()));
    origin.put("examples.validation", Long.toString(file.validation()));
    origin.put("examples.test", Long.toString(file.test()));
    origin.put("split", file.split().name());
    if (file.validationFrom() != null && file.testFrom() != null) {
      origin.put("split.validation-from", file.validationFrom().toString());
      origin.put("split.test-from", file.testFrom().toString());
    }
    origin.put("examples.negatives-sampled", Boolean.toString(file.sampled()));
    origin.put("discounts.randomised", Boolean.toString(file.randomised()));
    return origin;
  }

  private Provenance provenance(
      String dataHash, Map<String, String> origin, @Nullable TrainingOutcome outcome) {
    Map<String, String> all = new HashMap<>(origin);
    all.put("settings", Readings.write(settings, reading));
    Map<String, String> versions = new HashMap<>(Versions.all());
    if (outcome != null) {
      all.putAll(outcome.settings());
      versions.putAll(outcome.versions());
    }
    String device = outcome == null ? settings.device().name() : outcome.device();
    return new Provenance(
        "training", dataHash, all, settings.seed(), versions, device, Instant.now());
  }
}
