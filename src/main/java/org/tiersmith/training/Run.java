package org.tiersmith.training;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Examples;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/** One run's loop over epochs. */
final class Run {
  /** Steps whose mean loss makes a point of the series. */
  private static final int STEPS_A_POINT = 5;

  /** How much information keeps the calibration near none, in examples. */
  static final double CALIBRATION_PRIOR = 4;

  /** Share of an epoch that its steps take; the rest goes to validation. */
  private static final double STEPS_SHARE = 0.9;

  private final Examples examples;
  private final SplitRows rows;
  private final BatchInputs batches;
  private final Vocabulary vocabulary;
  private final TrainedModel untrained;
  private final Learner learner;
  private final TrainingSettings settings;
  private final RunListener listener;
  private final Predictor predictor;
  private final Random order;
  private long step;
  private long trained;
  private long nanos;
  private double lossSum;

  Run(
      Examples examples,
      SplitRows rows,
      BatchInputs batches,
      Vocabulary vocabulary,
      TrainedModel untrained,
      Learner learner,
      TrainingSettings settings,
      RunListener listener) {
    this.examples = examples;
    this.rows = rows;
    this.batches = batches;
    this.vocabulary = vocabulary;
    this.untrained = untrained;
    this.learner = learner;
    this.settings = settings;
    this.listener = listener;
    this.predictor = new Predictor(learner.program(), learner.weights(), batches);
    this.order = new Random(settings.seed());
  }

  /** What the loop ends with. */
  record Result(
      Path weights,
      int epochsDone,
      int bestEpoch,
      double validationLoss,
      double threshold,
      double examplesPerSecond) {}

  Result train(Path file, JobContext context) throws IOException {
    Result best = new Result(file, 0, 0, Double.POSITIVE_INFINITY, 0.5, 0);
    if (settings.tuning().headEpochs() > 0 && settings.form() == EncoderForm.TWO_TOWER) {
      best = validate(0, best, context.part(0, 0.02));
    }
    int epoch = 0;
    while (epoch < settings.epochs() && epoch - best.bestEpoch() < settings.tuning().patience()) {
      JobContext part =
          context.part((double) epoch / settings.epochs(), (epoch + 1.0) / settings.epochs());
      epoch++;
      epoch(epoch, part.part(0, STEPS_SHARE));
      best = validate(epoch, best, part.part(STEPS_SHARE, 1));
    }
    return new Result(
        file, epoch, best.bestEpoch(), best.validationLoss(), best.threshold(), speed());
  }

  private double speed() {
    return nanos == 0 ? 0 : trained * 1e9 / nanos;
  }

  private void epoch(int epoch, JobContext context) {
    List<int[]> plan =
        EpochPlan.of(settings.form(), batches.inputs(), rows.train(), settings.batch(), order);
    Schedule schedule =
        new Schedule((long) plan.size() * settings.epochs(), settings.tuning().warmup());
    for (int i = 0; i < plan.size(); i++) {
      context.checkCancelled();
      int[] batch = plan.get(i);
      long began = System.nanoTime();
      float loss =
          learner.step(manager -> batches.labelled(manager, batch, examples), schedule.share(step));
      nanos += System.nanoTime() - began;
      trained += batch.length;
      record(loss);
      context.progress(
          (i + 1.0) / plan.size(),
          Text.of(
              "training.epoch",
              "Training: epoch {0} of {1}, {2} examples/s",
              epoch,
              settings.epochs(),
              Math.round(speed())));
    }
  }

  private void record(float loss) {
    if (!Float.isFinite(loss)) {
      throw Problem.of(
          "training.diverged",
          "The loss is no longer a number after {0} steps. The best weights so far were kept;"
              + " train again with a lower learning rate.",
          step);
    }
    step++;
    lossSum += loss;
    if (step % STEPS_A_POINT == 0) {
      listener.point("train.loss", step, lossSum / STEPS_A_POINT);
      lossSum = 0;
    }
  }

  private Result validate(int epoch, Result best, JobContext context) throws IOException {
    float[][] raw = predictor.predict(rows.validation(), context);
    Answers answers = Answers.of(raw, examples, rows.validation());
    Calibration calibration = HazardFit.of(answers, CALIBRATION_PRIOR);
    double[] p = answers.probabilities(calibration);
    double loss = Metrics.logLoss(p, answers.bought());
    listener.point("validation.loss", step, loss);
    listener.point("validation.auc", step, Metrics.auc(p, answers.bought()));
    if (!(loss < best.validationLoss())) {
      return best;
    }
    keep(best.weights(), calibration);
    listener.kept(best.weights(), epoch, loss);
    double threshold = Metrics.bestThreshold(p, answers.bought());
    return new Result(best.weights(), epoch, epoch, loss, threshold, speed());
  }

  private void keep(Path file, Calibration calibration) throws IOException {
    Map<String, Tensor> weights = new LinkedHashMap<>(learner.snapshot());
    Tensor base = requireNonNull(untrained.weights().get(Vocabulary.WEIGHT));
    weights.compute(Vocabulary.WEIGHT, (_, small) -> vocabulary.full(base, requireNonNull(small)));
    untrained.with(weights, calibration).write(file);
  }
}
