package org.tiersmith.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.EmptyState;
import org.tiersmith.ui.kit.KeyFigure;
import org.tiersmith.ui.kit.LabelledSlider;
import org.tiersmith.ui.kit.LabelledSlider.Estimate;
import org.tiersmith.ui.kit.LabelledSlider.Range;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.PagedTable;
import org.tiersmith.ui.kit.RowSource;
import org.tiersmith.ui.kit.Screen;
import org.tiersmith.ui.kit.ScreenFrame;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.ValueFormat;
import org.tiersmith.ui.kit.chart.Axis;
import org.tiersmith.ui.kit.chart.CategoryBars;
import org.tiersmith.ui.kit.chart.Histogram;
import org.tiersmith.ui.kit.chart.LineChart;
import org.tiersmith.ui.kit.chart.ReliabilityChart;
import org.tiersmith.ui.kit.chart.Ridgeline;
import org.tiersmith.ui.kit.chart.Series;
import org.tiersmith.ui.kit.chart.StackedBars;
import org.tiersmith.ui.kit.chart.StepCurve;

/** A screen with one of each part: to look at, and for {@link WarmUp}. */
final class Gallery implements Screen {
  private final Ui ui;
  private final ScreenFrame frame =
      ScreenFrame.of("gallery", Feather.GRID, text("Gallery")).withBadge(text("12 parts"));

  Gallery(Ui ui) {
    this.ui = ui;
  }

  @Override
  public ScreenFrame frame() {
    return frame;
  }

  @Override
  public List<Node> actions() {
    return List.of(
        Buttons.icon(Feather.CORNER_UP_LEFT, text("Undo"), () -> {}),
        Buttons.plain(text("Cancel"), () -> {}),
        Buttons.accent(text("Freeze plan"), () -> {}));
  }

