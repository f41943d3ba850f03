package org.tiersmith.ui.customers;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.SegmentPortrait;
import org.tiersmith.ui.customers.SegmentsViewModel.Beside;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.CanvasChart;
import org.tiersmith.ui.kit.chart.CategoryBars;
import org.tiersmith.ui.kit.chart.FactorBars;
import org.tiersmith.ui.kit.chart.HeatGrid;
import org.tiersmith.ui.kit.chart.LineChart;

/** What one segment is like, beside all customers: words, topics, recency, goods and months. */
final class SegmentPortraitPane extends StackPane {
  private final SegmentsViewModel model;
  private final Ui ui;
  private final Texts texts;
  private final PortraitModels models;

  SegmentPortraitPane(SegmentsViewModel model, Ui ui, Texts texts) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    this.models = new PortraitModels(ui, texts);
    getChildren().add(Lazily.of(model.portrait(), texts, model::describe, this::parts));
  }

  private Node parts() {
    HBox first =
        row(
            chart("words", new CategoryBars(), p -> models.words(p.own().keywords())),
            chart("goods", new CategoryBars(), p -> models.interests(p.own().categories())),
            chart("topics", new CategoryBars(), p -> models.interests(p.own().topics())),
            chart("rfm-grid", new HeatGrid(), p -> models.rfm(p.own().rfm())));
    HBox second =
        row(
            chart("months", new FactorBars(), p -> models.months(p.own().months())),
            explained(spread("affinity", SegmentPortrait::discountAffinities)),
            spread("price-level", SegmentPortrait::priceLevels),
            told(spread("churn", SegmentPortrait::churnRisks)));
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

  private Region spread(String title, Function<SegmentPortrait, List<Integer>> tenths) {
    return chart(
        title, new LineChart(), p -> models.spread(tenths.apply(p.own()), tenths.apply(p.all())));
  }

  /** The same with a word on what the affinity means where the mouse rests on it. */
  private Region explained(Region affinity) {
    Tooltip about = new Tooltip();
    about.textProperty().bind(texts.bind("affinity.about"));
    about.setWrapText(true);
    about.setMaxWidth(400);
    Tooltip.install(affinity, about);
    return affinity;
  }

  /** The same above what the risk means and how well it does. */
  private Region told(Region churn) {
    Label told =
        Labels.paragraph(
            Bindings.createStringBinding(
                this::told, model.portrait().valueProperty(), ui.language().tongueProperty()));
    told.setId("churn-told");
    told.setMinHeight(USE_PREF_SIZE);
    VBox.setVgrow(churn, Priority.ALWAYS);
    return new VBox(4, churn, told);
  }

  private String told() {
    @Nullable Beside now = model.portrait().valueProperty().get();
    return now == null ? "" : ui.language().say(now.own().churnTold());
  }

  /**
   * A chart below its title.
   *
   * @param drawing gives null where nothing is known
   */
  private <M> Region chart(
      String title, CanvasChart<M> chart, Function<Beside, @Nullable M> drawing) {
    Label none = Labels.paragraph(texts.bind("portrait.none"));
    Runnable show =
        () -> {
          @Nullable Beside now = model.portrait().valueProperty().get();
          @Nullable M drawn = now == null ? null : drawing.apply(now);
          chart.show(drawn);
          boolean unknown = now != null && drawn == null;
          chart.setVisible(!unknown);
          chart.setManaged(!unknown);
          none.setVisible(unknown);
          none.setManaged(unknown);
        };
    model.portrait().valueProperty().subscribe(show);
    ui.language().tongueProperty().subscribe(show);
    show.run();
    chart.setMinHeight(40);
    VBox.setVgrow(chart, Priority.ALWAYS);
    return new VBox(4, Labels.section(texts.bind("portrait." + title)), chart, none);
  }
}
