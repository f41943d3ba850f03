package org.tiersmith.ui.data;

import java.time.ZoneId;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.data.Finding;
import org.tiersmith.service.DatasetView;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Icons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** What the import noticed, gravest first. */
final class QualityCard extends VBox {
  private final Ui ui;
  private final Texts texts;
  private final VBox findings = new VBox();

  QualityCard(DataViewModel model, Ui ui, Texts texts) {
    this.ui = ui;
    this.texts = texts;
    findings.getStyleClass().add("ts-findings");
    ScrollPane scroll = new Scroller(findings);
    scroll.getStyleClass().add("ts-bare-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    Card card = new Card(texts.bind("quality"), scroll).growing(scroll);
    card.subtitled(
        Bindings.createStringBinding(
            () -> imported(model.datasetProperty().get()),
            model.datasetProperty(),
            ui.language().tongueProperty()));
    setVgrow(card, Priority.ALWAYS);
    getChildren().add(card);
    model.datasetProperty().subscribe(this::show);
    ui.language().tongueProperty().subscribe(tongue -> show(model.datasetProperty().get()));
  }

  private String imported(@Nullable DatasetView dataset) {
    return dataset == null
        ? ""
        : texts.get(
            "imported-at",
            ui.formats().date(dataset.importedAt().atZone(ZoneId.systemDefault()).toLocalDate()));
  }

  private void show(@Nullable DatasetView dataset) {
    findings.getChildren().clear();
    if (dataset == null) {
      return;
    }
    dataset.quality().findings().stream()
        .sorted((a, b) -> b.level().compareTo(a.level()))
        .map(this::row)
        .forEach(findings.getChildren()::add);
    if (dataset.quality().findings().isEmpty()) {
      findings.getChildren().add(Labels.paragraph(texts.bind("nothing-found")));
    }
  }

  private Node row(Finding finding) {
    Label text =
        Labels.paragraph(
            Bindings.createStringBinding(
                () -> ui.language().say(finding.text()), ui.language().tongueProperty()));
    text.getStyleClass().setAll("label", "ts-plain");
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(8, Icons.of(icon(finding.level())), text);
    row.getStyleClass()
        .addAll("ts-finding", "ts-" + finding.level().name().toLowerCase(java.util.Locale.ROOT));
    return row;
  }

  private static Feather icon(Finding.Level level) {
    return switch (level) {
      case NOTE -> Feather.INFO;
      case WARNING -> Feather.ALERT_TRIANGLE;
      case REJECTED -> Feather.X_CIRCLE;
    };
  }
}
