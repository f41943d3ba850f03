package org.tiersmith.ui.kit;

import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** Columns of ordinary tables. */
public final class TableColumns {
  /** Wider than any window. */
  public static final double UNLIMITED = 5000;

  /**
   * A column's width until another is set. JavaFX makes and styles rows only to measure them for
   * each column whose width is still the usual 80, and a table of many columns takes a quarter of a
   * second for that.
   */
  private static final double WIDTH = 90;

  private TableColumns() {}

  public static <R> TableColumn<R, String> text(
      ObservableValue<String> title, Function<R, String> value) {
    TableColumn<R, String> column = new TableColumn<>();
    column.textProperty().bind(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    column.setReorderable(false);
    column.setPrefWidth(WIDTH);
    return column;
  }

  /** A column of formatted numbers, flush right. */
  public static <R> TableColumn<R, String> number(
      ObservableValue<String> title, Function<R, String> value) {
    TableColumn<R, String> column = text(title, value);
    alignRight(column);
    return column;
  }

  /** A column of numbers that sorts by value, for tables that hold all their rows. */
  public static <R> TableColumn<R, Number> sorted(
      ObservableValue<String> title, ToDoubleFunction<R> value, DoubleFunction<String> format) {
    TableColumn<R, Number> column = new TableColumn<>();
    column.textProperty().bind(title);
    column.setCellValueFactory(
        row -> new ReadOnlyDoubleWrapper(value.applyAsDouble(row.getValue())));
    column.setCellFactory(
        ignored ->
            new TableCell<>() {
              @Override
              protected void updateItem(Number item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? "" : format.apply(item.doubleValue()));
              }
            });
    column.setReorderable(false);
    column.setPrefWidth(WIDTH);
    alignRight(column);
    return column;
  }

  /**
   * Says how wide a column may be, in pixels: in a table as wide as its place, what is left over
   * goes to the columns that may still grow.
   */
  public static void widths(TableColumn<?, ?> column, double least, double usual, double most) {
    column.setMinWidth(least);
    column.setPrefWidth(usual);
    column.setMaxWidth(most);
  }

  /** The same without an upper limit. */
  public static void widths(TableColumn<?, ?> column, double least, double usual) {
    widths(column, least, usual, UNLIMITED);
  }

  static void alignRight(TableColumn<?, ?> column) {
    column.getStyleClass().add("ts-right");
  }
}
