package org.tiersmith.ui.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.service.ScenarioBoard;
import org.tiersmith.service.ScenarioEntry;
import org.tiersmith.strategy.Figures;
import org.tiersmith.strategy.GainsAndLosses;
import org.tiersmith.strategy.Outcome;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.task.LatestWins;

/** All scenarios side by side, reckoned only while somebody looks. On the window's thread. */
final class Comparisons {
  /**
   * A scenario's worth.
   *
   * @param id the scenario's; {@link ScenarioBoard#BASELINE} for no discount
   * @param scenario null for no discount
   * @param mix pairs by tier of its ladder; all pairs in one for no discount
   */
  record Column(long id, @Nullable Scenario scenario, Figures figures, long[] mix) {}

  /**
   * A comparison.
   *
   * @param columns no discount, then the scenarios in their order
   * @param gains who saves more or less by the current scenario than by the compared one; empty
   *     where that is no discount
   */
  record Result(List<Column> columns, List<GainsAndLosses> gains) {}

  private final StrategyDesk desk;
  private final StrategyViewModel model;
  private final LatestWins<Result> latest;
  private final ReadOnlyObjectWrapper<@Nullable Result> result =
      new ReadOnlyObjectWrapper<>(this, "result");
  private boolean watched;

  Comparisons(StrategyDesk desk, StrategyViewModel model, Pace pace, Consumer<Throwable> failed) {
    this.desk = desk;
    this.model = model;
    latest = new LatestWins<>(pace.slow(), pace.frame(), result::set, failed);
  }

  ReadOnlyObjectProperty<@Nullable Result> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** Somebody begins or stops to look. */
  void watch(boolean isWatched) {
    watched = isWatched;
    ask();
  }

  /** The scenarios may be others. */
  void ask() {
    Scenario current = model.currentProperty().get();
    if (watched && current != null && model.groundProperty().get() != null) {
      List<ScenarioEntry> entries = model.boardProperty().get().entries();
      Scenario other = model.compared().map(ScenarioEntry::scenario).orElse(null);
      latest.request(context -> compare(entries, current, other, context::isCancelled));
    }
  }

  void close() {
    latest.close();
  }

  private Result compare(
      List<ScenarioEntry> entries,
      Scenario current,
      @Nullable Scenario other,
      BooleanSupplier cancelled) {
    List<Column> columns = new ArrayList<>();
    for (ScenarioEntry entry : entries) {
      add(columns, entry, cancelled);
    }
    return new Result(columns, other == null ? List.of() : desk.gains(current, other, cancelled));
  }

  /** A scenario that cannot be reckoned with tells so when it is the current one. */
  private void add(List<Column> columns, ScenarioEntry entry, BooleanSupplier cancelled) {
    try {
      Outcome outcome = desk.figures(entry.scenario(), cancelled);
      if (columns.isEmpty()) {
        columns.add(
            new Column(
                ScenarioBoard.BASELINE,
                null,
                outcome.baseline(),
                new long[] {outcome.baseline().pairs()}));
      }
      long[] mix = new long[entry.scenario().tiers().size()];
      for (long[] segment : outcome.tierMix()) {
        for (int t = 0; t < mix.length; t++) {
          mix[t] += segment[t];
        }
      }
      columns.add(new Column(entry.id(), entry.scenario(), outcome.all(), mix));
    } catch (Problem problem) {
      return;
    }
  }
}
