package org.tiersmith.ui.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.model.Text;
import org.tiersmith.response.ResponseKind;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.RowQuery;
import org.tiersmith.service.ScenarioEntry;
import org.tiersmith.strategy.Cap;
import org.tiersmith.strategy.Exclusion;
import org.tiersmith.strategy.GainsAndLosses;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Precedence;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.Scope;
import org.tiersmith.task.JobRunner;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.TestUi.HeldRunner;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** State and commands of the strategy screen, over the real kernel and a real shelf. */
class StrategyViewModelTest {
  private static final int PAIRS = 600;

  @TempDir Path folder;
  private final Notices notices = new Notices();

  @Test
  void waitsUntilPairsAreScored() {
    FakeStrategyDesk desk = desk().ready(false);
    StrategyViewModel model = model(desk, runner());
    assertThat(model.stateProperty().get()).isEqualTo(LoadState.NOTHING);
    assertThat(model.groundProperty().get()).isNull();
    desk.ready(true).publish(ProjectChange.PAIRS_SCORED);
    assertThat(model.stateProperty().get()).isEqualTo(LoadState.READY);
    assertThat(model.answerProperty().get()).isNotNull();
  }

  @Test
  void showsThatItIsLoading() {
    HeldRunner held = new HeldRunner();
    StrategyViewModel model = model(desk(), held);
    assertThat(model.stateProperty().get()).isEqualTo(LoadState.LOADING);
    held.release();
    assertThat(model.stateProperty().get()).isEqualTo(LoadState.READY);
  }

  @Test
  void saysWhenThePairsCannotBeRead() {
    FakeStrategyDesk broken = desk();
    broken.breakDown();
    StrategyViewModel model = model(broken, runner());
    assertThat(model.stateProperty().get()).isEqualTo(LoadState.FAILED);
    assertThat(notices.open()).hasSize(1);
  }

  @Test
  void figuresFollowEachEdit() {
    StrategyViewModel model = ready();
    select(model, PolicyKind.FIXED);
    model.edit("", Edits.fixedRate(0));
    assertThat(cost(model)).isZero();
    model.edit("", Edits.fixedRate(0.1));
    double tenth = cost(model);
    model.edit("", Edits.fixedRate(0.2));
    assertThat(tenth).isPositive();
    assertThat(cost(model)).isGreaterThan(tenth);
  }

  @Test
  void oneDragIsOneUndo() {
    StrategyViewModel model = ready();
    select(model, PolicyKind.FIXED);
    Scenario before = model.currentProperty().get();
    for (int step = 1; step <= 5; step++) {
      model.edit("drag 1", Edits.fixedRate(0.01 * step));
    }
    assertThat(model.undoableProperty().get()).isTrue();
    model.undo();
    assertThat(model.currentProperty().get()).isEqualTo(before);
    model.redo();
    assertThat(model.currentProperty().get().policy()).isEqualTo(new Policy.Fixed(0.05));
  }

  @Test
  void comparesWithAnotherScenario() {
    StrategyViewModel model = ready();
    assertThat(model.answerProperty().get().compared()).isNull();
    select(model, PolicyKind.TARGET);
    ScenarioEntry classic = entry(model, PolicyKind.CLASSIC);
    model.compareWith(classic.id());
    assertThat(model.answerProperty().get().compared().scenario()).isEqualTo(classic.scenario());
    model.select(classic.id());
    assertThat(model.answerProperty().get().compared()).isNull();
  }

  @Test
  void anotherPolicyStartsWhereTheDataSuggest() {
    StrategyViewModel model = ready();
    model.choose(PolicyKind.BUDGET);
    assertThat(model.currentProperty().get().policy()).isInstanceOf(Policy.BudgetOptimum.class);
    assertThat(model.answerProperty().get().current().outcome().certificate()).isNotNull();
    assertThat(model.answerProperty().get().current().curve()).isNull();
    assertThat(model.details().grantedProperty().get().current().raw()).isNull();
  }

  @Test
  void withoutCostsProfitCannotBeThePolicy() {
    StrategyViewModel model = model(new FakeStrategyDesk(folder, PAIRS, false, true), runner());
    assertThat(model.start(PolicyKind.PROFIT)).isEmpty();
    assertThat(model.start(PolicyKind.TARGET)).isPresent();
    assertThat(model.answerProperty().get().current().outcome().all().hasProfit()).isFalse();
  }

