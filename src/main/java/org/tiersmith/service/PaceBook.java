package org.tiersmith.service;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Tables;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.profile.FeatureBuilder;
import org.tiersmith.profile.PairRejects;
import org.tiersmith.profile.PairRequest;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.Adapters;
import org.tiersmith.training.Pace;
import org.tiersmith.training.PaceProbe;
import org.tiersmith.training.Precision;
import org.tiersmith.training.TrainingSettings;

/** How fast runs would go on this machine, measured once for all that are alike. */
final class PaceBook {
  private static final int PAIRS = 512;

  private final PaceProbe probe;
  private final Map<Kind, Pace> known = new HashMap<>();
  private @Nullable Sample sample;

  /** What the pace hangs on. */
  private record Kind(
      String data,
      String encoder,
      EncoderForm form,
      DeviceChoice device,
      Precision precision,
      int batch,
      int maxLength,
      int frozenLayers,
      Adapters adapters) {

    static Kind of(String data, TrainingSettings settings) {
      return new Kind(
          data,
          settings.encoder(),
          settings.form(),
          settings.device(),
          settings.precision(),
          settings.batch(),
          settings.maxLength(),
          settings.tuning().frozenLayers(),
          settings.adapters());
    }
  }

  private record Sample(String data, PairFeatures pairs) {}

  PaceBook(EncoderCatalogue catalogue) {
    this.probe = new PaceProbe(catalogue);
  }

  /**
   * The pace of runs with these settings.
   *
   * @param data hash of the tables
   * @param together how many examples share a customer's text
   * @throws org.tiersmith.model.Problem where it can't be measured
   */
  synchronized Pace of(
      TrainingSettings settings, String data, Tables tables, int together, JobContext context)
      throws IOException {
    context.checkCancelled();
    Kind kind = Kind.of(data, settings);
    Pace pace = known.get(kind);
    if (pace == null) {
      pace = probe.measure(pairs(data, tables, context), together, settings, context);
      known.put(kind, pace);
    }
    return pace;
  }

  /** Typical pairs of the project, for their texts are as long as its texts are. */
  private PairFeatures pairs(String data, Tables tables, JobContext context) {
    Sample kept = sample;
    if (kept == null || !kept.data().equals(data)) {
      kept =
          new Sample(
              data,
              FeatureBuilder.pairs(
                      tables, new PairRequest.Sampled(PAIRS, 1), new PairRejects(), context)
                  .features());
      sample = kept;
    }
    return kept.pairs();
  }
}
