package org.tiersmith.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.tiersmith.encoder.BaseEncoder;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.Tokeniser;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Examples;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.model.Split;
import org.tiersmith.task.JobContext;

/**
 * Measures how fast this machine would train: a few steps of the real network on a batch of real
 * pairs whose outcomes are made up, in about 3 s. Nothing is kept of what they learn. It must not
 * run beside a training, for both would be slower.
 */
public final class PaceProbe {
  /** A batch beyond so many word pieces, padding counted, is as fast an example as this part. */
  private static final int MOST_PIECES = 3072;

  private static final int MOST_STEPS = 5;
  private static final long LONGEST_NANOS = 1_200_000_000;

  private final EncoderCatalogue catalogue;

  public PaceProbe(EncoderCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The pace of runs with these settings.
   *
   * @param pairs some typical ones, some hundred
   * @param together how many examples share a customer's text
   * @throws org.tiersmith.model.Problem when the encoder or the device can't be used
   */
  public Pace measure(
      PairFeatures pairs, int together, TrainingSettings settings, JobContext context)
      throws IOException {
    TorchRuntime runtime = FineTuner.runtime(settings, null);
    BaseEncoder base = catalogue.load(settings.encoder());
    context.checkCancelled();
    int[] all = IntStream.range(0, pairs.size()).toArray();
    LearningData data =
        new LearningData(
            madeUp(sharing(pairs, together)), new SplitRows(all, new int[0], new int[0]));
    TrainingSettings bare = bare(settings);
    try (Tokeniser tokeniser = catalogue.tokeniser(settings.encoder())) {
      Run.Ground ground = FineTuner.ground(data, bare, runtime, base, tokeniser, "", "");
      Map<String, Tensor> start =
          new RunStart(runtime, ground.untrained().shape(), ground, bare).weights(context);
      try (Learner learner = FineTuner.learner(ground, runtime, bare, start, 0)) {
        int[] batch = typical(ground, bare);
        double step = trained(learner, ground, batch, context);
        double answer = answered(learner, ground, batch, context);
        // A cross-encoder reads both texts of every pair.
        double texts =
            settings.form() == EncoderForm.CROSS ? 2.0 * batch.length : texts(ground, batch);
        return new Pace(batch.length / step, batch.length / answer, texts / answer);
      }
    }
  }

  /** Without what takes no time in a step. */
  private static TrainingSettings bare(TrainingSettings settings) {
    return settings
        .change()
        .augmentation(Augmentation.NONE)
        .tuning(settings.tuning().with(settings.tuning().frozenLayers(), 0))
        .build();
  }

  /** As many pairs, of fewer customers. */
  private static PairFeatures sharing(PairFeatures pairs, int together) {
    int[] customer = pairs.customer().clone();
    for (int i = 0; i < customer.length; i++) {
      customer[i] = customer[i - i % Math.max(1, together)];
    }
    return new PairFeatures(
        pairs.customers(),
        pairs.products(),
        customer,
        pairs.product(),
        pairs.numberNames(),
        pairs.numbers());
  }

  /** Different texts in a batch. */
  private static int texts(Run.Ground ground, int[] batch) {
    PairInputs inputs = ground.batches().inputs();
    return IndexMap.of(batch, inputs::customerText).keys().length
        + IndexMap.of(batch, inputs::productText).keys().length;
  }

  private static Examples madeUp(PairFeatures pairs) {
    boolean[] purchased = new boolean[pairs.size()];
    for (int i = 0; i < purchased.length; i += 2) {
      purchased[i] = true;
    }
    byte[] split = new byte[pairs.size()];
    Arrays.fill(split, (byte) Split.TRAIN.ordinal());
    return new Examples(
        pairs, new float[pairs.size()], purchased, split, Collections.nCopies(pairs.size(), ""));
  }

  /** The batch whose texts are of mean length, or as much of it as the pieces allow. */
  private static int[] typical(Run.Ground ground, TrainingSettings settings) {
    BatchInputs batches = ground.batches();
    int[] all = ground.data().rows().train();
    double mean = meanLength(batches, all);
    int[] batch =
        EpochPlan.of(
                settings.form(),
                batches.inputs(),
                all,
                settings.batch(),
                Randoms.of(settings.seed(), Randoms.Purpose.ORDER, 1))
            .stream()
            .min(Comparator.comparingDouble(one -> Math.abs(meanLength(batches, one) - mean)))
            .orElseThrow();
    int longest = Arrays.stream(batch).map(batches::paddedLength).max().orElse(1);
    return Arrays.copyOf(batch, Math.clamp(MOST_PIECES / longest, 1, batch.length));
  }

  private static double meanLength(BatchInputs batches, int[] batch) {
    return Arrays.stream(batch).map(batches::paddedLength).average().orElse(0);
  }

  /** Seconds that a step takes, after one that is not counted; in parts where memory is short. */
  private static double trained(
      Learner learner, Run.Ground ground, int[] batch, JobContext context) {
    PieceBudget budget = new PieceBudget(MOST_PIECES);
    return seconds(
        () ->
            budget.attempt(
                batch,
                ground.batches()::paddedLength,
                parts -> learner.step(inputs(ground, parts), batch.length, 0)),
        MOST_STEPS,
        context);
  }

  private static List<Function<NDManager, List<NDArray>>> inputs(
      Run.Ground ground, List<int[]> parts) {
    return parts.stream()
        .<Function<NDManager, List<NDArray>>>map(
            part ->
                manager ->
                    ground
                        .batches()
                        .labelled(
                            manager, part, ground.data().examples(), UnaryOperator.identity()))
        .toList();
  }

  private static double answered(
      Learner learner, Run.Ground ground, int[] batch, JobContext context) {
    Predictor predictor =
        new Predictor(Forward.of(learner.program(), learner.weights()), ground.batches());
    return seconds(() -> predictor.predict(batch, JobContext.detached()), 2, context);
  }

  /** The least time, for what else the machine does passes. */
  private static double seconds(Runnable work, int times, JobContext context) {
    work.run();
    long began = System.nanoTime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < times && (i == 0 || System.nanoTime() - began < LONGEST_NANOS); i++) {
      context.checkCancelled();
      long before = System.nanoTime();
      work.run();
      least = Math.min(least, System.nanoTime() - before);
    }
    return least / 1e9;
  }
}
