package org.tiersmith.ui.model;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.tiersmith.project.RunState;
import org.tiersmith.service.RunView;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** What can be done with the selected run, by the right mouse button and by keys. */
final class RunMenu {
  private final Ui ui;
  private final Texts texts;
  private final ModelViewModel model;
  private final RunTable table;

  private RunMenu(Ui ui, Texts texts, ModelViewModel model, RunTable table) {
    this.ui = ui;
    this.texts = texts;
    this.model = model;
    this.table = table;
  }

  static void offer(Ui ui, Texts texts, ModelViewModel model, RunTable table) {
    RunMenu menu = new RunMenu(ui, texts, model, table);
    ContextMenu popup = new ContextMenu();
    popup.setOnShowing(event -> popup.getItems().setAll(menu.items()));
    popup.getItems().setAll(new MenuItem()); // An empty menu is never asked to show.
    table.setContextMenu(popup);
    table.addEventHandler(KeyEvent.KEY_PRESSED, menu::key);
  }

  private List<MenuItem> items() {
    RunView run = selected();
    List<MenuItem> items = new ArrayList<>();
    if (run != null) {
      boolean going = isGoingHere(run);
      items.add(item(texts.bind("pause"), KeyCode.P, going, this::pauseOrResume));
      items.add(item(texts.bind("resume"), KeyCode.P, run.resumable(), this::pauseOrResume));
      items.add(item(texts.bind("cancel"), KeyCode.C, going, this::cancel));
      items.add(new SeparatorMenuItem());
      items.add(item(texts.bind("score"), KeyCode.S, run.scorable(), this::score));
      items.add(item(texts.bind("same"), KeyCode.N, true, this::again));
      items.add(new SeparatorMenuItem());
      boolean quiet = run.state() != RunState.RUNNING;
      items.add(item(texts.bind("remove"), KeyCode.DELETE, quiet, this::remove));
    }
    return items;
  }

  private static MenuItem item(
      ObservableValue<String> name, KeyCode key, boolean possible, Runnable action) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(name);
    item.setAccelerator(new KeyCodeCombination(key));
    item.setDisable(!possible);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || table.getEditingCell() != null) {
      return;
    }
    switch (event.getCode()) {
      case P -> pauseOrResume();
      case C -> cancel();
      case S -> score();
      case N -> again();
      case DELETE -> remove();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private @Nullable RunView selected() {
    return model.runs().selectedProperty().get();
  }

  private boolean isGoingHere(RunView run) {
    return model.queue().going().filter(id -> id == run.id()).isPresent();
  }

  private void pauseOrResume() {
    RunView run = selected();
    if (run != null && isGoingHere(run)) {
      model.queue().pause();
    } else if (run != null) {
      model.queue().resume(run);
    }
  }

  private void cancel() {
    RunView run = selected();
    if (run != null && isGoingHere(run)) {
      model.queue().cancel();
    }
  }

  private void score() {
    RunView run = selected();
    if (run != null) {
      model.scores().score(run);
    }
  }

  private void again() {
    RunView run = selected();
    if (run != null) {
      model.again(run);
    }
  }

  private void remove() {
    RunView run = selected();
    if (run != null
        && run.state() != RunState.RUNNING
        && ui.desktop()
            .confirm(
                texts.get("remove.title", Long.toString(run.id())),
                texts.get("remove.question"),
                texts.get("remove"),
                texts.get("keep"))) {
      model.remove(run);
    }
  }
}
