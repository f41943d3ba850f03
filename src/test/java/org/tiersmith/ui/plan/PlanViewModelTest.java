package org.tiersmith.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.task.JobRunner;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.TestUi.HeldRunner;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;
import org.tiersmith.ui.strategy.FakeStrategyDesk;

/** State and commands of the plan screen. */
class PlanViewModelTest {
  @TempDir Path folder;
  private final Notices notices = new Notices();
  private FakePlanDesk desk;

  @BeforeEach
  void open() {
    desk = new FakePlanDesk(new FakeStrategyDesk(folder, 200, true, true));
  }

  @Test
  void loadsAndIsEmptyAtFirst() {
    HeldRunner held = new HeldRunner();
    PlanViewModel model = model(held);
    assertThat(model.stateProperty().get()).isEqualTo(LoadState.LOADING);
    held.release();
    assertThat(model.stateProperty().get()).isEqualTo(LoadState.NOTHING);
  }

  @Test
  void aFrozenPlanIsSelected() {
    PlanViewModel model = model(runner());
    model.freeze();
    model.freeze();
    assertThat(model.stateProperty().get()).isEqualTo(LoadState.READY);
    assertThat(model.plans()).hasSize(2);
    assertThat(model.selectedProperty().get()).isEqualTo(model.plans().getFirst());
  }

  @Test
  void exportsAndTells() {
    PlanViewModel model = model(runner());
    model.freeze();
    Path csv = folder.resolve("plan.csv");
    model.export(model.plans().getFirst(), csv);
    assertThat(csv).exists();
    assertThat(notices.open())
        .singleElement()
        .matches(n -> n.text().english().contains("plan.csv"));
  }

  @Test
  void anExportThatFailsIsTold() {
    PlanViewModel model = model(runner());
    model.freeze();
    model.export(model.plans().getFirst(), folder.resolve("missing/plan.csv"));
    assertThat(notices.open()).singleElement().matches(n -> n.kind() != Notices.Kind.DONE);
  }

  @Test
  void removingTheLastLeavesItEmpty() {
    PlanViewModel model = model(runner());
    model.freeze();
    model.remove(model.plans().getFirst());
    assertThat(model.stateProperty().get()).isEqualTo(LoadState.NOTHING);
    assertThat(model.selectedProperty().get()).isNull();
  }

  private PlanViewModel model(JobRunner runner) {
    return new PlanViewModel(desk, new Tasks(runner, FxDispatcher.direct(), notices), notices);
  }

  private static JobRunner runner() {
    return new SameThreadJobRunner((job, failure) -> {});
  }
}
