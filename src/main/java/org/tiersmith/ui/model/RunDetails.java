package org.tiersmith.ui.model;

import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.RunView;
import org.tiersmith.ui.kit.Facts;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** What the selected run was made of. */
final class RunDetails extends StackPane {
  private final Texts texts;
  private final RunFacts words;
  private final Facts facts = new Facts();

  RunDetails(Ui ui, Texts texts, ModelViewModel model) {
    this.texts = texts;
    this.words = new RunFacts(texts, ui.formats());
    getChildren().add(facts);
    model.runs().selectedProperty().subscribe(this::show);
    ui.language().tongueProperty().subscribe(now -> show(model.runs().selectedProperty().get()));
  }

  private void show(@Nullable RunView run) {
    facts.clear();
    if (run != null) {
      words.brief(run).forEach((name, value) -> facts.fact(texts.bind("fact." + name), value));
    }
  }
}
