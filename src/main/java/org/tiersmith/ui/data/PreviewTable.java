package org.tiersmith.ui.data;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.FilePreview;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.TableColumns;
import org.tiersmith.ui.kit.Texts;

/** The selected file's first rows as they are. */
final class PreviewTable extends TableView<List<String>> {
  private @Nullable FilePreview shown;

  PreviewTable(ImportDraft draft, Texts texts) {
    getStyleClass().add("ts-table");
    setFixedCellSize(28);
    setPlaceholder(Labels.muted(texts.bind("no-rows")));
    draft.selectedProperty().subscribe(this::show);
  }

  private void show(@Nullable ChosenFile file) {
    FilePreview preview = file == null ? null : file.preview();
    if (preview == null) {
      getColumns().clear();
      getItems().clear();
    } else if (!preview.equals(shown)) {
      getColumns().clear();
      for (int i = 0; i < preview.columns().size(); i++) {
        getColumns().add(column(preview, i));
      }
      getItems().setAll(preview.rows());
    }
    shown = preview;
  }

  private static TableColumn<List<String>, String> column(FilePreview preview, int index) {
    TableColumn<List<String>, String> column =
        TableColumns.text(
            new ReadOnlyStringWrapper(preview.columns().get(index).name()),
            row -> index < row.size() ? row.get(index) : "");
    column.setSortable(false);
    column.setPrefWidth(width(preview, index));
    return column;
  }

  /** Wide enough for the name and the first rows' values, within reason. */
  private static double width(FilePreview preview, int index) {
    int longest =
        preview.rows().stream()
            .mapToInt(row -> index < row.size() ? row.get(index).length() : 0)
            .reduce(preview.columns().get(index).name().length(), Math::max);
    return Math.clamp(longest * 7.5 + 22, 64, 240);
  }
}
