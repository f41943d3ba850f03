package org.tiersmith.ui.model;

import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.tiersmith.service.RunView;

/** A note that is written in its place: leaving it or Enter keeps it, Escape does not. */
final class NotesCell extends TableCell<RunView, String> {
  private final TextField field = new TextField();

  NotesCell() {
    field.getStyleClass().add("ts-small");
    field.setOnAction(event -> commitEdit(field.getText().strip()));
    field
        .focusedProperty()
        .subscribe(
            (before, focused) -> {
              if (before && !focused && isEditing()) {
                commitEdit(field.getText().strip());
              }
            });
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            cancelEdit();
            event.consume();
          }
        });
  }

  @Override
  public void startEdit() {
    super.startEdit();
    if (isEditing()) {
      field.setText(getItem() == null ? "" : getItem());
      setText(null);
      setGraphic(field);
      field.requestFocus();
      field.selectAll();
    }
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    show(getItem());
  }

  @Override
  protected void updateItem(String item, boolean empty) {
    super.updateItem(item, empty);
    if (!isEditing() || empty) {
      show(empty ? "" : item);
    }
  }

  private void show(String note) {
    setGraphic(null);
    setText(note == null ? "" : note);
  }
}