  @Override
  public Parent content() {
    HBox figures = new HBox(12);
    figures
        .getChildren()
        .addAll(
            figure("¥ 182,400", KeyFigure.Tone.GOOD),
            figure("31 %", KeyFigure.Tone.BAD),
            figure("+8,412", KeyFigure.Tone.NEUTRAL));
    figures.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
    HBox charts = row(lines(), steps(), tiers());
    HBox more = row(ridges(), reliability(), histogram(), bars());
    VBox right = new VBox(12, figures, charts, more, table());
    VBox.setVgrow(charts, Priority.ALWAYS);
    VBox.setVgrow(more, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox all = new HBox(12, sliders(), right);
    all.getStyleClass().add("ts-content");
    return all;
  }

  private Node sliders() {
    LabelledSlider alpha = slider(LabelledSlider.Layout.STACKED, "α, all customers");
    alpha.captioned(text("data suggests 0.36 (0.31 – 0.42)"));
    LabelledSlider segment = slider(LabelledSlider.Layout.INLINE, "Champions");
    LabelledSlider chinese = slider(LabelledSlider.Layout.INLINE, "忠诚客户");
    Card card = new Card(text("Policy"), alpha, segment, chinese);
    card.subtitled(text("target rule")).withActions(Buttons.link(text("reset"), () -> {}));
    EmptyState empty =
        new EmptyState(
            Feather.DATABASE,
            text("No data yet"),
            text("Drop a file with your orders here. Customers and products are found in it."),
            EmptyState.action(text("Choose files"), () -> {}));
    Label paragraph =
        Labels.paragraph(
            text("Loyal customers buy again without a discount; occasional ones answer to it."));
    VBox left = new VBox(12, card, new Card(empty), paragraph);
    left.setMinWidth(300);
    left.setPrefWidth(300);
    left.setMaxWidth(300);
    return left;
  }

  private LabelledSlider slider(LabelledSlider.Layout layout, String name) {
    LabelledSlider slider =
        new LabelledSlider(
            layout,
            text(name),
            new Range(0, 1, 0.01),
            ValueFormat.number(2),
            ui.formats(),
            ui.language());
    slider.valueProperty().set(0.42);
    slider.estimateProperty().set(new Estimate(0.36, 0.31, 0.45));
    return slider;
  }

  private Node figure(String value, KeyFigure.Tone tone) {
    return new KeyFigure(
        text("Incremental profit"),
        text(value),
        text("+23 % against Classic"),
        new ReadOnlyObjectWrapper<>(tone));
  }

  private Node table() {
    PagedTable<Integer> table = new PagedTable<>(ui);
    table.text("customer", text("Customer"), i -> "C-%05d".formatted(i));
    table.text(
        "product", text("Product"), i -> i % 3 == 0 ? "陶瓷手冲咖啡壶 600 ml" : "Cast-iron pan, 28 cm");
    table.number("price", text("List price"), i -> ui.formats().money(i * 1.7));
    table.sourceProperty().set(RowSource.of(IntStream.range(0, 12_000).boxed().toList()));
    Card card = new Card(text("Pairs"), table).growing(table);
    card.setPrefHeight(190);
    card.setMinHeight(190);
    return card;
  }

  private Node lines() {
    Random random = new Random(5);
    int n = 2_000;
    double[] x = IntStream.range(0, n).mapToDouble(i -> i).toArray();
    double[] y =
        IntStream.range(0, n)
            .mapToDouble(i -> 0.3 + 0.4 * Math.exp(-i / 500.0) + 0.02 * random.nextGaussian())
            .toArray();
    Series raw = new Series("train", x, y, false);
    Series valid =
        new Series(
            "validation",
            new double[] {500, 1000, 1500, 2000},
            new double[] {0.42, 0.36, 0.33, 0.31},
            true);
    LineChart chart = new LineChart();
    chart.show(
        new LineChart.Model(
            new Axis(0, 3000, ui.formats()::compact, "step"),
            new Axis(0.2, 0.7, v -> ui.formats().number(v, 1), ""),
            List.of(
                new LineChart.Line(raw, 0, LineChart.Style.FAINT),
                new LineChart.Line(raw.smoothed("train", 0.02), 0, LineChart.Style.SOLID),
                new LineChart.Line(valid, 1, LineChart.Style.SOLID)),
            List.of(new LineChart.Mark(1000, "epoch 2"))));
    return card("Loss", chart);
  }

  private Node steps() {
    StepCurve chart = new StepCurve();
    chart.show(
        new StepCurve.Model(
            new Axis(0, 1, v -> ui.formats().percent(v, 0), "purchase probability at list price"),
            new Axis(0, 0.3, v -> ui.formats().percent(v, 0), ""),
            List.of(
                new StepCurve.Curve(
                    "target",
                    new double[] {0, 0.03, 0.14, 0.23, 1},
                    new double[] {0.15, 0.1, 0.05, 0},
                    0,
                    new Series("", new double[] {0, 0.3}, new double[] {0.16, 0}, false)),
                new StepCurve.Curve(
                    "classic",
                    new double[] {0, 0.27, 0.47, 0.85, 1},
                    new double[] {0, 0.05, 0.1, 0.3},
                    2,
                    null)),
            IntStream.range(0, 60).mapToDouble(i -> i * Math.exp(-i / 9.0)).toArray(),
            0.32,
            "p* 32 %"));
    return card("Discount by purchase probability", chart);
  }

  private Node tiers() {
    StackedBars chart = new StackedBars();
    chart.show(
        new StackedBars.Model(
            List.of("0 %", "5 %", "10 %", "15 %", "20 %", "30 %"),
            List.of(
                new StackedBars.Row("Champions", new double[] {60, 20, 10, 5, 3, 2}),
                new StackedBars.Row("忠诚客户", new double[] {40, 20, 15, 12, 8, 5}),
                new StackedBars.Row("Price hunters", new double[] {10, 15, 20, 20, 20, 15}))));
    return card("Tiers by segment", chart);
  }

  private Node ridges() {
    List<Ridgeline.Row> rows = new ArrayList<>();
    String[] names = {"Champions", "Loyal", "新客户", "At risk"};
    for (int r = 0; r < names.length; r++) {
      double middle = 42 - r * 9.0;
      double[] density =
          IntStream.range(0, 100)
              .mapToDouble(i -> Math.exp(-(i - middle) * (i - middle) / 160))
              .toArray();
      rows.add(
          new Ridgeline.Row(
              names[r], density, middle / 100, ui.formats().percent(middle / 100, 0), "1,204"));
    }
    Ridgeline chart = new Ridgeline();
    chart.show(new Ridgeline.Model(new Axis(0, 1, v -> ui.formats().percent(v, 0), ""), rows));
    return card("Purchase probability by segment", chart);
  }

  private Node reliability() {
    ReliabilityChart chart = new ReliabilityChart();
    chart.show(
        new ReliabilityChart.Model(
            new Axis(0, 1, v -> ui.formats().percent(v, 0), "predicted"),
            new Axis(0, 1, v -> ui.formats().percent(v, 0), "observed"),
            IntStream.range(0, 10)
                .mapToObj(
                    i -> new ReliabilityChart.Bin(i / 10.0 + 0.05, i / 10.0 + 0.03, 1000 - 90 * i))
                .toList()));
    return card("Calibration", chart);
  }

  private Node histogram() {
    Histogram chart = new Histogram();
    double[] counts = IntStream.range(0, 30).mapToDouble(i -> 900 * Math.exp(-i / 7.0)).toArray();
    chart.show(
        new Histogram.Model(
            new Axis(0, 300, ui.formats()::compact, "price"),
            Axis.around(0, 900, ui.formats()::compact, ""),
            counts));
    return card("Price", chart);
  }

  private Node bars() {
    CategoryBars chart = new CategoryBars();
    chart.show(
        new CategoryBars.Model(
            List.of(
                new CategoryBars.Row("Kitchen", 812, "812"),
                new CategoryBars.Row("户外运动", 411, "411"),
                new CategoryBars.Row("A very long category name that nobody reads", 80, "80"))));
    return card("Category", chart);
  }

  private static Card card(String title, Region chart) {
    Card card = new Card(text(title), chart).growing(chart);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private static HBox row(Node... nodes) {
    return new HBox(12, nodes);
  }

  private static ObservableValue<String> text(String text) {
    return new ReadOnlyStringWrapper(text);
  }
}
