package org.tiersmith.ui.customers;

import static java.util.Arrays.stream;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.Interest;
import org.tiersmith.profile.SegmentPortrait;
import org.tiersmith.profile.SegmentPortrait.MonthShare;
import org.tiersmith.ui.customers.SegmentsViewModel.Beside;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.Axis;
import org.tiersmith.ui.kit.chart.CanvasChart;
import org.tiersmith.ui.kit.chart.CategoryBars;
import org.tiersmith.ui.kit.chart.FactorBars;
import org.tiersmith.ui.kit.chart.HeatGrid;
import org.tiersmith.ui.kit.chart.LineChart;
import org.tiersmith.ui.kit.chart.Series;

/** What one segment is like, beside all customers: words, topics, recency, goods and months. */
final class SegmentPortraitPane extends StackPane {
  private static final int MOST_BARS = 7;

  private final Ui ui;
  private final Texts texts;
  private final Formats formats;
  private final SegmentsViewModel model;

  SegmentPortraitPane(SegmentsViewModel model, Ui ui, Texts texts) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    this.formats = ui.formats();
    getChildren().add(Lazily.of(model.portrait(), texts, model::describe, this::parts));
  }

  private Node parts() {
    HBox first = row(words(), goods(), topics(), grid());
    HBox second =
        row(
            months(),
            spread("affinity", SegmentPortrait::discountAffinities),
            spread("price-level", SegmentPortrait::priceLevels),
            spread("churn", SegmentPortrait::churnRisks));
    VBox both = new VBox(10, first, second);
    VBox.setVgrow(first, Priority.ALWAYS);
    VBox.setVgrow(second, Priority.ALWAYS);
    return both;
  }

  private static HBox row(Region... parts) {
    HBox row = new HBox(24, parts);
    for (Region part : parts) {
      part.setMinWidth(0);
      part.setPrefWidth(240);
      HBox.setHgrow(part, Priority.ALWAYS);
    }
    row.setMinHeight(0);
    row.setPrefHeight(150);
    return row;
  }

  private Region words() {
    return chart(
        "words",
        new CategoryBars(),
        p ->
            new CategoryBars.Model(
                p.own().keywords().stream()
                    .limit(MOST_BARS)
                    .map(w -> new CategoryBars.Row(w.word(), w.weight(), ""))
                    .toList()));
  }

  private Region goods() {
    return chart("goods", new CategoryBars(), p -> bars(p.own().categories()));
  }

  private Region topics() {
    return chart("topics", new CategoryBars(), p -> bars(p.own().topics()));
  }

  private Region months() {
    return chart(
        "months",
        new FactorBars(),
        p ->
            new FactorBars.Model(
                p.own().months().stream()
                    .map(m -> Month.of(m.month()))
                    .map(m -> m.getDisplayName(TextStyle.NARROW_STANDALONE, locale()))
                    .toList(),
                p.own().months().stream().mapToDouble(SegmentPortraitPane::factor).toArray(),
                v -> formats.number(v, 1)));
  }

  private Locale locale() {
    return texts.language().locale();
  }

  /** Their share of orders in the month over that of all customers; 1 where nobody orders. */
  private static double factor(MonthShare month) {
    return month.usual() > 0 ? month.share() / month.usual() : 1;
  }

  /** How customers spread over tenths of 0 to 1, beside all customers. */
  private Region spread(String title, Function<SegmentPortrait, List<Integer>> tenths) {
    return chart(
        title,
        new LineChart(),
        p -> {
          double[] own = shares(tenths.apply(p.own()));
          double[] all = shares(tenths.apply(p.all()));
          double most = DoubleStream.concat(stream(own), stream(all)).max().orElse(0);
          return new LineChart.Model(
              new Axis(0, 1, v -> formats.percent(v, 0), ""),
              Axis.around(0, Math.max(most, 0.1), v -> formats.percent(v, 0), ""),
              List.of(
                  line("everyone", all, LineChart.Style.REFERENCE),
                  line("here", own, LineChart.Style.SOLID)),
              List.of(),
              new LineChart.Reading(v -> formats.percent(v, 0), v -> formats.percent(v, 0)));
        });
  }

  private LineChart.Line line(String name, double[] shares, LineChart.Style style) {
    double[] middles =
        IntStream.range(0, shares.length).mapToDouble(i -> (i + 0.5) / shares.length).toArray();
    return new LineChart.Line(new Series(texts.get(name), middles, shares, false), 0, style);
  }

  private static double[] shares(List<Integer> counts) {
    double all = Math.max(1, counts.stream().mapToInt(Integer::intValue).sum());
    return counts.stream().mapToDouble(count -> count / all).toArray();
  }

  private Region grid() {
    return chart("rfm-grid", new HeatGrid(), this::rfm);
  }

  private HeatGrid.Model rfm(Beside beside) {
    List<List<Integer>> counts = beside.own().rfm();
    int most = counts.stream().flatMap(List::stream).mapToInt(Integer::intValue).max().orElse(0);
    List<Integer> scores = IntStream.rangeClosed(1, 5).boxed().toList();
    return new HeatGrid.Model(
        "",
        scores.reversed().stream().map(r -> texts.get("recency", r)).toList(),
        scores.stream().map(f -> texts.get("frequency", f)).toList(),
        scores.reversed().stream()
            .map(r -> scores.stream().map(f -> cell(counts.get(r - 1).get(f - 1), most)).toList())
            .toList());
  }

  private HeatGrid.Cell cell(int customers, int most) {
    return new HeatGrid.Cell(
        most > 0 ? (double) customers / most : 0,
        customers == 0 ? "" : formats.count(customers),
        texts.get("cell-customers", customers));
  }

  private CategoryBars.Model bars(List<Interest> interests) {
    return new CategoryBars.Model(
        interests.stream()
            .limit(MOST_BARS)
            .map(i -> new CategoryBars.Row(i.name(), i.share(), withLift(i)))
            .toList());
  }

  private String withLift(Interest interest) {
    String share = formats.percent(interest.share(), 0);
    return Double.isNaN(interest.lift())
        ? share
        : share + " · " + formats.number(interest.lift(), 1) + "×";
  }

  private <M> Region chart(String title, CanvasChart<M> chart, Function<Beside, M> drawing) {
    Runnable show =
        () -> {
          @Nullable Beside now = model.portrait().valueProperty().get();
          chart.show(now == null ? null : drawing.apply(now));
        };
    model.portrait().valueProperty().subscribe(show);
    ui.language().tongueProperty().subscribe(show);
    show.run();
    chart.setMinHeight(40);
    return titled(title, chart);
  }

  private Region titled(String title, Region content) {
    ObservableValue<String> name = texts.bind("portrait." + title);
    VBox.setVgrow(content, Priority.ALWAYS);
    return new VBox(4, Labels.section(name), content);
  }
}
