package org.tiersmith.ui.data;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.tiersmith.ui.kit.Texts;

/** The field in a column's header in which a person asks something of the column. */
final class ColumnFilterField extends TextField {
  private static final double AROUND = 14;

  private final TableFilter filter;
  private final String column;
  private final PauseTransition pause = new PauseTransition(Duration.millis(300));

  ColumnFilterField(
      TableFilter filter, String name, TableColumn<?, ?> column, Texts texts, Tooltip help) {
    this.filter = filter;
    this.column = name;
    getStyleClass().add("ts-column-filter");
    setId("filter-" + name);
    setText(filter.written(name));
    promptTextProperty().bind(texts.bind("filter"));
    ObservableValue<String> title = texts.bind("filter-of", name);
    accessibleTextProperty().bind(title);
    setTooltip(help);
    prefWidthProperty().bind(column.widthProperty().subtract(AROUND));
    maxWidthProperty().bind(prefWidthProperty());
    setMinWidth(0);
    pause.setOnFinished(event -> take());
    textProperty().subscribe((before, after) -> pause.playFromStart());
    setOnAction(event -> take());
    filter.queryProperty().subscribe(query -> follow());
    // A click or a key here is meant for the field, not for the header's order or the table.
    addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void take() {
    pause.stop();
    if (!filter.written(column).equals(getText())) {
      filter.write(column, getText());
    }
  }

  private void follow() {
    if (!isFocused() && !filter.written(column).equals(getText())) {
      setText(filter.written(column));
      pause.stop();
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
      clear();
      take();
      event.consume();
    }
  }
}
