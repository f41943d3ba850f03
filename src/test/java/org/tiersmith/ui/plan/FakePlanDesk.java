package org.tiersmith.ui.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.tiersmith.service.PlanView;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.task.JobContext;
import org.tiersmith.ui.strategy.FakeStrategyDesk;

/** A desk whose plans are kept in memory. */
final class FakePlanDesk implements PlanDesk {
  private final FakeStrategyDesk strategy;
  private final List<PlanView> plans = new ArrayList<>();
  private final List<Consumer<ProjectChange>> listeners = new CopyOnWriteArrayList<>();
  private long lastId;

  FakePlanDesk(FakeStrategyDesk strategy) {
    this.strategy = strategy;
    strategy.proposeScenarios();
  }

  FakePlanDesk freezingAll() {
    strategy.shelf().board().entries().forEach(e -> freeze(e.scenario(), JobContext.detached()));
    return this;
  }

  @Override
  public List<PlanView> plans() {
    return List.copyOf(plans);
  }

  @Override
  public Optional<Scenario> candidate() {
    return strategy.shelf().board().current().map(entry -> entry.scenario());
  }

  @Override
  public PlanView freeze(Scenario scenario, JobContext context) {
    PlanView plan =
        FakeStrategyDesk.plan(++lastId, scenario, strategy.evaluate(scenario, () -> false));
    plans.addFirst(plan);
    publish();
    return plan;
  }

  @Override
  public void export(long plan, Path csv, JobContext context) {
    try {
      Files.writeString(csv, "customer_id,product_id\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void remove(long plan) {
    plans.removeIf(view -> view.id() == plan);
    publish();
  }

  @Override
  public Runnable listen(Consumer<ProjectChange> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void publish() {
    listeners.forEach(listener -> listener.accept(ProjectChange.PLANS_CHANGED));
  }
}