  @Test
  void anUnknownSegmentIsToldAndMended() {
    StrategyViewModel model = ready();
    select(model, PolicyKind.TARGET);
    model.edit("", Edits.alphas(Map.of("Nobody", 0.3)));
    assertThat(model.troubleProperty().get().english()).contains("Nobody");
    assertThat(model.answerProperty().get()).isNull();
    model.edit("", Edits.alphas(Map.of()));
    assertThat(model.troubleProperty().get()).isNull();
    assertThat(model.answerProperty().get()).isNotNull();
  }

  @Test
  void aFittedResponseChangesTheFigures() {
    StrategyViewModel model = ready();
    select(model, PolicyKind.FIXED);
    double learned = model.answerProperty().get().current().outcome().all().incrementalUnits();
    for (ResponseKind kind :
        List.of(ResponseKind.HAZARD, ResponseKind.LOGIT, ResponseKind.ISOTONIC)) {
      model.edit("", Edits.response(kind));
      double fitted = model.answerProperty().get().current().outcome().all().incrementalUnits();
      assertThat(fitted).isPositive().isNotEqualTo(learned);
      assertThat(fitted).isBetween(0.5 * learned, 2 * learned);
    }
  }

  @Test
  void theFrontierLiesAboveEveryScenario() {
    StrategyViewModel model = ready();
    select(model, PolicyKind.CLASSIC);
    Details.Under under = model.details().frontierProperty().get();
    assertThat(under.others()).hasSize(model.boardProperty().get().entries().size() - 1);
    assertThat(under.others())
        .allSatisfy(
            other ->
                assertThat(under.view().best().applyAsDouble(other.cost()))
                    .isGreaterThanOrEqualTo(other.profit() * (1 - 1e-9)));
    assertThat(under.view().cost()).isSorted();
  }

  @Test
  void comparesAllScenariosOnceSomebodyLooks() {
    StrategyViewModel model = ready();
    assertThat(model.comparisons().resultProperty().get()).isNull();
    model.comparisons().watch(true);
    Comparisons.Result all = model.comparisons().resultProperty().get();
    assertThat(all.columns()).hasSize(model.boardProperty().get().entries().size() + 1);
    assertThat(all.columns().getFirst().figures().incrementalProfit()).isZero();
    assertThat(all.columns()).allMatch(c -> Arrays.stream(c.mix()).sum() == PAIRS);
    assertThat(all.gains()).isEmpty();
    select(model, PolicyKind.TARGET);
    model.compareWith(entry(model, PolicyKind.CLASSIC).id());
    List<GainsAndLosses> gains = model.comparisons().resultProperty().get().gains();
    assertThat(gains).hasSize(5).allMatch(g -> g.gain() + g.lose() <= g.customers());
    assertThat(gains.stream().mapToLong(g -> g.gain() + g.lose()).sum()).isPositive();
  }

  @Test
  void tellsContradictionsAndTakesThemBack() {
    StrategyViewModel model = ready();
    model.edit("", Edits.maxDiscount(0.02));
    assertThat(model.details().findingsProperty().get())
        .extracting(Text::english)
        .anyMatch(
            sentence -> sentence.contains("2%") && sentence.contains("nobody gets a discount"));
    model.undo();
    assertThat(model.details().findingsProperty().get())
        .extracting(Text::key)
        .doesNotContain("finding.cap-below-tiers");
  }

  @Test
  void everySettingIsUndone() {
    StrategyViewModel model = ready();
    Scenario before = model.currentProperty().get();
    List<UnaryOperator<Scenario>> edits =
        List.of(
            Edits.minRate(0.07),
            Edits.perCustomer(2),
            Edits.totalBudget(500.0),
            Edits.caps(List.of(new Cap(Scope.CATEGORY, "Kitchen", 0.1))),
            Edits.precedence(Precedence.MOST_SPECIFIC),
            Edits.exclusions(List.of(new Exclusion(Scope.PRODUCT, "P-1"))),
            Edits.boundaries(List.of(0.01, 0.06, 0.11, 0.16, 0.25)));
    for (UnaryOperator<Scenario> edit : edits) {
      Scenario earlier = model.currentProperty().get();
      model.edit("", edit);
      assertThat(model.currentProperty().get()).isNotEqualTo(earlier);
      assertThat(model.answerProperty().get().current().scenario())
          .isEqualTo(model.currentProperty().get());
    }
    edits.forEach(edit -> model.undo());
    assertThat(model.currentProperty().get()).isEqualTo(before);
  }

