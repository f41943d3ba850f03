package org.tiersmith.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ScoredPairsFile;
import org.tiersmith.data.ScoredPairsWriter;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.Safetensors;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.CandidatePairs;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.PairGrid;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Provenance;
import org.tiersmith.model.Text;
import org.tiersmith.profile.FeatureBuilder;
import org.tiersmith.profile.ModelReading;
import org.tiersmith.profile.PairRejects;
import org.tiersmith.profile.PairRequest;
import org.tiersmith.project.ArtifactId;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.project.Run;
import org.tiersmith.project.ScoreSet;
import org.tiersmith.scoring.GridScorer;
import org.tiersmith.scoring.PairScorer;
import org.tiersmith.scoring.ScoredBlock;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.SideVectors;
import org.tiersmith.training.TowerFactors;

/** Scores pairs with a run's model and keeps them in the project. */
final class ScoringJob {
  private static final double DESCRIBED = 0.2;
  private static final double SCORED = 0.95;
  private static final String VECTORS = "vectors.safetensors";

  private final ProjectFile project;
  private final ImportUseCase data;
  private final EncoderCatalogue catalogue;
  private final ProjectEvents events;
  private final RunView run;
  private final ModelReading reading;
  private final DeviceChoice device;
  private final PairRejects rejects = new PairRejects();

  ScoringJob(
      ProjectFile project,
      ImportUseCase data,
      EncoderCatalogue catalogue,
      ProjectEvents events,
      RunView run,
      ModelReading reading,
      DeviceChoice device) {
    this.project = project;
    this.data = data;
    this.catalogue = catalogue;
    this.events = events;
    this.run = run;
    this.reading = reading;
    this.device = device;
  }

  /**
   * Scores.
   *
   * @throws Problem where the pairs, the weights or the device do not allow it
   */
  ScoreView score(ArtifactId kept, PairRequest pairs, JobContext context) throws IOException {
    boolean towers = run.settings().form() == EncoderForm.TWO_TOWER;
    try (Workspace workspace = new Workspace()) {
      Path file = workspace.file("pairs.parquet");
      Path weights = project.artifacts().layout(kept);
      ScoringKeeper keeper = new ScoringKeeper(project, run.id(), source(kept), towers);
      return switch (pairs) {
        case PairRequest.All all when towers -> grid(weights, all, 0, file, keeper, context);
        case PairRequest.Top top when towers ->
            grid(weights, top, top.perCustomer(), file, keeper, context);
        case PairRequest.Top _ ->
            throw Problem.of(
                "model.top-of-cross",
                "Run {0} is a cross-encoder, which takes each pair by itself: it can''t look for"
                    + " the likeliest among all. Score a sample or a list, or train a two-tower"
                    + " model.",
                Long.toString(run.id()));
        default -> listed(weights, pairs, file, keeper, context);
      };
    } catch (IOException | RuntimeException e) {
      Workspace.refuseIfFull(e);
      throw e;
    }
  }

  /** What bears on the answers besides the pairs themselves. */
  private String source(ArtifactId weights) {
    return String.join(
        ", ",
        weights.sha256(),
        data.dataset().provenance().inputHash(),
        TorchRuntime.start(device).describe(),
        Versions.tiersmith());
  }

