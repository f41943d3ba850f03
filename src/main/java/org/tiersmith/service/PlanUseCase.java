package org.tiersmith.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Provenance;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.model.Text;
import org.tiersmith.plan.FrozenPlan;
import org.tiersmith.plan.FrozenRows;
import org.tiersmith.plan.GzippedCsv;
import org.tiersmith.plan.PlanCsv;
import org.tiersmith.plan.PlanFile;
import org.tiersmith.project.ArtifactId;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.project.StoredPlan;
import org.tiersmith.strategy.Decisions;
import org.tiersmith.strategy.Evaluator;
import org.tiersmith.strategy.Outcome;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;

/** Freezes scenarios into plans and exports them. A frozen plan never changes. */
public final class PlanUseCase {
  private static final String ROWS_KIND = "plan.rows";

  private final ProjectFile project;
  private final StrategyUseCase strategy;
  private final CustomerUseCase customers;
  private final ProjectEvents events;

  PlanUseCase(
      ProjectFile project,
      StrategyUseCase strategy,
      CustomerUseCase customers,
      ProjectEvents events) {
    this.project = project;
    this.strategy = strategy;
    this.customers = customers;
    this.events = events;
  }

  /** Freezes a scenario: its rows, totals and where they came from. */
  public PlanView freeze(Scenario scenario, JobContext context) throws IOException {
    return stoppable(() -> freezeNow(scenario, context));
  }

  private PlanView freezeNow(Scenario scenario, JobContext context) throws IOException {
    context.progress(-1, Text.of("progress.plan.decide", "Deciding each pair''s discount"));
    StrategyUseCase.Current ground = strategy.current(scenario);
    Portfolio portfolio = ground.portfolio();
    Decisions decisions = strategy.decide(portfolio, scenario, context::isCancelled);
    Outcome outcome = Evaluator.evaluate(portfolio, scenario, decisions, context::isCancelled);
    String segments = customers.segmentation().scheme();
    Provenance provenance = provenance(scenario, segments, ground.scores().provenance());
    FrozenPlan plan =
        FrozenPlan.freeze(
            scenario.name(), scenario, segments, portfolio.responses(), outcome, provenance);
    context.progress(0.5, Text.of("progress.plan.freeze", "Keeping the plan''s rows"));
    try (Workspace workspace = new Workspace()) {
      Path rows = workspace.file(ROWS_KIND);
      FrozenRows.of(portfolio, scenario, decisions).write(rows);
      context.checkCancelled();
      ArtifactId artifact = project.artifacts().put(rows, ROWS_KIND, provenance).id();
      StoredPlan stored =
          project
              .plans()
              .add(
                  plan.name(),
                  Json.write(scenario),
                  Json.write(plan),
                  artifact,
                  ground.scores().pairs(),
                  provenance);
      events.publish(ProjectChange.PLANS_CHANGED);
      return view(stored);
    }
  }

  /** All plans, the latest first. */
  public List<PlanView> plans() {
    return project.plans().all().stream()
        .map(PlanUseCase::view)
        .sorted(Comparator.comparingLong(PlanView::id).reversed())
        .toList();
  }

  /** Writes a plan's rows as CSV; an existing file is replaced only by a whole new one. */
  public void export(long planId, Path csv, JobContext context) {
    StoredPlan plan =
        project
            .plans()
            .find(planId)
            .orElseThrow(() -> Problem.of("plan.gone", "That plan is no longer there."));
    checkPlace(csv);
    stoppable(
        () -> {
          write(plan, csv, context);
          return csv;
        });
    project.audit().record("plan.exported", "plan " + planId + ", " + plan.name());
    context.progress(1, exporting(csv));
  }

  private void write(StoredPlan plan, Path csv, JobContext context) {
    context.progress(0, exporting(csv));
    Path decisions = project.artifacts().layout(plan.decisions());
    if (plan.pairs() == null) {
      GzippedCsv.export(decisions, csv);
      return;
    }
    ScoredPairs pairs = strategy.scoredPairs(plan.pairs());
    FrozenRows rows = read(decisions);
    FrozenPlan frozen = Json.read(plan.totals(), FrozenPlan.class);
    Portfolio portfolio = rows.portfolio(pairs, frozen.responses());
    new PlanCsv(pairs, portfolio, frozen.scenario(), rows)
        .write(csv, context::isCancelled, share -> context.progress(share, exporting(csv)));
  }

  private static FrozenRows read(Path decisions) {
    try {
      return FrozenRows.read(decisions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Text exporting(Path csv) {
    return Text.of("progress.plan.export", "Writing {0}", csv.toString());
  }

  /** Work that the stations stop in their way, told in the way of jobs. */
  private static <T, E extends Exception> T stoppable(Work<T, E> work) throws E {
    try {
      return work.run();
    } catch (CancellationException e) {
      CancelledException stopped = new CancelledException();
      stopped.initCause(e);
      throw stopped;
    }
  }

  private interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /**
   * Refuses places that no plan may be written to, before any work is done.
   *
   * @throws Problem for a project's files too: a plan never replaces a project
   */
  public void checkPlace(Path csv) {
    PlanFile.check(csv);
    if (OutputPlaces.isOfProject(csv, project.path()) || ProjectFile.isDatabase(csv)) {
      throw Problem.of(
          "plan.is-project",
          "{0} is a project''s file. Name another file for the plan. Nothing was written.",
          csv.toString());
    }
  }

  /** Takes a plan out of the project. */
  public void remove(long planId) {
    project.plans().remove(planId);
    events.publish(ProjectChange.PLANS_CHANGED);
  }

  private static Provenance provenance(Scenario scenario, String segments, Provenance scores) {
    return new Provenance(
        "plan",
        scores.inputHash(),
        Map.of(
            "scenario", Json.write(scenario),
            "segments", segments,
            "run", scores.settings().getOrDefault("run", "")),
        scores.seed(),
        Versions.all(),
        "cpu",
        Instant.now());
  }

  private static PlanView view(StoredPlan stored) {
    return new PlanView(
        stored.id(), stored.created(), Json.read(stored.totals(), FrozenPlan.class));
  }
}
