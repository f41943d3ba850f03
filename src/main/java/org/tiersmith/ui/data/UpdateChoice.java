package org.tiersmith.ui.data;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tiersmith.ui.data.DataViewModel.State;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.ChoiceBar;
import org.tiersmith.ui.kit.ChoiceBar.Choice;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;

/** Where there is data already: whether the chosen files replace it or bring it up to date. */
final class UpdateChoice extends VBox {
  UpdateChoice(DataViewModel model, Texts texts) {
    setId("update-choice");
    var update = model.draft().updateProperty();
    ChoiceBar<Boolean> choice =
        new ChoiceBar<>(
            update,
            List.of(
                new Choice<>(false, "replace-data", texts.bind("replace")),
                new Choice<>(true, "update-data", texts.bind("update"))));
    Label what =
        Labels.muted(
            Bindings.createStringBinding(
                () -> texts.get(update.get() ? "update-means" : "replace-means"),
                update,
                texts.language().tongueProperty()));
    what.setWrapText(true);
    what.setMinHeight(USE_PREF_SIZE);
    what.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(what, Priority.ALWAYS);
    HBox row = new HBox(12, Labels.section(texts.bind("present-data")), choice, what);
    row.getStyleClass().add("ts-row");
    getChildren().add(new Card(row));
    // Bound, not subscribed to: nothing else would keep the binding from being collected.
    visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    model.stateProperty().get() == State.MAPPING
                        && model.datasetProperty().get() != null,
                model.stateProperty(),
                model.datasetProperty()));
    managedProperty().bind(visibleProperty());
  }
}
