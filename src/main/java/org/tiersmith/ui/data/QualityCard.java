package org.tiersmith.ui.data;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.data.Action;
import org.tiersmith.data.Finding;
import org.tiersmith.data.ImportRule;
import org.tiersmith.data.ImportRules;
import org.tiersmith.service.DatasetView;
import org.tiersmith.ui.data.DataViewModel.Report;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.ChoiceBar;
import org.tiersmith.ui.kit.ChoiceBar.Choice;
import org.tiersmith.ui.kit.Icons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** What the import noticed, gravest first. */
final class QualityCard extends VBox {
  private static final String REJECTED = "rejected.";

  private final RejectsViewModel rejects;
  private final Ui ui;
  private final Texts texts;
  private final VBox findings = new VBox();
  private final Button again;
  private ImportRules imported = ImportRules.DEFAULT;
  private ImportRules chosen = ImportRules.DEFAULT;

  QualityCard(DataViewModel model, Ui ui, Texts texts) {
    this.rejects = model.rejects();
    this.ui = ui;
    this.texts = texts;
    findings.getStyleClass().add("ts-findings");
    ScrollPane scroll = new Scroller(findings);
    scroll.getStyleClass().add("ts-bare-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    RulesPane rules = new RulesPane(ui, texts, this::choose);
    ChangesPane changes = new ChangesPane(texts);
    StackPane pages = new StackPane(scroll, rules, changes);
    model
        .reportProperty()
        .subscribe(
            page -> {
              scroll.setVisible(page == Report.FINDINGS);
              rules.setVisible(page == Report.RULES);
              changes.setVisible(page == Report.CHANGES);
            });
    again = Buttons.plain(texts.bind("import-again"), () -> model.importAgain(chosen));
    again.setId("import-again");
    again.setVisible(false);
    again.setManaged(false);
    Card card = new Card(texts.bind("quality"), pages, again).growing(pages);
    card.withActions(
        new ChoiceBar<>(
            model.reportProperty(),
            List.of(
                new Choice<>(Report.FINDINGS, "show-findings", texts.bind("findings")),
                new Choice<>(Report.RULES, "show-rules", texts.bind("rules")),
                new Choice<>(Report.CHANGES, "show-changes", texts.bind("changes")))));
    model.datasetProperty().subscribe(dataset -> showRules(rules, dataset));
    setVgrow(card, Priority.ALWAYS);
    getChildren().add(card);
    model.datasetProperty().subscribe(this::show);
    ui.language()
        .tongueProperty()
        .subscribe(
            tongue -> {
              DatasetView dataset = model.datasetProperty().get();
              show(dataset);
              changes.show(dataset == null ? null : dataset.changes());
            });
    model
        .datasetProperty()
        .subscribe(dataset -> changes.show(dataset == null ? null : dataset.changes()));
  }

  /** A rule was switched: nothing happens until the person imports again. */
  private void choose(ImportRule rule, Action action) {
    chosen = chosen.with(rule, action);
    offer(!chosen.equals(imported));
  }

  private void offer(boolean changed) {
    again.setVisible(changed);
    again.setManaged(changed);
  }

  private void showRules(RulesPane rules, @Nullable DatasetView dataset) {
    imported = dataset == null ? ImportRules.DEFAULT : dataset.mapping().rules();
    chosen = imported;
    offer(false);
    rules.show(imported, dataset == null ? List.of() : dataset.quality().rules());
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
    String key = finding.text().key();
    if (finding.level() == Finding.Level.REJECTED && key.startsWith(REJECTED)) {
      String reason = "import." + key.substring(REJECTED.length());
      row.setId("finding-" + key.substring(REJECTED.length()));
      row.getStyleClass().add("ts-clickable");
      row.setOnMouseClicked(event -> rejects.showOnly(reason));
    }
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
