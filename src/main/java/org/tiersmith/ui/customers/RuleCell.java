package org.tiersmith.ui.customers;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.RuleSegment;
import org.tiersmith.service.RuleCount;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** A segment that a person made, with its size, or why it does not fit the data. */
final class RuleCell extends ListCell<RuleSegment> {
  private final RulesViewModel model;
  private final Ui ui;
  private final Texts texts;
  private final Label name = new Label();
  private final Label size = new Label();
  private final HBox row;

  RuleCell(RulesViewModel model, Ui ui, Texts texts) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    name.getStyleClass().add("ts-may-be-cut");
    name.setMinWidth(0);
    size.getStyleClass().add("ts-muted");
    size.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    row = new HBox(8, name, gap, size);
    row.getStyleClass().add("ts-row");
    row.setMinWidth(0);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable RuleSegment item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    name.setText(item.name());
    RuleCount count = model.counts().knownProperty().get().get(item.rule());
    size.setText(
        count == null
            ? ""
            : count.applies() ? ui.formats().count(count.customers()) : texts.get("rule.unfit"));
    setGraphic(row);
  }
}
