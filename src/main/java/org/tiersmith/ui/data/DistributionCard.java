package org.tiersmith.ui.data;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Distribution;
import org.tiersmith.service.DataTable;
import org.tiersmith.service.GivenNames;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.Axis;
import org.tiersmith.ui.kit.chart.CategoryBars;
import org.tiersmith.ui.kit.chart.Histogram;

/** How the values of one column are spread: a histogram, or the most frequent values. */
final class DistributionCard extends VBox {
  /** More bars than these leave no room for their names. */
  private static final int MOST_BARS = 9;

  private static final double FIRST_INSTANT = 5e8;

  private final Formats formats;
  private final Texts texts;
  private final ObservableValue<DataTable> table;
  private final Histogram histogram = new Histogram();
  private final CategoryBars bars = new CategoryBars();
  private final Label facts = new Label();

  DistributionCard(TableViewModel model, Ui ui, Texts texts) {
    this.formats = ui.formats();
    this.texts = texts;
    this.table = model.tableProperty();
    ComboBox<String> columns = Combos.of(ui.language(), name -> name);
    columns.setId("distribution-column");
    columns.setPrefWidth(170);
    columns.accessibleTextProperty().bind(texts.bind("distribution"));
    model
        .headProperty()
        .subscribe(head -> columns.getItems().setAll(head == null ? List.of() : head.columns()));
    columns.setOnAction(
        event -> {
          String chosen = columns.getValue();
          Distribution shown = model.distributionProperty().get();
          if (chosen != null && (shown == null || !shown.column().equals(chosen))) {
            model.showColumn(chosen);
          }
        });
    facts.setId("distribution-facts");
    facts.getStyleClass().add("ts-muted");
    facts.setWrapText(true);
    facts.setMinHeight(USE_PREF_SIZE);
    StackPane chart = new StackPane(histogram, bars);
    chart.setMinHeight(150);
    chart.setPrefHeight(150);
    getChildren().add(new Card(texts.bind("distribution"), chart, facts).withActions(columns));
    model
        .distributionProperty()
        .subscribe(
            shown -> {
              if (shown != null && !shown.column().equals(columns.getValue())) {
                columns.setValue(shown.column());
              }
              show(shown);
            });
    ui.language().tongueProperty().subscribe(tongue -> show(model.distributionProperty().get()));
  }

  private void show(@Nullable Distribution shown) {
    boolean none = shown == null || shown.bins().isEmpty();
    boolean numeric = shown != null && shown.numeric();
    histogram.setVisible(!none && numeric);
    bars.setVisible(!none && !numeric);
    if (shown == null) {
      facts.setText("");
      return;
    }
    if (none) {
      facts.setText(texts.get("facts-no-values"));
      return;
    }
    DoubleFunction<String> label = label(shown);
    if (numeric) {
      showNumbers(shown, label);
    } else {
      bars.show(
          new CategoryBars.Model(
              shown.bins().stream()
                  .limit(MOST_BARS)
                  .map(
                      b ->
                          new CategoryBars.Row(
                              value(shown, b.label()), b.count(), formats.count(b.count())))
                  .toList()));
    }
    facts.setText(
        numeric
            ? texts.get(
                "facts-numbers",
                label.apply(shown.low()),
                label.apply(shown.median()),
                label.apply(shown.high()),
                shown.missing())
            : texts.get("facts-values", shown.distinct(), shown.missing()));
  }

  private String value(Distribution shown, String label) {
    return table.getValue().holdsEventTypes(shown.column())
        ? texts.language().say(GivenNames.event(label))
        : label;
  }

  private void showNumbers(Distribution shown, DoubleFunction<String> label) {
    double[] counts = shown.bins().stream().mapToDouble(Distribution.Bin::count).toArray();
    double most = java.util.Arrays.stream(counts).max().orElse(1);
    histogram.show(
        new Histogram.Model(
            new Axis(shown.low(), shown.high(), label, ""),
            Axis.around(0, most, formats::compact, ""),
            counts));
  }

  /** Instants arrive as seconds since 1970; no price of a shop is that high. */
  private DoubleFunction<String> label(Distribution shown) {
    if (shown.column().equals("timestamp") && shown.low() > FIRST_INSTANT) {
      return seconds ->
          formats.date(Instant.ofEpochSecond((long) seconds).atZone(ZoneOffset.UTC).toLocalDate());
    }
    return formats::compact;
  }
}
