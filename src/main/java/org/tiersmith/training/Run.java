package org.tiersmith.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tiersmith.encoder.PieceMarks;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.Progressed.Validated;
import org.tiersmith.training.Randoms.Purpose;
import org.tiersmith.training.metrics.Losses;
import org.tiersmith.training.metrics.ThresholdTable;

/** One run's loop over epochs and steps, from wherever it stands. */
final class Run {
  /** How much information keeps the calibration near none, in examples. */
  static final double CALIBRATION_PRIOR = 4;

  /** Share of an epoch that its steps take; the rest goes to validation. */
  private static final double STEPS_SHARE = 0.95;

  private static final int STEPS_A_SPEED = 10;

  private final Ground ground;
  private final Learner learner;
  private final TrainingSettings settings;
  private final RunListener listener;
  private final Path folder;
  private final Predictor predictor;
  private final PieceBudget budget = new PieceBudget(PieceBudget.USUAL);
  private Progressed at;

  /**
   * What a run stands on.
   *
   * @param data examples and how they are parted
   * @param batches makes the network's inputs
   * @param vocabulary word pieces that occur
   * @param marks what the pieces are in their texts; none where nobody asks
   * @param untrained the model before it learns
   * @param fingerprint of the examples
   * @param bfloat16 how it computes
   */
  record Ground(
      LearningData data,
      BatchInputs batches,
      Vocabulary vocabulary,
      PieceMarks marks,
      TrainedModel untrained,
      String fingerprint,
      boolean bfloat16) {}

  /**
   * A run.
   *
   * @param folder takes {@value #WEIGHTS} and {@value #STATE}
   * @param at where it stands
   */
  Run(
      Ground ground,
      Learner learner,
      TrainingSettings settings,
      RunListener listener,
      Path folder,
      Progressed at) {
    this.ground = ground;
    this.learner = learner;
    this.settings = settings;
    this.listener = listener;
    this.folder = folder;
    this.at = at;
    this.predictor =
        new Predictor(Forward.of(learner.program(), learner.weights()), ground.batches());
  }

  static final String WEIGHTS = "weights.safetensors";
  static final String STATE = "state.safetensors";

  /** Trains to the end. */
  Progressed train(JobContext context) throws IOException {
    listener.started(at.step());
    if (at.step() == 0 && settings.tuning().headEpochs() > 0 && ground.batches().towers()) {
      validate(context.part(0, 0.02));
    }
    while (at.epoch() <= settings.epochs() && at.stale() < settings.tuning().patience()) {
      double from = (at.epoch() - 1.0) / settings.epochs();
      epoch(context.part(from, from + 1.0 / settings.epochs()));
    }
    return at;
  }

  private void epoch(JobContext context) throws IOException {
    List<int[]> plan =
        EpochPlan.of(
            settings.form(),
            ground.batches().inputs(),
            ground.data().rows().train(),
            settings.batch(),
            Randoms.of(settings.seed(), Purpose.ORDER, at.epoch()));
    Schedule schedule =
        new Schedule(
            (long) plan.size() * settings.epochs(),
            settings.tuning().warmup(),
            settings.tuning().decay());
    listener.point(RunListener.STEPS, at.step(), (double) plan.size() * settings.epochs());
    while (at.batch() < plan.size() && at.stale() < settings.tuning().patience()) {
      context.checkCancelled();
      step(plan.get(at.batch()), schedule, plan.size());
      tell(plan.size(), context);
      if (validates(plan.size())) {
        validate(context.part(STEPS_SHARE * at.batch() / plan.size(), 1));
      }
      keepState();
    }
    at = at.nextEpoch();
  }

  private boolean validates(int batches) {
    int times = Math.min(batches, settings.tuning().validations());
    return (long) at.batch() * times / batches > (at.batch() - 1L) * times / batches;
  }

  private void step(int[] batch, Schedule schedule, int batches) throws IOException {
    long began = System.nanoTime();
    double share = schedule.share(at.step());
    float loss =
        budget.attempt(
            batch,
            ground.batches()::paddedLength,
            parts -> learner.step(inputs(parts), batch.length, share));
    if (!Float.isFinite(loss)) {
      throw diverged(batches);
    }
    at = at.stepped(batch.length, System.nanoTime() - began);
    listener.point("train.loss", at.step(), loss);
    listener.point("learning-rate", at.step(), share * settings.learningRate());
  }