  @Test
  void slowDetailsWaitUntilTheSliderRests() {
    List<Runnable> slow = new ArrayList<>();
    List<Runnable> resting = new ArrayList<>();
    Pace pace = new Pace(Runnable::run, slow::add, Runnable::run, () -> {}, resting::add);
    Tasks tasks = new Tasks(runner(), FxDispatcher.direct(), notices);
    StrategyViewModel model = new StrategyViewModel(desk().slow(), tasks, notices, pace);
    runAll(slow);
    Scenario settled = model.details().settledProperty().get();
    model.edit("", Edits.maxDiscount(0.11));
    model.edit("", Edits.maxDiscount(0.12));
    assertThat(model.answerProperty().get().current().scenario().guardrails().maxDiscount())
        .isEqualTo(0.12);
    assertThat(model.details().settledProperty().get()).isEqualTo(settled);
    runAll(resting);
    assertThat(model.details().settledProperty().get()).isEqualTo(model.currentProperty().get());
  }

  private static void runAll(List<Runnable> waiting) {
    while (!waiting.isEmpty()) {
      waiting.removeFirst().run();
    }
  }

  @Test
  void theLastScenarioStays() {
    StrategyViewModel model = ready();
    int all = model.boardProperty().get().entries().size();
    for (int i = 0; i < all; i++) {
      model.remove();
    }
    assertThat(model.boardProperty().get().entries()).hasSize(1);
    assertThat(notices.open()).hasSize(1);
  }

  @Test
  void copiesHaveNamesOfTheirOwn() {
    StrategyViewModel model = ready();
    String name = model.currentProperty().get().name();
    model.duplicate();
    assertThat(model.currentProperty().get().name()).isEqualTo(name + " 2");
    model.rename("Spring");
    assertThat(model.currentProperty().get().name()).isEqualTo("Spring");
  }

  @Test
  void explainsARowOfTheCurrentScenario() {
    FakeStrategyDesk desk = desk();
    StrategyViewModel model = model(desk, runner());
    var query = new RowQuery(RowQuery.Filter.ALL, RowQuery.Sort.DISCOUNT, false, 0, 1);
    var row = desk.rows(model.currentProperty().get(), query, () -> false).rows().getFirst();
    model.explain(row);
    assertThat(model.explainedProperty().get().why().p0()).isEqualTo(row.probability());
    model.edit("", Edits.maxDiscount(0.05));
    assertThat(model.explainedProperty().get().row()).isEqualTo(row);
    assertThat(model.explainedProperty().get().why().rate()).isLessThanOrEqualTo(0.05);
    model.explain(null);
    assertThat(model.explainedProperty().get()).isNull();
  }

  @Test
  void freezingTellsWhereThePlanIs() {
    StrategyViewModel model = ready();
    model.freeze();
    assertThat(notices.open())
        .singleElement()
        .extracting(Notices.Notice::kind)
        .isEqualTo(Notices.Kind.DONE);
  }

  @Test
  void addedTiersFindTheirPlace() {
    assertThat(TierPane.withOneMore(new double[] {0, 0.1})).containsExactly(0, 0.1, 0.15);
    assertThat(TierPane.withOneMore(new double[] {0, 0.1, 0.6})).containsExactly(0, 0.1, 0.35, 0.6);
  }

  private FakeStrategyDesk desk() {
    return new FakeStrategyDesk(folder, PAIRS, true, true);
  }

  private StrategyViewModel ready() {
    return model(desk(), runner());
  }

  private StrategyViewModel model(FakeStrategyDesk desk, JobRunner runner) {
    Tasks tasks = new Tasks(runner, FxDispatcher.direct(), notices);
    return new StrategyViewModel(desk, tasks, notices, Pace.DIRECT);
  }

  private static JobRunner runner() {
    return new SameThreadJobRunner((job, failure) -> {});
  }

  private static void select(StrategyViewModel model, PolicyKind kind) {
    model.select(entry(model, kind).id());
  }

  private static ScenarioEntry entry(StrategyViewModel model, PolicyKind kind) {
    return model.boardProperty().get().entries().stream()
        .filter(entry -> PolicyKind.of(entry.scenario().policy()) == kind)
        .findFirst()
        .orElseThrow();
  }

  private static double cost(StrategyViewModel model) {
    return model.answerProperty().get().current().outcome().all().discountCost();
  }
}
