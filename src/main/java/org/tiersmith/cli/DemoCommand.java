package org.tiersmith.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.service.PlanView;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.RunResult;
import org.tiersmith.service.RunView;
import org.tiersmith.service.ScenarioEntry;
import org.tiersmith.service.Workbench;
import org.tiersmith.task.JobContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The whole road on the sample data: import, train, score, strategy, plan.csv. */
@Command(name = "demo", description = "Goes the whole road on the sample data, without a window.")
final class DemoCommand implements Callable<Integer> {
  private static final double FILLED = 0.95;

  private final Workbench workbench;
  private final Console console;
  private final Interrupts interrupts;

  @Parameters(
      paramLabel = "OUT_DIR",
      arity = "0..1",
      defaultValue = "tiersmith-demo",
      description = "a folder for the project and plan.csv; tiersmith-demo without")
  private Path out = Path.of("tiersmith-demo");

  @Option(names = "--language", paramLabel = "en|zh", defaultValue = "en")
  private String language = "en";

  DemoCommand(Workbench workbench, Console console, Interrupts interrupts) {
    this.workbench = workbench;
    this.console = console;
    this.interrupts = interrupts;
  }

  @Override
  public Integer call() throws Exception {
    SampleLanguage shop = SampleLanguage.of(language);
    Path file = freshFile();
    interrupts.arm();
    try (ProjectSession session = workbench.create(file)) {
      JobContext context = console.context(interrupts::isStop);
      session.sample().fill(shop, context.part(0, FILLED));
      tell(session, context.part(FILLED, 1));
      return Tiersmith.OK;
    }
  }

  /**
   * Freezes a plan for every scenario, prints their figures and exports the most profitable one.
   */
  private void tell(ProjectSession session, JobContext context) throws IOException {
    session.runs().scorable().map(RunView::result).ifPresent(this::tellModel);
    console.line(PlanFigures.HEADER);
    @Nullable PlanView best = null;
    for (ScenarioEntry entry : session.strategy().shelf().board().entries()) {
      PlanView plan = session.plans().freeze(entry.scenario(), context);
      console.line(PlanFigures.line(plan.plan()));
      if (best == null || profit(plan) > profit(best)) {
        best = plan;
      }
    }
    if (best == null) {
      throw new IllegalStateException("the sample shop has no scenarios");
    }
    Path csv = out.resolve("plan.csv");
    session.plans().export(best.id(), csv, context);
    console.line("Project: " + session.path());
    console.line("Plan (" + best.plan().name() + ", the highest profit): " + csv.toAbsolutePath());
  }

  private void tellModel(RunResult result) {
    console.line(
        String.format(
            "Model: test AUC %.3f, calibration error %.3f on %,d later exposures; %.0f examples/s",
            result.test().auc(),
            result.test().ece(),
            result.test().rows(),
            result.examplesPerSecond()));
  }

  private static double profit(PlanView plan) {
    return plan.plan().totals().profit();
  }

  /** The demo's project file; the one of an earlier demo is replaced. */
  private Path freshFile() throws IOException {
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw Problem.of(
          "cli.not-a-folder", "{0} is a file; the demo needs a folder.", out.toString());
    }
    Files.createDirectories(out);
    Path file = out.resolve("demo" + ProjectSession.EXTENSION);
    for (String leftOver : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + leftOver));
    }
    return file;
  }
}
