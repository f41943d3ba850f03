package org.tiersmith.service;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Lookup;
import org.tiersmith.data.ScoredPairsFile;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Problem;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.profile.ModelReading;
import org.tiersmith.profile.PairRejects;
import org.tiersmith.profile.PairRequest;
import org.tiersmith.project.ArtifactId;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.project.RowCounts;
import org.tiersmith.project.ScoreSet;
import org.tiersmith.task.JobContext;

/** Scores pairs with the models of runs, and says what a model reads of a pair and why. */
public final class ScoringUseCase {
  /** Pairs that a cross-encoder scores unless a file lists others: it takes each pair by itself. */
  private static final int CROSS_PAIRS = 20_000;

  /**
   * Pairs that are scored at most unless a file lists others: what a workstation holds with ease.
   */
  private static final int MOST_PAIRS = 2_000_000;

  private final ProjectFile project;
  private final ImportUseCase data;
  private final EncoderCatalogue catalogue;
  private final Readings readings;
  private final RunUseCase runs;
  private final ProjectEvents events;

  ScoringUseCase(
      ProjectFile project,
      ImportUseCase data,
      EncoderCatalogue catalogue,
      Readings readings,
      RunUseCase runs,
      ProjectEvents events) {
    this.project = project;
    this.data = data;
    this.catalogue = catalogue;
    this.readings = readings;
    this.runs = runs;
    this.events = events;
  }

  /** What the model of a run reads; a {@link Problem} if there is none of that id. */
  public ModelReading reading(long runId) {
    return readings.ofRun(runId);
  }

  /** The pairs that suit a run's form: all of them, or a sample where that would be too many. */
  public PairRequest usualPairs(RunView run) {
    RowCounts counts = data.dataset().counts();
    int most = run.settings().form() == EncoderForm.TWO_TOWER ? MOST_PAIRS : CROSS_PAIRS;
    return counts.customers() * counts.products() <= most
        ? new PairRequest.All()
        : new PairRequest.Sampled(most, run.settings().seed());
  }

  /**
   * Scores pairs. What was scored up to a cancel or a crash stays in the project, and the next
   * scoring of the same pairs with the same run goes on from it.
   *
   * @param runId the run whose model to use, null for the last one that can
   * @param request the pairs, null for those that suit the run
   */
  public ScoreView score(
      @Nullable Long runId, @Nullable PairRequest request, DeviceChoice device, JobContext context)
      throws IOException {
    RunView run =
        runId == null ? runs.scorable().orElseThrow(RunUseCase::noModel) : runs.run(runId);
    ArtifactId weights = runs.weights(run.id());
    PairRequest pairs = request == null ? usualPairs(run) : request;
    return new ScoringJob(project, data, catalogue, events, run, readings.ofRun(run.id()), device)
        .score(weights, pairs, context);
  }

  /** The scores that strategies work with. */
  public Optional<ScoreView> latestScore() {
    return project
        .scores()
        .latest()
        .map(scores -> ScoreView.of(scores, Double.NaN, new PairRejects(), null));
  }

  /** The scores that strategies work with; a {@link Problem} before there are any. */
  ScoreSet scores() {
    return project
        .scores()
        .latest()
        .orElseThrow(
            () ->
                Problem.of(
                    "project.no-scores",
                    "No pairs are scored yet. Train a model, then score the pairs."));
  }

  ScoredPairs scoredPairs(ArtifactId pairs) {
    return ScoredPairsFile.read(project.artifacts().layout(pairs));
  }

  /** What the model that scored, else the next one, reads of one pair, as of now. */
  public PairView pair(String customerId, String productId) throws IOException {
    ModelReading reading =
        project
            .scores()
            .latest()
            .map(scores -> readings.ofRun(scores.runId()))
            .orElseGet(readings::next);
    return PairView.of(data.tables(), reading, customerId, productId);
  }

  /**
   * What each word and number of a pair adds to what a run's model says of it, as of now (some
   * seconds).
   *
   * @throws Problem if the run has no model, the pair is not known, or the data have other numbers
   *     than those that the model was trained with
   */
  public PairWhy why(long runId, String customerId, String productId, JobContext context)
      throws IOException {
    ArtifactId weights = runs.weights(runId);
    return PairWhy.of(
        data.tables(),
        readings.ofRun(runId),
        project.artifacts().layout(weights),
        catalogue,
        DeviceChoice.AUTO,
        customerId,
        productId,
        context);
  }

  /** Title by product id. */
  Map<String, String> productTitles() {
    return Lookup.read(data.table(DataTable.PRODUCTS), "product_id", "title");
  }

  /** Category by product id; products without one are left out. */
  Map<String, String> productCategories() {
    return Lookup.read(data.table(DataTable.PRODUCTS), "product_id", "category");
  }
}
