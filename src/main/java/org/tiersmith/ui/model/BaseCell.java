package org.tiersmith.ui.model;

import javafx.scene.control.ListCell;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** A base model in the list; one that can't be used is grey and says why. */
final class BaseCell extends ListCell<String> {
  private final Ui ui;
  private final Texts texts;
  private final RunFormViewModel model;

  BaseCell(Ui ui, Texts texts, RunFormViewModel model) {
    this.ui = ui;
    this.texts = texts;
    this.model = model;
    setWrapText(true);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(String id, boolean empty) {
    super.updateItem(id, empty);
    BaseView base = empty || id == null ? null : model.base(id).orElse(null);
    setDisable(base != null && !base.usable());
    if (base == null) {
      setText(id == null ? "" : id);
    } else if (base.obstacle() == null) {
      setText(FormFields.title(texts, base));
    } else {
      setText(texts.get("form.encoder.unusable", base.title(), ui.language().say(base.obstacle())));
    }
  }
}
