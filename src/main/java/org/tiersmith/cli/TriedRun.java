package org.tiersmith.cli;

import java.util.Comparator;
import java.util.List;
import org.tiersmith.model.Problem;
import org.tiersmith.service.RunResult;
import org.tiersmith.service.RunView;
import org.tiersmith.training.SettingValue;

/**
 * One of the runs of a command.
 *
 * @param values that it was given
 * @param validationLoss the least; NaN before there is any
 */
record TriedRun(RunView run, List<SettingValue> values, double validationLoss) {

  /**
   * The finished run with the least validation loss.
   *
   * @throws Problem if none is finished
   */
  static TriedRun best(List<TriedRun> tried) {
    return tried.stream()
        .filter(one -> one.run.result() != null)
        .min(Comparator.comparingDouble(TriedRun::validationLoss))
        .orElseThrow(
            () ->
                Problem.of(
                    "cli.none-finished",
                    "None of the {0} runs could be finished; what each ran into is said above. They"
                        + " stay in the project.",
                    tried.size()));
  }

  /** On the test examples; NaN for a run that was not finished. */
  double testAuc() {
    RunResult result = run.result();
    return result == null ? Double.NaN : result.test().auc();
  }
}
