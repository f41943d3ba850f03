package org.tiersmith.cli;

import java.util.ArrayList;
import java.util.List;
import org.tiersmith.service.JudgedPolicy;
import org.tiersmith.service.LearnedFit;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.TruthReport;
import org.tiersmith.service.Workbench;
import org.tiersmith.task.JobContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Judges every policy by the truth of a sample shop. */
@Command(
    name = "truth",
    description =
        "Says what policies that decide with the learned values are truly worth; for a project on"
            + " a sample shop.")
final class TruthCommand extends ProjectCommand {
  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "42",
      description = "the seed that the sample shop was made with; 42 without")
  private long seed = 42;

  TruthCommand(Workbench workbench, Console console, Interrupts interrupts) {
    super(workbench, console, interrupts);
  }

  @Override
  Result work(ProjectSession session, JobContext context) {
    TruthReport report = session.truth().judge(seed, context);
    return new Result(TruthJson.of(report), lines(report));
  }

  private static List<String> lines(TruthReport report) {
    LearnedFit fit = report.fit();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%,d pairs; mean p0 %.3f (true %.3f), correlation of logits %.2f; mean k %.2f (true"
                + " %.2f), correlation %.2f",
            report.pairs(),
            fit.meanP0(),
            fit.trueMeanP0(),
            fit.logitCorrelation(),
            fit.meanK(),
            fit.trueMeanK(),
            fit.kCorrelation()));
    lines.add(
        String.format(
            "Every policy but profit is set to cost what %.0f %% off everything is believed to:"
                + " %,.0f. Never below cost; no other guardrail.",
            100 * report.rate(), report.budget()));
    lines.add("");
    lines.add(
        String.format(
            "%-20s %12s %12s %12s %7s %9s %12s %10s",
            "policy",
            "believed",
            "true profit",
            "true cost",
            "waste",
            "coverage",
            "oracle",
            "of it"));
    report.policies().forEach(policy -> lines.add(line(policy)));
    lines.add("");
    lines.add("budget, with one column true:");
    report.causes().forEach(policy -> lines.add(line(policy)));
    lines.add("");
    lines.add("budget, by share of what the profit optimum believes to spend:");
    report.budgets().forEach(policy -> lines.add(line(policy)));
    return lines;
  }

  private static String line(JudgedPolicy policy) {
    return String.format(
        "%-20s %,12.0f %,12.0f %,12.0f %5.0f %% %7.0f %% %,12.0f %8.1f %%",
        policy.name(),
        policy.believed(),
        policy.profit(),
        policy.cost(),
        100 * policy.wasteShare(),
        100 * policy.coverage(),
        policy.oracle(),
        100 * policy.shareOfOracle());
  }
}
