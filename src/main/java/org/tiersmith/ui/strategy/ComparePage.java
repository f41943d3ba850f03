package org.tiersmith.ui.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.ScenarioBoard;
import org.tiersmith.service.ScenarioEntry;
import org.tiersmith.strategy.Figures;
import org.tiersmith.ui.kit.Comparison;
import org.tiersmith.ui.kit.Comparison.Better;
import org.tiersmith.ui.kit.ComparisonTable;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.strategy.Comparisons.Column;
import org.tiersmith.ui.strategy.Comparisons.Result;

/** All scenarios side by side, and who saves more and who less by the current one. */
final class ComparePage extends HBox {
  private final Live live;
  private final Formats formats;
  private final ComparisonTable table;
  private final GainsTable gains;

  ComparePage(Live live) {
    super(16);
    this.live = live;
    this.formats = live.ui().formats();
    this.table = new ComparisonTable(live.ui(), this::chosen);
    this.gains = new GainsTable(live);
    setAlignment(Pos.TOP_LEFT);
    HBox.setHgrow(table, Priority.ALWAYS);
    VBox.setVgrow(gains, Priority.ALWAYS);
    getChildren().addAll(table, gains);
    Comparisons comparisons = live.model().comparisons();
    visibleProperty().subscribe(comparisons::watch);
    comparisons.resultProperty().subscribe(this::show);
    live.ui().language().tongueProperty().subscribe(this::again);
    formats.currencyProperty().subscribe(this::again);
  }

  /** The button that saves the figures. */
  Node saving() {
    return table.offerSaving(live.texts().bind("rows.compare"));
  }

  private void again() {
    show(live.model().comparisons().resultProperty().get());
  }

  private void chosen(int column) {
    Result result = live.model().comparisons().resultProperty().get();
    if (result != null && column < result.columns().size()) {
      live.model().compareWith(result.columns().get(column).id());
      again();
    }
  }

  private void show(@Nullable Result result) {
    if (result == null || result.columns().isEmpty()) {
      return;
    }
    List<Column> columns = result.columns();
    table.show(
        new Comparison(columns.stream().map(this::name).toList(), figures(columns), base(columns)));
    gains.show(result.gains());
  }

  private String name(Column column) {
    return column.scenario() == null
        ? live.texts().get("compare.none")
        : live.scenario(column.scenario());
  }

  private int base(List<Column> columns) {
    long id = live.model().compared().map(ScenarioEntry::id).orElse(ScenarioBoard.BASELINE);
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).id() == id)
        .findFirst()
        .orElse(0);
  }

  private List<Comparison.Figure> figures(List<Column> columns) {
    List<Comparison.Figure> figures = new ArrayList<>();
    money(figures, columns, "figure.incremental-profit", Better.HIGHER, Figures::incrementalProfit);
    money(figures, columns, "figure.discount-cost", Better.LOWER, Figures::discountCost);
    money(figures, columns, "compare.waste", Better.LOWER, Figures::waste);
    add(
        figures,
        columns,
        "figure.waste",
        Better.LOWER,
        Figures::wasteShare,
        share -> formats.percent(share, 1));
    add(
        figures,
        columns,
        "compare.return",
        Better.HIGHER,
        Figures::returnOnDiscount,
        times -> formats.number(times, 2));
    add(
        figures,
        columns,
        "figure.units",
        Better.HIGHER,
        Figures::incrementalUnits,
        units -> formats.number(units, 1));
    money(figures, columns, "compare.revenue", Better.HIGHER, Figures::incrementalRevenue);
    add(
        figures,
        columns,
        "figure.customers-reached",
        Better.NEITHER,
        f -> (double) f.customersReached(),
        count -> formats.number(count, 0));
    add(
        figures,
        columns,
        "column.coverage",
        Better.NEITHER,
        Figures::coverage,
        share -> formats.percent(share, 1));
    add(
        figures,
        columns,
        "column.mean-rate",
        Better.NEITHER,
        Figures::meanRate,
        share -> formats.percent(share, 1));
    tiers(figures, columns);
    return figures;
  }

  private void money(
      List<Comparison.Figure> figures,
      List<Column> columns,
      String key,
      Better better,
      ToDoubleFunction<Figures> value) {
    add(figures, columns, key, better, value, formats::money);
  }

  private void add(
      List<Comparison.Figure> figures,
      List<Column> columns,
      String key,
      Better better,
      ToDoubleFunction<Figures> value,
      DoubleFunction<String> format) {
    figures.add(
        new Comparison.Figure(
            live.texts().get(key),
            better,
            columns.stream().mapToDouble(c -> value.applyAsDouble(c.figures())).toArray(),
            format,
            format));
  }

  /** The share of pairs at each rate that any of the ladders has. */
  private void tiers(List<Comparison.Figure> figures, List<Column> columns) {
    TreeSet<Double> rates = new TreeSet<>();
    columns.forEach(column -> rates(column).forEach(rates::add));
    for (double rate : rates) {
      figures.add(
          new Comparison.Figure(
              live.texts().get("compare.tier", Rates.text(formats, rate)),
              Better.NEITHER,
              columns.stream().mapToDouble(column -> share(column, rate)).toArray(),
              share -> formats.percent(share, 1),
              share -> formats.percent(share, 1)));
    }
  }

  private static List<Double> rates(Column column) {
    return column.scenario() == null
        ? List.of(0.0)
        : column.scenario().tiers().rates().stream().map(rate -> rate.value()).toList();
  }

  private static double share(Column column, double rate) {
    int tier = rates(column).indexOf(rate);
    return tier < 0 ? 0 : (double) column.mix()[tier] / column.figures().pairs();
  }
}
