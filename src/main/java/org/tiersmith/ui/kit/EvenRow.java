package org.tiersmith.ui.kit;

import java.util.Arrays;
import javafx.geometry.HPos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Cards side by side, all of one width and height. */
public final class EvenRow extends GridPane {
  public EvenRow(Region... cards) {
    setHgap(12);
    addRow(0, cards);
    Arrays.stream(cards)
        .forEach(
            card -> {
              card.setMaxHeight(Double.MAX_VALUE);
              ColumnConstraints column = new ColumnConstraints();
              column.setPercentWidth(100.0 / cards.length);
              column.setHgrow(Priority.ALWAYS);
              column.setHalignment(HPos.LEFT);
              column.setFillWidth(true);
              getColumnConstraints().add(column);
            });
  }
}
