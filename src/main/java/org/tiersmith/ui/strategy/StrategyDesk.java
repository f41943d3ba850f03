package org.tiersmith.ui.strategy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.tiersmith.model.Text;
import org.tiersmith.service.FrontierView;
import org.tiersmith.service.Name;
import org.tiersmith.service.PlanView;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.RowPage;
import org.tiersmith.service.RowQuery;
import org.tiersmith.service.ScenarioShelf;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.strategy.CurvePoints;
import org.tiersmith.strategy.Explanation;
import org.tiersmith.strategy.GainsAndLosses;
import org.tiersmith.strategy.Outcome;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.Scope;
import org.tiersmith.task.JobContext;

/** What the strategy screen needs of a project; all but the shelf on background threads. */
interface StrategyDesk {

  /** The scenarios; answers at once. */
  ScenarioShelf shelf();

  /** Whether pairs are scored. */
  boolean isReady();

  StrategyGround ground(int bins);

  /** Fills an empty shelf. */
  void proposeScenarios();

  /** What a scenario is worth. */
  Outcome evaluate(Scenario scenario, BooleanSupplier cancelled);

  /** The same as soon as it can be told, without guardrails where these would take longer. */
  Outcome figures(Scenario scenario, BooleanSupplier cancelled);

  CurvePoints granted(Scenario scenario, int points, BooleanSupplier cancelled);

  RowPage rows(Scenario scenario, RowQuery query, BooleanSupplier cancelled);

  Explanation explain(Scenario scenario, int pair);

  /** The most that any plan can earn within each budget; empty where no cost is known. */
  Optional<FrontierView> frontier(Scenario scenario, int points, BooleanSupplier cancelled);

  /** What in a scenario's guardrails contradicts itself or the data, in sentences. */
  List<Text> findings(Scenario scenario, BooleanSupplier cancelled);

  /** Who saves more and who less by one scenario than by another, per segment. */
  List<GainsAndLosses> gains(Scenario one, Scenario other, BooleanSupplier cancelled);

  /** Who or what a guardrail may name: the first that hold a text. */
  List<Name> names(Scope scope, String text, int most);

  PlanView freeze(Scenario scenario, JobContext context) throws IOException;

  /** Calls the listener on each change of the project, on any thread; run the result to stop. */
  Runnable listen(Consumer<ProjectChange> listener);

  /** The desk of an open project. */
  static StrategyDesk of(ProjectSession session) {
    return new SessionDesk(session);
  }

  /** Passes everything on to the session's use cases. */
  record SessionDesk(ProjectSession session) implements StrategyDesk {

    @Override
    public ScenarioShelf shelf() {
      return session.strategy().shelf();
    }

    @Override
    public boolean isReady() {
      return session.strategy().isReady();
    }

    @Override
    public StrategyGround ground(int bins) {
      return session.strategy().ground(bins);
    }

    @Override
    public void proposeScenarios() {
      session.strategy().proposeScenarios();
    }

    @Override
    public Outcome evaluate(Scenario scenario, BooleanSupplier cancelled) {
      return session.strategy().evaluate(scenario, cancelled);
    }

    @Override
    public Outcome figures(Scenario scenario, BooleanSupplier cancelled) {
      return session.strategy().figures(scenario, cancelled);
    }

    @Override
    public CurvePoints granted(Scenario scenario, int points, BooleanSupplier cancelled) {
      return session.strategy().granted(scenario, points, cancelled);
    }

    @Override
    public RowPage rows(Scenario scenario, RowQuery query, BooleanSupplier cancelled) {
      return session.strategy().rows(scenario, query, cancelled);
    }

    @Override
    public Explanation explain(Scenario scenario, int pair) {
      return session.strategy().explain(scenario, pair);
    }

    @Override
    public Optional<FrontierView> frontier(
        Scenario scenario, int points, BooleanSupplier cancelled) {
      return session.strategy().frontier(scenario, points, cancelled);
    }

    @Override
    public List<Text> findings(Scenario scenario, BooleanSupplier cancelled) {
      return session.strategy().findings(scenario, cancelled);
    }

    @Override
    public List<GainsAndLosses> gains(Scenario one, Scenario other, BooleanSupplier cancelled) {
      return session.strategy().gains(one, other, cancelled);
    }

    @Override
    public List<Name> names(Scope scope, String text, int most) {
      return session.strategy().names(scope, text, most);
    }

    @Override
    public PlanView freeze(Scenario scenario, JobContext context) throws IOException {
      return session.plans().freeze(scenario, context);
    }

    @Override
    public Runnable listen(Consumer<ProjectChange> listener) {
      return session.events().listen(listener);
    }
  }
}
