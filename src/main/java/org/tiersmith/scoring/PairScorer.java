package org.tiersmith.scoring;

import java.io.IOException;
import java.nio.file.Path;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.CandidatePairs;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.ModelRunner;
import org.tiersmith.training.PairAnswers;
import org.tiersmith.training.RowKeeper;
import org.tiersmith.training.SideVectors;

/** Applies trained weights to candidate pairs. */
public final class PairScorer {
  private final EncoderCatalogue catalogue;

  public PairScorer(EncoderCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Pairs, and vectors of theirs.
   *
   * @param customers vectors of customers; none in cross form
   * @param products vectors of products; none in cross form
   */
  public record Scored(ScoredPairs pairs, SideVectors customers, SideVectors products) {}

  /**
   * Scores every pair. In two-tower form each distinct text is encoded once, and pairs get the
   * similarity of their vectors; in cross form each pair is encoded, and there are no such vectors.
   *
   * @param weights a file that training wrote
   * @param keeper keeps what is scored meanwhile, to go on from it after a stop
   * @throws org.tiersmith.model.Problem when the weights do not fit the pairs' features, or the
   *     device can't be had
   */
  public Scored score(
      Path weights, CandidatePairs pairs, DeviceChoice device, RowKeeper keeper, JobContext context)
      throws IOException {
    TorchRuntime runtime = TorchRuntime.start(device);
    try (ModelRunner runner = ModelRunner.open(weights, catalogue, runtime)) {
      PairFeatures features = pairs.features();
      PairAnswers answers = runner.answer(features, keeper, context);
      return new Scored(
          new ScoredPairs(
              pairs.customerIds(),
              pairs.productIds(),
              features.customer(),
              features.product(),
              answers.p0(),
              answers.k(),
              pairs.listPrice(),
              pairs.unitCost(),
              answers.similarity()),
          answers.customers(),
          answers.products());
    }
  }
}
