package org.tiersmith.service;

import java.util.ArrayList;
import java.util.List;
import org.tiersmith.data.EvaluationBuilder;
import org.tiersmith.data.ExampleFile;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Evaluation;
import org.tiersmith.model.Examples;
import org.tiersmith.model.Split;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.HeldOut;
import org.tiersmith.training.LeakCheck;
import org.tiersmith.training.TrainingOutcome;
import org.tiersmith.training.metrics.Confusion;
import org.tiersmith.training.metrics.Intervals;

/**
 * What is said of a run at its end.
 *
 * @param result figures, intervals and warnings
 * @param evaluation the held-out examples behind them
 */
record RunVerdict(RunResult result, Evaluation evaluation) {
  /** Of fewer validation examples of either outcome, choice and calibration are chance. */
  private static final int FEW = 30;

  /** Differences between runs are rarely larger. */
  private static final double WIDE = 0.1;

  static RunVerdict of(
      Tables tables,
      ExampleFile file,
      Examples examples,
      TrainingOutcome outcome,
      JobContext context) {
    HeldOut held = outcome.heldOut();
    Evaluation evaluation =
        EvaluationBuilder.of(
            tables, file.file(), held.rows(), held.p(), held.p0(), held.k(), context);
    RunEvaluation test = RunEvaluation.of(evaluation);
    Intervals intervals = test.intervals(outcome.test().threshold(), context);
    List<Text> warnings = new ArrayList<>(LeakCheck.of(examples));
    warnings.addAll(doubts(test, intervals));
    RunResult result =
        new RunResult(
            outcome.test(),
            file.train(),
            file.validation(),
            file.test(),
            outcome.epochsDone(),
            outcome.bestEpoch(),
            outcome.examplesPerSecond(),
            file.randomised(),
            warnings,
            intervals);
    return new RunVerdict(result, evaluation);
  }

  /** What makes the figures unsure. */
  static List<Text> doubts(RunEvaluation test, Intervals intervals) {
    List<Text> doubts = new ArrayList<>();
    Confusion tested = test.confusion(0);
    if (tested.rows() == 0) {
      doubts.add(
          Text.of(
              "run.no-test",
              "There are no test examples, so nobody knows how good the model is. Import more"
                  + " data."));
    } else if (tested.positives() == 0 || tested.positives() == tested.rows()) {
      doubts.add(
          Text.of(
              "run.one-outcome-test",
              "Of {0} test examples {1} ended in a purchase, so nobody knows whether the model"
                  + " tells customers apart. Import more data, or split in another way.",
              tested.rows(),
              tested.positives()));
    }
    Confusion validated = test.on(Split.VALIDATION).confusion(0);
    if (Math.min(validated.positives(), validated.rows() - validated.positives()) < FEW) {
      doubts.add(
          Text.of(
              "run.few-validation",
              "Of {0} validation examples only {1} ended in a purchase, or did not: the choice of"
                  + " the best weights and the calibration rest on too few. Import more data.",
              validated.rows(),
              Math.min(validated.positives(), validated.rows() - validated.positives())));
    }
    if (intervals.auc().width() > WIDE) {
      doubts.add(
          Text.of(
              "run.wide-auc",
              "The test AUC lies between {0,number,0.000} and {1,number,0.000} (95 %): the test has"
                  + " too few customers for small differences from other runs to mean anything."
                  + " Import more data.",
              intervals.auc().low(),
              intervals.auc().high()));
    }
    return doubts;
  }
}
