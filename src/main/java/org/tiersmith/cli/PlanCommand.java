package org.tiersmith.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.service.PlanView;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.Workbench;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.task.JobContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Decides a discount for every scored pair, freezes the plan and exports it. */
@Command(name = "plan", description = "Decides discounts, freezes the plan and writes plan.csv.")
final class PlanCommand extends ProjectCommand {
  @Mixin private PolicyOptions policy = new PolicyOptions();

  @Option(
      names = "--segments",
      paramLabel = "SCHEME",
      description =
          "how customers are divided from now on: rfm, cluster, topic, rules or column:NAME")
  private @Nullable String segments;

  @Option(names = "--out", paramLabel = "plan.csv", required = true)
  private Path out = Path.of("plan.csv");

  PlanCommand(Workbench workbench, Console console, Interrupts interrupts) {
    super(workbench, console, interrupts);
  }

  @Override
  Result work(ProjectSession session, JobContext context) throws Exception {
    session.plans().checkPlace(out);
    if (segments == null) {
      return plan(session, context);
    }
    String before = session.customers().segmentation().scheme();
    session.customers().choose(segments);
    try {
      return plan(session, context);
    } catch (Problem problem) {
      session.customers().choose(before);
      throw problem;
    }
  }

  private Result plan(ProjectSession session, JobContext context) throws Exception {
    Scenario scenario = policy.scenario(session.strategy());
    session.strategy().checkNames(scenario.guardrails());
    List<String> findings =
        session.strategy().findings(scenario, context::isCancelled).stream()
            .map(Text::english)
            .toList();
    PlanView view = session.plans().freeze(scenario, context.part(0, 0.9));
    session.plans().export(view.id(), out, context.part(0.9, 1));
    Map<String, @Nullable Object> json = PlanFigures.json(view.plan());
    json.put("findings", findings);
    List<String> lines = new ArrayList<>(findings);
    lines.add(PlanFigures.HEADER);
    lines.add(PlanFigures.line(view.plan()));
    lines.add("Wrote " + out.toAbsolutePath());
    return new Result(json, lines);
  }
}
