package org.tiersmith.ui.data;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.data.Wins;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** What each rule of the import does, and which of several values is taken. */
final class RulesTab extends MappingTab {
  private final RulesPane rules;

  RulesTab(MappingViewModel model, Ui ui, Texts texts) {
    super(model, texts);
    setFitToHeight(true);
    this.rules = new RulesPane(ui, texts, model.draft()::act);
  }

  @Override
  protected Node content(ChosenFile file) {
    ComboBox<Wins> wins = Combos.of(texts.language(), value -> texts.choice("wins", value));
    wins.getItems().setAll(Wins.values());
    wins.setValue(model.draft().state().rules().wins());
    wins.setId("wins");
    wins.accessibleTextProperty().bind(texts.bind("several-values"));
    wins.setOnAction(
        event -> model.draft().change(now -> now.with(now.rules().withWins(wins.getValue()))));
    HBox several = new HBox(8, Labels.plain(texts.bind("several-values")), wins);
    several.getStyleClass().add("ts-row");
    VBox.setVgrow(rules, Priority.ALWAYS);
    return column(hint(texts.bind("rules-hint")), several, rules);
  }

  @Override
  protected void previewed(@Nullable ImportPreview preview) {
    rules.show(model.draft().state().rules(), preview == null ? List.of() : preview.outcomes());
  }
}
