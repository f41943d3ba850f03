package org.tiersmith.ui.data;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tiersmith.service.DataTable;
import org.tiersmith.ui.data.RejectsViewModel.Choice;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Desktop.FileKind;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** Above the rows left out: of which rule and file to see them, and their export to be mended. */
final class RejectTools extends VBox {
  private static final int LONGEST_EXAMPLE = 48;

  private final RejectsViewModel model;
  private final TableViewModel table;
  private final Ui ui;
  private final Texts texts;
  private boolean following;

  RejectTools(RejectsViewModel model, TableViewModel table, Ui ui, Texts texts) {
    super(6);
    this.model = model;
    this.table = table;
    this.ui = ui;
    this.texts = texts;
    setId("reject-tools");
    Button export = Buttons.plain(texts.bind("export-rejects"), this::export);
    export.setId("export-rejects");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line =
        new HBox(
            8,
            box("reason", "by-reason", 300, model.reasons()),
            box("file", "by-file", 210, model.files()),
            gap,
            export);
    line.getStyleClass().add("ts-row");
    getChildren().addAll(line, Labels.paragraph(texts.bind("rejects-hint")));
    model.reasons().subscribe(this::show);
    table.tableProperty().subscribe(shown -> show());
  }

  private void show() {
    boolean on = table.tableProperty().get() == DataTable.REJECTS && model.reasons().size() > 1;
    setVisible(on);
    setManaged(on);
  }

  private ComboBox<Choice> box(
      String column, String name, double width, ObservableList<Choice> choices) {
    ComboBox<Choice> box = Combos.of(ui.language(), choice -> said(column, choice));
    box.setId(name);
    box.setItems(choices);
    box.setPrefWidth(width);
    box.setMinWidth(120);
    box.accessibleTextProperty().bind(texts.bind(name));
    box.setOnAction(
        event -> {
          if (!following && box.getValue() != null) {
            model.narrow(column, box.getValue());
          }
        });
    choices.subscribe(() -> follow(box, column, choices));
    table.filter().queryProperty().subscribe(query -> follow(box, column, choices));
    return box;
  }

  private void follow(ComboBox<Choice> box, String column, List<Choice> choices) {
    following = true;
    box.setValue(choices.isEmpty() ? null : model.chosen(column, choices));
    following = false;
  }

  private String said(String column, Choice choice) {
    String value = choice.value();
    if (value == null) {
      return texts.get(column.equals("file") ? "every-file" : "all-reasons", choice.rows());
    }
    return texts.get(
        "choice-rows", column.equals("file") ? value : reason(value, choice), choice.rows());
  }

  /** A row that could not even be read met no rule: what was wrong with it says why. */
  private String reason(String key, Choice choice) {
    String example = choice.example();
    return RejectsViewModel.rule(key)
        .map(rule -> ui.language().say(rule.title()))
        .orElseGet(
            () ->
                texts.get(
                    "unread",
                    example.length() <= LONGEST_EXAMPLE
                        ? example
                        : example.substring(0, LONGEST_EXAMPLE) + "…"));
  }

  private void export() {
    ui.desktop()
        .chooseTarget(
            texts.get("export-rejects"),
            "rejects.csv",
            new FileKind(texts.get("csv-kind"), List.of("*.csv")))
        .ifPresent(model::export);
  }
}