  private List<Function<NDManager, List<NDArray>>> inputs(List<int[]> parts) {
    List<Function<NDManager, List<NDArray>>> makers = new ArrayList<>();
    for (int[] part : parts) {
      Thinning thinning =
          new Thinning(
              settings.augmentation(),
              ground.marks(),
              Randoms.of(settings.seed(), Purpose.AUGMENTATION, (at.step() << 16) + makers.size()));
      makers.add(
          manager ->
              ground
                  .batches()
                  .labelled(manager, part, ground.data().examples(), thinning.operator()));
    }
    return makers;
  }

  private Problem diverged(int batches) throws IOException {
    writeState();
    return Problem.failure(
        Text.of(
            "training.diverged",
            "The loss is no longer a number in batch {0} of {1} of epoch {2}, after {3} steps. That"
                + " step was not taken, and what was kept before it stays; train again with a"
                + " lower learning rate.",
            at.batch() + 1,
            batches,
            at.epoch(),
            at.step()),
        null);
  }

  private Problem divergedInValidation() {
    return Problem.failure(
        Text.of(
            "training.diverged-validation",
            "After {0} steps the loss of the validation examples is no number: the weights or some"
                + " of these examples'' texts or numbers are too large. What was kept before stays;"
                + " train again with a lower learning rate or another base model.",
            at.step()),
        null);
  }

  private void tell(int batches, JobContext context) {
    if (at.step() % STEPS_A_SPEED == 0) {
      listener.point("speed", at.step(), at.speed());
    }
    context.progress(
        STEPS_SHARE * at.batch() / batches,
        Text.of(
            "training.epoch",
            "Training: epoch {0} of {1}, step {2} of {3}, {4} examples/s",
            at.epoch(),
            settings.epochs(),
            at.step(),
            (long) batches * settings.epochs(),
            Math.round(at.speed())));
  }

  private void keepState() throws IOException {
    boolean pause = listener.pauseWanted();
    if (pause || listener.checkpointDue(at.step())) {
      writeState();
    }
    if (pause) {
      throw new PausedException();
    }
  }

  private void writeState() throws IOException {
    Path file = folder.resolve(STATE);
    new Checkpoint(
            at, ground.fingerprint(), ground.untrained().base(), ground.bfloat16(), learner.state())
        .write(file);
    listener.checkpoint(file, at.step());
  }

  private void validate(JobContext context) throws IOException {
    LearningData data = ground.data();
    float[][] raw = predictor.predict(data.rows().validation(), context);
    Answers answers = Answers.of(raw, data.examples(), data.rows().validation());
    Calibration calibration = Calibration.fit(settings.calibration(), answers, CALIBRATION_PRIOR);
    double[] p = answers.probabilities(calibration);
    ThresholdTable table = ThresholdTable.of(p, answers.bought());
    double loss = Losses.log(p, answers.bought());
    listener.point("validation.loss", at.step(), loss);
    listener.point("validation.auc", at.step(), table.auc());
    if (!Double.isFinite(loss)) {
      throw divergedInValidation();
    }
    if (loss < at.best().loss()) {
      int epoch = at.step() == 0 ? 0 : at.epoch();
      keep(calibration);
      at = at.improved(new Validated(epoch, loss, table.bestF1()));
      listener.kept(folder.resolve(WEIGHTS), epoch, loss);
    } else {
      at = at.notImproved();
    }
  }

  private void keep(Calibration calibration) throws IOException {
    Map<String, Tensor> weights = new LinkedHashMap<>(learner.snapshot());
    Tensor base = requireNonNull(ground.untrained().weights().get(Vocabulary.WEIGHT));
    weights.compute(
        Vocabulary.WEIGHT, (_, small) -> ground.vocabulary().full(base, requireNonNull(small)));
    ground.untrained().with(weights, calibration).write(folder.resolve(WEIGHTS));
  }
}
