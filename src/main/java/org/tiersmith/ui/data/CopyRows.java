package org.tiersmith.ui.data;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Ctrl+C copies the selected rows, with tabs between the cells, as spreadsheets take them. */
final class CopyRows {
  private static final KeyCodeCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private CopyRows() {}

  static void install(TableView<List<String>> table) {
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (COPY.match(event)) {
            copy(selected(table));
            event.consume();
          }
        });
  }

  /** The selected rows as text, the columns as they are shown. */
  static String selected(TableView<List<String>> table) {
    return table.getSelectionModel().getSelectedIndices().stream()
        .map(row -> line(table, row))
        .collect(Collectors.joining("\n"));
  }

  /** The text of the cell that has the focus. */
  static String focused(TableView<List<String>> table) {
    TablePosition<?, ?> cell = table.getFocusModel().getFocusedCell();
    return cell == null || cell.getTableColumn() == null || cell.getRow() < 0
        ? ""
        : text(cell.getTableColumn().getCellData(cell.getRow()));
  }

  static void copy(String text) {
    if (!text.isEmpty()) {
      ClipboardContent content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  private static String line(TableView<List<String>> table, int row) {
    return table.getVisibleLeafColumns().stream()
        .map((TableColumn<List<String>, ?> column) -> text(column.getCellData(row)))
        .collect(Collectors.joining("\t"));
  }

  private static String text(Object cell) {
    return cell == null ? "" : cell.toString().replaceAll("[\\t\\r\\n]+", " ");
  }
}
