package org.tiersmith.service;

import java.io.IOException;
import java.nio.file.Path;
import org.tiersmith.data.Tables;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.CandidatePairs;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.profile.ModelReading;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.Attribution;
import org.tiersmith.training.Attributor;

/**
 * Why a run's model gives a pair its probability.
 *
 * @param pair what the model reads, as of now
 * @param attribution what each part of it adds; numbers in the order of {@code pair.numbers()}
 */
public record PairWhy(PairView pair, Attribution attribution) {

  static PairWhy of(
      Tables tables,
      ModelReading reading,
      Path weights,
      EncoderCatalogue catalogue,
      DeviceChoice device,
      String customerId,
      String productId,
      JobContext context)
      throws IOException {
    CandidatePairs pairs =
        PairView.onePair(tables, reading, customerId, productId, context.part(0, 0.5));
    TorchRuntime runtime = TorchRuntime.start(device);
    try (Attributor attributor = Attributor.open(weights, catalogue, runtime)) {
      return new PairWhy(
          PairView.of(pairs, customerId, productId),
          attributor.explain(pairs.features(), 0, context.part(0.5, 1)));
    }
  }
}
