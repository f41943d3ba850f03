package org.tiersmith.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ExampleCount;
import org.tiersmith.data.Tables;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.model.Problem;
import org.tiersmith.profile.FeatureBuilder;
import org.tiersmith.profile.ModelReading;
import org.tiersmith.profile.PairRejects;
import org.tiersmith.profile.PairRequest;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.Adapters;
import org.tiersmith.training.Pace;
import org.tiersmith.training.PaceProbe;
import org.tiersmith.training.Precision;
import org.tiersmith.training.TrainingSettings;

/** How fast runs would go on this machine, measured once for all that are alike. */
final class PaceBook {
  private static final int PAIRS = 512;

  /** Examples of one customer that a batch keeps together at most. */
  private static final int TOGETHER = 6;

  /** Kinds of runs whose pace is measured for one answer: half a minute. */
  private static final int MOST_MEASURED = 8;

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

  /**
   * What runs learn from.
   *
   * @param hash of the tables
   */
  record Ground(String hash, Tables tables, ModelReading reading, ExampleCount count) {
    /** What texts are made of: longer ones take longer. */
    private String data() {
      TextTemplates texts = reading.texts();
      return String.join("\n", hash, texts.customer().source(), texts.product().source());
    }

    /** How many examples share a customer's text. */
    private int together() {
      long each = Math.ceilDiv(count.examples(), Math.max(1, count.customerTexts()));
      return (int) Math.clamp(each, 1, TOGETHER);
    }
  }

  private record Sample(String data, PairFeatures pairs) {}

  PaceBook(EncoderCatalogue catalogue) {
    this.probe = new PaceProbe(catalogue);
  }

  /**
   * The pace of each of some runs; empty where it is not known. Of many kinds of runs that were not
   * measured before the first {@value #MOST_MEASURED} are, and the others go at the pace of the
   * first run.
   *
   * @param measure whether to measure; without, only what was measured before is known
   */
  synchronized List<Optional<Pace>> of(
      List<TrainingSettings> all, Ground ground, boolean measure, JobContext context)
      throws IOException {
    List<Optional<Pace>> paces = new ArrayList<>();
    Set<Kind> tried = new HashSet<>();
    for (TrainingSettings settings : all) {
      context.checkCancelled();
      Kind kind = Kind.of(ground.data(), settings);
      Pace pace = known.get(kind);
      if (pace == null && measure && tried.size() < MOST_MEASURED && tried.add(kind)) {
        pace = measured(settings, kind, ground, context);
      }
      boolean unmeasured = measure && !tried.contains(kind);
      paces.add(pace == null && unmeasured ? paces.getFirst() : Optional.ofNullable(pace));
    }
    return paces;
  }

  /** Null where it can't be measured: what stands in the way is said when the run is to start. */
  private @Nullable Pace measured(
      TrainingSettings settings, Kind kind, Ground ground, JobContext context) throws IOException {
    try {
      Pace pace = probe.measure(pairs(ground, context), ground.together(), settings, context);
      known.put(kind, pace);
      return pace;
    } catch (Problem e) {
      return null;
    }
  }

  /** Typical pairs of the project, for their texts are as long as its texts are. */
  private PairFeatures pairs(Ground ground, JobContext context) {
    Sample kept = sample;
    if (kept == null || !kept.data().equals(ground.data())) {
      kept =
          new Sample(
              ground.data(),
              FeatureBuilder.pairs(
                      ground.tables(),
                      new PairRequest.Sampled(PAIRS, 1),
                      ground.reading(),
                      new PairRejects(),
                      context)
                  .features());
      sample = kept;
    }
    return kept.pairs();
  }
}
