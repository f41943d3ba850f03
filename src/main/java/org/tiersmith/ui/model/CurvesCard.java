package org.tiersmith.ui.model;

import java.util.Arrays;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tiersmith.ui.kit.ChoiceBar;
import org.tiersmith.ui.kit.ChoiceBar.Choice;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.ChartExport;
import org.tiersmith.ui.kit.chart.LineChart;

/** How the chosen runs learn, while and after they do: one of several curves. */
final class CurvesCard extends VBox {
  private final Ui ui;
  private final Texts texts;
  private final ModelViewModel model;
  private final LineChart chart = new LineChart();
  private final CurveDrawing drawing;

  CurvesCard(Ui ui, Texts texts, ModelViewModel model) {
    this.ui = ui;
    this.texts = texts;
    this.model = model;
    this.drawing = new CurveDrawing(ui.formats(), texts, model);
    getStyleClass().add("ts-card");
    chart.setId("curves");
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().addAll(header(), chart);
    model.curves().versionProperty().subscribe(now -> draw());
    model.curves().kindProperty().subscribe(now -> draw());
    model.runs().selectedProperty().subscribe(now -> draw());
    model.progress().stepsProperty().subscribe(now -> draw());
    ui.language().tongueProperty().subscribe(now -> draw());
  }

  private HBox header() {
    ChoiceBar<CurveKind> choice =
        new ChoiceBar<>(
            model.curves().kindProperty(),
            Arrays.stream(CurveKind.values()).map(this::choice).toList());
    Label how = Labels.muted(how());
    how.getStyleClass().add("ts-may-be-cut");
    how.setMinWidth(0);
    HBox.setHgrow(how, Priority.ALWAYS);
    how.setMaxWidth(Double.MAX_VALUE);
    Region save = ChartExport.offer(ui, chart, texts.bind("curves"));
    save.setMinWidth(USE_PREF_SIZE);
    HBox header = new HBox(choice, how, save);
    choice.setMinWidth(USE_PREF_SIZE);
    header.getStyleClass().add("ts-card-header");
    return header;
  }

  private Choice<CurveKind> choice(CurveKind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return new Choice<>(kind, "curve-" + name, texts.bind("curve." + name));
  }

  private ObservableValue<String> how() {
    return Bindings.createStringBinding(
        () -> drawing.how(model.curves().kindProperty().get()),
        model.curves().kindProperty(),
        model.curves().versionProperty(),
        model.runs().chosenProperty(),
        ui.language().tongueProperty());
  }

  private void draw() {
    chart.show(drawing.of(model.curves().kindProperty().get()).orElse(null));
  }
}
