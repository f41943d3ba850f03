package org.tiersmith.ui.kit;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;

/** Columns of ordinary tables. */
public final class TableColumns {
  private TableColumns() {}

  public static <R> TableColumn<R, String> text(
      ObservableValue<String> title, Function<R, String> value) {
    TableColumn<R, String> column = new TableColumn<>();
    column.textProperty().bind(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    column.setReorderable(false);
    return column;
  }

  /** A column of formatted numbers, flush right. */
  public static <R> TableColumn<R, String> number(
      ObservableValue<String> title, Function<R, String> value) {
    TableColumn<R, String> column = text(title, value);
    alignRight(column);
    return column;
  }

  static void alignRight(TableColumn<?, ?> column) {
    column.getStyleClass().add("ts-right");
  }
}
