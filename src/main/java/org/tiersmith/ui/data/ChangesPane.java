package org.tiersmith.ui.data;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ChangeReport;
import org.tiersmith.data.ChangeReport.ColumnChange;
import org.tiersmith.data.ChangeReport.Example;
import org.tiersmith.data.ChangeReport.TableChange;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;

/** What the last import changed in the data before it, table by table. */
final class ChangesPane extends Scroller {
  private final Texts texts;
  private final VBox content = new VBox();

  ChangesPane(Texts texts) {
    this.texts = texts;
    setId("changes");
    getStyleClass().add("ts-bare-scroll");
    content.getStyleClass().add("ts-findings");
    setContent(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
  }

  /** Shows a report; null where there was no data before. */
  void show(@Nullable ChangeReport report) {
    content.getChildren().clear();
    if (report == null) {
      add("ts-paragraph", texts.get("changes-none"));
      return;
    }
    add("ts-paragraph", texts.get(report.update() ? "changes-update" : "changes-replaced"));
    for (TableChange table : report.tables()) {
      add("ts-section", texts.get("table." + table.table()));
      add(
          "ts-plain",
          texts.get(
              report.update() ? "changes-kept" : "changes-gone",
              table.added(),
              table.changed(),
              table.unchanged(),
              table.oldOnly()));
      table.columns().stream().filter(column -> column.rows() > 0).forEach(this::add);
    }
  }

  private void add(ColumnChange column) {
    VBox lines = new VBox(2);
    lines
        .getChildren()
        .add(line("ts-plain", texts.get("changes-column", column.column(), column.rows())));
    for (Example example : column.examples()) {
      lines
          .getChildren()
          .add(
              line(
                  "ts-muted",
                  texts.get(
                      "changes-example",
                      example.id(),
                      shown(example.before()),
                      shown(example.after()))));
    }
    content.getChildren().add(lines);
  }

  private String shown(@Nullable String value) {
    return value == null ? texts.get("changes-nothing") : value;
  }

  private void add(String style, String text) {
    content.getChildren().add(line(style, text));
  }

  private static Node line(String style, String text) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
