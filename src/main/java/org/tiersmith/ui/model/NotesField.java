package org.tiersmith.ui.model;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.RunView;
import org.tiersmith.ui.kit.Texts;

/** What a person writes about the selected run; kept when the field is left or with Ctrl+Enter. */
final class NotesField extends TextArea {
  private final ModelViewModel model;
  private @Nullable RunView shown;

  NotesField(Texts texts, ModelViewModel model) {
    this.model = model;
    setId("run-notes");
    getStyleClass().add("ts-notes");
    setWrapText(true);
    setPrefRowCount(2);
    setMinHeight(USE_PREF_SIZE);
    promptTextProperty().bind(texts.bind("notes.prompt"));
    accessibleTextProperty().bind(texts.bind("column.notes"));
    model.runs().selectedProperty().subscribe(this::show);
    focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                keep();
              }
            });
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
      requestFocusTraversal(
          event.isShiftDown()
              ? javafx.scene.TraversalDirection.PREVIOUS
              : javafx.scene.TraversalDirection.NEXT);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      keep();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && shown != null) {
      setText(shown.notes());
      event.consume();
    }
  }

  /** What is being written is kept before another run's notes are shown. */
  private void show(@Nullable RunView run) {
    if (run != null && shown != null && run.id() == shown.id()) {
      shown = run;
      if (!isFocused()) {
        setText(run.notes());
      }
      return;
    }
    keep();
    shown = run;
    setText(run == null ? "" : run.notes());
    setDisable(run == null);
  }

  private void keep() {
    RunView run = shown;
    if (run != null && !run.notes().equals(getText().strip())) {
      model.note(run, getText().strip());
    }
  }
}
