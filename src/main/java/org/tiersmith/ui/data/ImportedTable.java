package org.tiersmith.ui.data;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.TableColumns;
import org.tiersmith.ui.kit.Texts;

/** The selected file's first rows as they will be imported; those left out say why. */
final class ImportedTable extends TableView<ImportPreview.Row> {
  private static final PseudoClass REJECTED = PseudoClass.getPseudoClass("rejected");
  private static final double REASON_WIDTH = 215;

  private final Texts texts;

  ImportedTable(MappingViewModel model, Texts texts) {
    this.texts = texts;
    getStyleClass().addAll("ts-table", "ts-imported");
    setFixedCellSize(28);
    setRowFactory(table -> new Row());
    model.previewProperty().subscribe(this::show);
  }

  private void show(@Nullable ImportPreview preview) {
    getColumns().clear();
    getItems().clear();
    setPlaceholder(Labels.muted(texts.bind(preview == null ? "reading" : "no-rows")));
    if (preview == null) {
      return;
    }
    TableColumn<ImportPreview.Row, String> line =
        TableColumns.number(texts.bind("row"), row -> Long.toString(row.line()));
    TableColumns.widths(line, 44, 44, 60);
    getColumns().add(line);
    for (int i = 0; i < preview.columns().size(); i++) {
      getColumns().add(column(preview, i));
    }
    if (preview.taken() < preview.rows().size()) {
      TableColumn<ImportPreview.Row, String> reason =
          TableColumns.text(
              texts.bind("left-out"), row -> row.rejected() == null ? "" : row.rejected());
      TableColumns.widths(reason, 120, REASON_WIDTH);
      getColumns().add(reason);
    }
    getColumns().forEach(column -> column.setSortable(false));
    getItems().setAll(preview.rows());
  }

  private static TableColumn<ImportPreview.Row, String> column(ImportPreview preview, int index) {
    ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(preview.columns().get(index));
    TableColumn<ImportPreview.Row, String> column =
        preview.numeric().get(index)
            ? TableColumns.number(title, row -> cell(row, index))
            : TableColumns.text(title, row -> cell(row, index));
    int longest =
        preview.rows().stream()
            .mapToInt(row -> cell(row, index).length())
            .reduce(title.get().length(), Math::max);
    column.setPrefWidth(Math.clamp(longest * 7.5 + 22, 70, 220));
    return column;
  }

  private static String cell(ImportPreview.Row row, int index) {
    return index < row.cells().size() ? row.cells().get(index) : "";
  }

  private static final class Row extends TableRow<ImportPreview.Row> {
    private final Tooltip reason = new Tooltip();

    @Override
    protected void updateItem(ImportPreview.Row item, boolean empty) {
      super.updateItem(item, empty);
      String why = item == null || empty ? null : item.rejected();
      pseudoClassStateChanged(REJECTED, why != null);
      reason.setText(why);
      setTooltip(why == null ? null : reason);
    }
  }
}
