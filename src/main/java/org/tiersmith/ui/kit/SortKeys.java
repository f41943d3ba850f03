package org.tiersmith.ui.kit;

import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Sorts a table without the mouse: Ctrl with left and right goes from column to column, Ctrl with
 * up and down chooses the direction.
 */
final class SortKeys {
  private SortKeys() {}

  static void install(TableView<?> table) {
    table.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(table, event));
  }

  private static <R> void key(TableView<R> table, KeyEvent event) {
    if (!event.isShortcutDown() || event.getTarget() instanceof TextInputControl) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> step(table, -1);
      case RIGHT -> step(table, 1);
      case UP -> turn(table, SortType.ASCENDING);
      case DOWN -> turn(table, SortType.DESCENDING);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private static <R> void step(TableView<R> table, int by) {
    List<TableColumn<R, ?>> sortable =
        table.getVisibleLeafColumns().stream()
            .<TableColumn<R, ?>>map(column -> column)
            .filter(TableColumn::isSortable)
            .toList();
    if (!sortable.isEmpty()) {
      TableColumn<R, ?> now = sorted(table);
      int from = now == null ? (by > 0 ? -1 : sortable.size()) : sortable.indexOf(now);
      TableColumn<R, ?> next = sortable.get(Math.floorMod(from + by, sortable.size()));
      next.setSortType(SortType.ASCENDING);
      table.getSortOrder().setAll(List.of(next));
      table.scrollToColumn(next);
    }
  }

  private static <R> void turn(TableView<R> table, SortType direction) {
    TableColumn<R, ?> now = sorted(table);
    if (now != null) {
      now.setSortType(direction);
    }
  }

  private static <R> @Nullable TableColumn<R, ?> sorted(TableView<R> table) {
    return table.getSortOrder().isEmpty() ? null : table.getSortOrder().getFirst();
  }
}
