package org.tiersmith.ui.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tiersmith.service.PlanView;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.ScenarioEntry;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.task.JobContext;

/** What the plan screen needs of a project; called on background threads. */
interface PlanDesk {

  /** All plans, the latest first. */
  List<PlanView> plans();

  /** The scenario that would be frozen; empty before pairs are scored. Answers at once. */
  Optional<Scenario> candidate();

  PlanView freeze(Scenario scenario, JobContext context) throws IOException;

  void export(long plan, Path csv, JobContext context);

  void remove(long plan);

  /** Calls the listener on each change of the project, on any thread; run the result to stop. */
  Runnable listen(Consumer<ProjectChange> listener);

  /** The desk of an open project. */
  static PlanDesk of(ProjectSession session) {
    return new SessionDesk(session);
  }

  /** Passes everything on to the session's use cases. */
  record SessionDesk(ProjectSession session) implements PlanDesk {

    @Override
    public List<PlanView> plans() {
      return session.plans().plans();
    }

    @Override
    public Optional<Scenario> candidate() {
      return session.strategy().shelf().board().current().map(ScenarioEntry::scenario);
    }

    @Override
    public PlanView freeze(Scenario scenario, JobContext context) throws IOException {
      return session.plans().freeze(scenario, context);
    }

    @Override
    public void export(long plan, Path csv, JobContext context) {
      session.plans().export(plan, csv, context);
    }

    @Override
    public void remove(long plan) {
      session.plans().remove(plan);
    }

    @Override
    public Runnable listen(Consumer<ProjectChange> listener) {
      return session.events().listen(listener);
    }
  }
}
