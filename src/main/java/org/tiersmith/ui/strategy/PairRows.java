package org.tiersmith.ui.strategy;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.service.PairRow;
import org.tiersmith.service.RowQuery;
import org.tiersmith.service.RowQuery.Sort;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.task.JobHandle;
import org.tiersmith.ui.kit.RowSource;
import org.tiersmith.ui.kit.Tasks;

/** The rows of whatever the current scenario is, of one segment or all. */
final class PairRows implements RowSource<PairRow> {
  /** Sort keys by the id of their column. */
  static final Map<String, Sort> SORTS =
      Map.of(
          "probability", Sort.PROBABILITY,
          "list-price", Sort.LIST_PRICE,
          "discount", Sort.DISCOUNT,
          "incremental-profit", Sort.INCREMENTAL_PROFIT);

  private static final Text READ = Text.of("ui.strategy.rows", "Reading rows");

  private final StrategyDesk desk;
  private final StrategyViewModel model;
  private final Tasks tasks;
  private final int segment;
  private @Nullable JobHandle<?> running;

  /**
   * @param segment index of a segment, -1 for all
   */
  PairRows(StrategyDesk desk, StrategyViewModel model, Tasks tasks, int segment) {
    this.desk = desk;
    this.model = model;
    this.tasks = tasks;
    this.segment = segment;
  }

  @Override
  public CompletionStage<Page<PairRow>> read(Request request) {
    CompletableFuture<Page<PairRow>> page = new CompletableFuture<>();
    Scenario scenario = model.currentProperty().get();
    if (scenario == null) {
      page.complete(new Page<>(java.util.List.of(), 0));
      return page;
    }
    if (running != null) {
      running.cancel();
    }
    RowQuery query = query(request);
    running =
        tasks.quietly(
            READ,
            context -> desk.rows(scenario, query, context::isCancelled),
            rows -> page.complete(new Page<>(rows.rows(), rows.total())),
            page::completeExceptionally);
    return page;
  }

  /** As asked; rows that nobody sorted begin with those that earn most. */
  private RowQuery query(Request request) {
    Sort sort = request.sortColumn() == null ? null : SORTS.get(request.sortColumn());
    return new RowQuery(
        segment,
        sort == null ? Sort.INCREMENTAL_PROFIT : sort,
        sort != null && request.ascending(),
        request.offset(),
        request.limit());
  }
}
