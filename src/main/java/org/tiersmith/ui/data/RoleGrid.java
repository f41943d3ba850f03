package org.tiersmith.ui.data;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Names at the left, what belongs to them at the right. */
final class RoleGrid extends GridPane {
  private static final double NAMES = 122;

  RoleGrid() {
    getStyleClass().add("ts-role-grid");
    ColumnConstraints names = new ColumnConstraints(NAMES);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    getColumnConstraints().setAll(names, fields);
  }

  /** Adds a row; the name stands beside the first line of what belongs to it. */
  void add(Label name, Node field) {
    name.setWrapText(true);
    name.setMinHeight(USE_PREF_SIZE);
    name.getStyleClass().add("ts-role-name");
    setValignment(name, VPos.TOP);
    addRow(getRowCount(), name, field);
  }
}
