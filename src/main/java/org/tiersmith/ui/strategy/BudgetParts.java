package org.tiersmith.ui.strategy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.Scope;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.ValueFormat;
import org.tiersmith.ui.strategy.NamedList.Item;
import org.tiersmith.ui.strategy.NamedList.Values;

/** Budgets of their own for segments or for categories, within the whole. */
final class BudgetParts extends VBox {
  private final Live live;
  private final NamedList list;
  private final Subscription tie;

  /**
   * @param step of the amounts
   */
  BudgetParts(Live live, StrategyDesk desk, double step) {
    super(4);
    this.live = live;
    StrategyGround ground = live.model().groundProperty().get();
    boolean categories = ground != null && !ground.categories().isEmpty();
    List<Scope> scopes =
        categories ? List.of(Scope.SEGMENT, Scope.CATEGORY) : List.of(Scope.SEGMENT);
    Values values = new Values(new ValueFormat(1, 0, ""), 100 * step / 10, Double.MAX_VALUE, step);
    list = new NamedList(live, desk, "budget-parts", scopes, values, this::changed);
    getChildren()
        .addAll(
            Labels.section(live.texts().bind(categories ? "budget.parts" : "budget.segment-parts")),
            list);
    tie = live.model().currentProperty().subscribe(this::show);
  }

  void close() {
    tie.unsubscribe();
  }

  private void show(@Nullable Scenario scenario) {
    if (scenario != null && scenario.policy() instanceof Policy.BudgetOptimum budget) {
      list.show(
          Stream.concat(
                  items(Scope.SEGMENT, budget.bySegment()),
                  items(Scope.CATEGORY, budget.byCategory()))
              .toList());
    }
  }

  private static Stream<Item> items(Scope scope, Map<String, Double> budgets) {
    return new TreeMap<>(budgets)
        .entrySet().stream().map(e -> new Item(scope, e.getKey(), e.getValue()));
  }

  /** Both kinds at once are not possible: the kind added last stays. */
  private void changed(List<Item> items) {
    if (items.isEmpty()) {
      live.model().edit("", Edits.segmentBudgets(Map.of()));
      return;
    }
    Scope kind = items.getLast().scope();
    Map<String, Double> budgets =
        items.stream()
            .filter(item -> item.scope() == kind)
            .collect(Collectors.toMap(Item::name, Item::value));
    live.model()
        .edit(
            "",
            kind == Scope.SEGMENT ? Edits.segmentBudgets(budgets) : Edits.categoryBudgets(budgets));
  }
}
