package org.tiersmith.ui.model;

import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.tiersmith.training.metrics.Confusion;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** What was expected against what came, as counts and shares, and the figures that follow. */
final class ConfusionGrid extends HBox {
  private final Ui ui;
  private final Texts texts;
  private final Formats formats;
  private final QualityViewModel model;

  ConfusionGrid(Ui ui, Texts texts, QualityViewModel model) {
    super(20);
    this.ui = ui;
    this.texts = texts;
    this.formats = ui.formats();
    this.model = model;
    setId("confusion");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("ts-confusion");
    grid.add(head("confusion.bought"), 1, 0);
    grid.add(head("confusion.not"), 2, 0);
    grid.add(side("confusion.said-yes"), 0, 1);
    grid.add(side("confusion.said-no"), 0, 2);
    grid.add(cell("ts-hit", Confusion::truePositives), 1, 1);
    grid.add(cell("ts-slip", Confusion::falsePositives), 2, 1);
    grid.add(cell("ts-slip", Confusion::falseNegatives), 1, 2);
    grid.add(cell("ts-hit", Confusion::trueNegatives), 2, 2);
    GridPane figures = new GridPane();
    figures.getStyleClass().add("ts-facts");
    add(figures, 0, "confusion.precision", Confusion::precision);
    add(figures, 1, "confusion.recall", Confusion::recall);
    add(figures, 2, "confusion.f1", Confusion::f1);
    add(figures, 3, "confusion.accuracy", Confusion::accuracy);
    getChildren().addAll(grid, figures);
  }

  private Label head(String key) {
    Label label = Labels.muted(texts.bind(key));
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinWidth(USE_PREF_SIZE);
    label.getStyleClass().add("ts-confusion-head");
    return label;
  }

  private Label side(String key) {
    Label label = Labels.muted(texts.bind(key));
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private VBox cell(String style, ToLongFunction<Confusion> count) {
    Label number = Labels.plain(said(now -> formats.count(count.applyAsLong(now))));
    number.getStyleClass().add("ts-confusion-count");
    number.setMinWidth(USE_PREF_SIZE);
    Label share =
        Labels.muted(said(now -> formats.percent(count.applyAsLong(now) / (double) now.rows(), 1)));
    VBox cell = new VBox(number, share);
    cell.getStyleClass().addAll("ts-confusion-cell", style);
    return cell;
  }

  private void add(GridPane grid, int row, String key, ToDoubleFunction<Confusion> value) {
    Label name = Labels.muted(texts.bind(key));
    name.setMinWidth(USE_PREF_SIZE);
    Label figure = Labels.plain(said(now -> formats.number(value.applyAsDouble(now), 3)));
    figure.setMinWidth(USE_PREF_SIZE);
    grid.addRow(row, name, figure);
  }

  private ObservableValue<String> said(java.util.function.Function<Confusion, String> words) {
    return Bindings.createStringBinding(
        () -> {
          Confusion now = model.confusionBinding().get();
          return now == null ? Formats.UNKNOWN : words.apply(now);
        },
        model.confusionBinding(),
        ui.language().tongueProperty());
  }
}
