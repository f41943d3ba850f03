package org.tiersmith.ui.strategy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.service.PairRow;
import org.tiersmith.service.RowPage;
import org.tiersmith.service.RowQuery;
import org.tiersmith.service.RowQuery.Sort;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.JobHandle;
import org.tiersmith.ui.kit.RowSource;
import org.tiersmith.ui.kit.Tasks;

/** The rows of the scenario that the sliders rest on, filtered. */
final class PairRows implements RowSource<PairRow> {
  /** Sort keys by the id of their column. */
  static final Map<String, Sort> SORTS =
      Map.of(
          "probability", Sort.PROBABILITY,
          "list-price", Sort.LIST_PRICE,
          "discount", Sort.DISCOUNT,
          "price", Sort.PRICE,
          "incremental-profit", Sort.INCREMENTAL_PROFIT);

  private static final Text READ = Text.of("ui.strategy.rows", "Reading rows");

  private final StrategyDesk desk;
  private final StrategyViewModel model;
  private final Tasks tasks;
  private final RowQuery.Filter filter;
  private @Nullable JobHandle<?> running;

  PairRows(StrategyDesk desk, StrategyViewModel model, Tasks tasks, RowQuery.Filter filter) {
    this.desk = desk;
    this.model = model;
    this.tasks = tasks;
    this.filter = filter;
  }

  @Override
  public CompletionStage<Page<PairRow>> read(Request request) {
    CompletableFuture<Page<PairRow>> page = new CompletableFuture<>();
    Scenario scenario = model.details().settledProperty().get();
    if (scenario == null) {
      page.complete(new Page<>(List.of(), 0));
      return page;
    }
    if (running != null) {
      running.cancel();
    }
    RowQuery query = query(filter, request);
    running =
        tasks.quietly(
            READ,
            context -> desk.rows(scenario, query, context::isCancelled),
            rows -> page.complete(new Page<>(rows.rows(), rows.total())),
            page::completeExceptionally);
    return page;
  }

  @Override
  public Page<PairRow> readNow(Request request, JobContext context) {
    Scenario scenario = model.details().settledProperty().get();
    if (scenario == null) {
      return new Page<>(List.of(), 0);
    }
    RowPage rows = desk.rows(scenario, query(filter, request), context::isCancelled);
    return new Page<>(rows.rows(), rows.total());
  }

  /** As asked; rows that nobody sorted begin with those that earn most. */
  static RowQuery query(RowQuery.Filter filter, Request request) {
    Sort sort = request.sortColumn() == null ? null : SORTS.get(request.sortColumn());
    return new RowQuery(
        filter,
        sort == null ? Sort.INCREMENTAL_PROFIT : sort,
        sort != null && request.ascending(),
        request.offset(),
        request.limit());
  }
}