  private ScoreView listed(
      Path weights, PairRequest pairs, Path file, ScoringKeeper keeper, JobContext context)
      throws IOException {
    CandidatePairs candidates =
        FeatureBuilder.pairs(data.tables(), pairs, reading, rejects, context.part(0, DESCRIBED));
    long start = System.nanoTime();
    PairScorer.Scored scored;
    try (keeper) {
      scored =
          new PairScorer(catalogue)
              .score(weights, candidates, device, keeper, context.part(DESCRIBED, SCORED));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    int size = scored.pairs().size();
    saving(size, context);
    ScoredPairsFile.write(scored.pairs(), file);
    // A sample is of nearly the whole shop; a list may be of a corner of it.
    if (pairs instanceof PairRequest.Sampled
        && scored.customers().rows().length > 0
        && !hasVectors()) {
      keepVectors(
          ids(scored.customers(), candidates.customerIds()),
          scored.customers().vectors(),
          ids(scored.products(), candidates.productIds()),
          scored.products().vectors(),
          file.resolveSibling(VECTORS));
    }
    return view(store(pairs, file, size), keeper, seconds);
  }

  private ScoreView grid(
      Path weights, PairRequest pairs, int top, Path file, ScoringKeeper keeper, JobContext context)
      throws IOException {
    PairGrid grid = FeatureBuilder.grid(data.tables(), reading, context.part(0, DESCRIBED));
    try (ScoredPairsWriter writer =
            new ScoredPairsWriter(
                file,
                grid.customerIds(),
                grid.productIds(),
                grid.listPrice(),
                grid.unitCost(),
                context);
        keeper) {
      long start = System.nanoTime();
      TowerFactors factors =
          new GridScorer(catalogue)
              .score(
                  weights,
                  grid,
                  top,
                  device,
                  keeper,
                  block -> add(block, writer),
                  context.part(DESCRIBED, SCORED));
      double seconds = (System.nanoTime() - start) / 1e9;
      saving(writer.rows(), context);
      writer.finish();
      keepVectors(
          grid.customerIds(),
          factors.customerVectors(),
          grid.productIds(),
          factors.productVectors(),
          file.resolveSibling(VECTORS));
      return view(store(pairs, file, writer.rows()), keeper, seconds);
    }
  }

  private static void add(ScoredBlock block, ScoredPairsWriter writer) {
    for (int i = 0; i < block.size(); i++) {
      writer.add(
          block.customer(i), block.product(i), block.p0()[i], block.k()[i], block.similarity()[i]);
    }
  }

  private static void saving(long pairs, JobContext context) {
    context.progress(SCORED, Text.of("progress.score.save", "Saving {0} pairs", pairs));
  }

  /** Whether there are vectors of these data. */
  private boolean hasVectors() {
    return project
        .runs()
        .find(run.id())
        .map(Run::vectors)
        .flatMap(project.artifacts()::find)
        .filter(
            kept -> kept.provenance().inputHash().equals(data.dataset().provenance().inputHash()))
        .isPresent();
  }

  private static List<String> ids(SideVectors side, List<String> all) {
    return Arrays.stream(side.rows()).mapToObj(all::get).toList();
  }

  /** Keeps the vectors with the run: recommendations and neighbours are made of them. */
  private void keepVectors(
      List<String> customerIds,
      Tensor customers,
      List<String> productIds,
      Tensor products,
      Path file)
      throws IOException {
    new Safetensors(
            Map.of("customers", customers, "products", products),
            Map.of("customer_ids", Json.write(customerIds), "product_ids", Json.write(productIds)))
        .write(file);
    project
        .runs()
        .keepVectors(run.id(), project.artifacts().put(file, VECTORS, provenance("vectors")).id());
  }

  private ScoreSet store(PairRequest pairs, Path file, long count) {
    Provenance provenance = provenance(pairs.toString());
    ArtifactId artifact = project.artifacts().put(file, "pairs.parquet", provenance).id();
    ScoreSet scores = project.scores().add(run.id(), artifact, count, provenance);
    events.publish(ProjectChange.PAIRS_SCORED);
    return scores;
  }

  private Provenance provenance(String pairs) {
    return new Provenance(
        "scoring",
        data.dataset().provenance().inputHash(),
        Map.of("run", Long.toString(run.id()), "pairs", pairs),
        run.settings().seed(),
        Versions.all(),
        TorchRuntime.start(device).describe(),
        Instant.now());
  }

  private ScoreView view(ScoreSet scores, ScoringKeeper keeper, double seconds) {
    ScoreView.@Nullable Resumed resumed = keeper.resumed();
    double now = scores.pairCount() * (resumed == null ? 1 : resumed.shareLeft());
    return ScoreView.of(scores, now / seconds, rejects, resumed);
  }
}
