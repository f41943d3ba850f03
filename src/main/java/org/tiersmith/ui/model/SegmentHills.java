package org.tiersmith.ui.model;

import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.GivenNames;
import org.tiersmith.strategy.ProbabilityHistogram;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.Axis;
import org.tiersmith.ui.kit.chart.Ridgeline;
import org.tiersmith.ui.model.ScoresViewModel.Scored;

/** How likely each segment's customers are to buy: one hill a segment. */
final class SegmentHills extends StackPane {
  private final Texts texts;
  private final Formats formats;
  private final Ridgeline hills = new Ridgeline();

  SegmentHills(Ui ui, Texts texts, ModelViewModel model) {
    this.texts = texts;
    this.formats = ui.formats();
    hills.setId("hills");
    Tooltip about = new Tooltip();
    about.textProperty().bind(texts.bind("hills.tooltip"));
    about.setWrapText(true);
    about.setMaxWidth(420);
    Tooltip.install(hills, about);
    var none = Labels.paragraph(texts.bind("hills.none"));
    none.visibleProperty().bind(model.scores().scoredProperty().isNull());
    StackPane place = new StackPane(hills, none);
    VBox.setVgrow(place, Priority.ALWAYS);
    Card card =
        new Card(texts.bind("hills"), place)
            .subtitled(
                Bindings.createStringBinding(
                    () -> subtitle(model.scores().scoredProperty().get()),
                    model.scores().scoredProperty(),
                    ui.language().tongueProperty()))
            .growing(place);
    getChildren().add(card);
    model.scores().scoredProperty().subscribe(this::draw);
    ui.language().tongueProperty().subscribe(tongue -> draw(model.scores().scoredProperty().get()));
  }

  private String subtitle(@Nullable Scored scored) {
    return scored == null
        ? ""
        : texts.get("hills.how", scored.scores().pairs(), Long.toString(scored.scores().runId()));
  }

  private void draw(@Nullable Scored scored) {
    if (scored == null) {
      hills.show(null);
      return;
    }
    List<ProbabilityHistogram> segments = scored.segments();
    double[] edges = segments.getFirst().edges();
    double end = edges[edges.length - 1];
    hills.show(
        new Ridgeline.Model(
            new Axis(0, end, share -> formats.percent(share, 0), texts.get("hills.axis")),
            segments.stream()
                .filter(segment -> !Double.isNaN(segment.median()))
                .map(this::row)
                .toList()));
  }

  private Ridgeline.Row row(ProbabilityHistogram segment) {
    double median = segment.median();
    return new Ridgeline.Row(
        texts.language().say(GivenNames.segment(segment.segment())),
        Arrays.stream(segment.counts()).asDoubleStream().toArray(),
        median,
        formats.percent(median, median < 0.1 ? 1 : 0),
        texts.get("hills.pairs", Arrays.stream(segment.counts()).sum()));
  }
}
