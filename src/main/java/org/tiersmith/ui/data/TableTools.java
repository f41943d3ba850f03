package org.tiersmith.ui.data;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.FilterBox;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.PagedTable;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** The line above a table: search, go to a row, which columns are shown, save; and what goes on. */
final class TableTools extends HBox {
  private final TableViewModel model;
  private final PagedTable<List<String>> table;
  private final Texts texts;
  private final MenuButton columns = new MenuButton();

  TableTools(TableViewModel model, PagedTable<List<String>> table, Ui ui, Texts texts) {
    super(8);
    this.model = model;
    this.table = table;
    this.texts = texts;
    getStyleClass().addAll("ts-row", "ts-table-tools");
    columns.setId("columns");
    columns.textProperty().bind(texts.bind("columns"));
    columns.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(search(), goTo(), gap, busy(), columns, table.offerSaving(texts.bind("tables")));
  }

  /** Lists the columns anew, all of them shown. */
  void listColumns() {
    columns.getItems().clear();
    for (TableColumn<?, ?> column : table.table().getColumns()) {
      CheckMenuItem item = new CheckMenuItem(column.getText());
      item.setMnemonicParsing(false);
      item.setSelected(true);
      item.selectedProperty()
          .subscribe(
              shown -> {
                boolean last = table.table().getVisibleLeafColumns().size() == 1;
                if (shown || !last) {
                  column.setVisible(shown);
                } else {
                  item.setSelected(true);
                }
              });
      columns.getItems().add(item);
    }
  }

  private FilterBox search() {
    FilterBox box = new FilterBox(texts.bind("search"));
    box.setId("search");
    box.setPrefWidth(190);
    box.setMaxHeight(Double.MAX_VALUE);
    box.filterProperty().subscribe(text -> model.filter().search(text));
    model
        .filter()
        .queryProperty()
        .subscribe(
            query -> {
              if (query.search().isEmpty() && !box.isFocused() && !box.getText().isEmpty()) {
                box.clear();
              }
            });
    return box;
  }

  private TextField goTo() {
    TextField row = new TextField();
    row.setId("go-to");
    row.setPrefWidth(110);
    row.setMinWidth(80);
    row.promptTextProperty().bind(texts.bind("go-to"));
    row.accessibleTextProperty().bind(texts.bind("go-to"));
    row.setOnAction(
        event -> {
          String digits = row.getText().replaceAll("\\D", "");
          if (!digits.isEmpty() && digits.length() <= 15) {
            table.goTo(Long.parseLong(digits) - 1);
          }
        });
    return row;
  }

  private HBox busy() {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setPrefSize(16, 16);
    turning.setMinSize(16, 16);
    Label words = Labels.muted(texts.bind("sorting"));
    words.setMinWidth(USE_PREF_SIZE);
    Button stop = Buttons.link(texts.bind("stop"), model::cancel);
    HBox busy = new HBox(6, turning, words, stop);
    busy.getStyleClass().add("ts-row");
    busy.visibleProperty().bind(model.busyProperty());
    busy.managedProperty().bind(model.busyProperty());
    return busy;
  }
}
