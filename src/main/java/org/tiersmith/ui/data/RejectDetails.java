package org.tiersmith.ui.data;

import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.TableRows;
import org.tiersmith.service.DataTable;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;

/** The selected row that was left out, as its file has it: each cell by its column. */
final class RejectDetails extends VBox {
  private static final double HEIGHT = 104;

  private final RejectsViewModel model;
  private final TableViewModel table;
  private final Texts texts;
  private final Label title = new Label();
  private final FlowPane cells = new FlowPane(16, 4);

  RejectDetails(
      RejectsViewModel model, TableViewModel table, TableView<List<String>> rows, Texts texts) {
    super(4);
    this.model = model;
    this.table = table;
    this.texts = texts;
    setId("reject-details");
    title.getStyleClass().add("ts-plain");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    Scroller scroll = new Scroller(cells);
    scroll.getStyleClass().add("ts-bare-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(Scroller.ScrollBarPolicy.NEVER);
    scroll.setPrefHeight(HEIGHT);
    scroll.setMinHeight(HEIGHT);
    getChildren().addAll(title, scroll);
    rows.getSelectionModel().selectedItemProperty().subscribe(this::show);
  }

  private void show(@Nullable List<String> row) {
    TableRows head = table.headProperty().get();
    boolean on = row != null && head != null && table.tableProperty().get() == DataTable.REJECTS;
    setVisible(on);
    setManaged(on);
    cells.getChildren().clear();
    if (row == null || head == null || !on) {
      return;
    }
    String file = value(head, row, "file");
    title.setText(
        texts.get("reject-row", value(head, row, "line"), file, value(head, row, "message")));
    Map<String, String> own = model.cells(file, value(head, row, "cells"));
    if (own.isEmpty()) {
      cells.getChildren().add(plain(value(head, row, "row")));
    }
    own.forEach((column, value) -> cells.getChildren().add(cell(column, value)));
  }

  private static Node cell(String column, String value) {
    Label name = Labels.muted(new ReadOnlyStringWrapper(column));
    return new HBox(6, name, plain(value.isEmpty() ? "–" : value));
  }

  private static Label plain(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("ts-plain");
    label.setWrapText(true);
    return label;
  }

  private static String value(TableRows head, List<String> row, String column) {
    int at = head.columns().indexOf(column);
    return at < 0 || at >= row.size() || row.get(at) == null ? "" : row.get(at);
  }
}
