package org.tiersmith.ui.customers;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** How the segments moved over the months, and for RFM cells who went where. */
final class MovementPane extends HBox {
  MovementPane(SegmentsViewModel model, Ui ui, Texts texts) {
    super(24);
    MovementLines lines = new MovementLines(model, ui, texts);
    lines.setPrefWidth(360);
    lines.setMinWidth(300);
    HBox.setHgrow(lines, Priority.ALWAYS);
    ComparisonsViewModel comparisons = model.comparisons();
    MovesGrid moves = new MovesGrid(comparisons, ui, texts);
    moves.setPrefWidth(720);
    moves.setMinWidth(480);
    HBox.setHgrow(moves, Priority.ALWAYS);
    moves
        .visibleProperty()
        .bind(comparisons.schemeProperty().map(scheme -> comparisons.movesBetween()).orElse(false));
    moves.managedProperty().bind(moves.visibleProperty());
    getChildren().addAll(lines, moves);
  }
}
