package org.tiersmith.ui.model;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import org.tiersmith.service.Name;
import org.tiersmith.strategy.Scope;

/** A field for an id that proposes those which hold what was typed. */
final class IdField extends TextField {
  private final PairViewModel model;
  private final Scope scope;
  private final Runnable taken;
  private final ContextMenu proposals = new ContextMenu();
  private boolean setting;

  /**
   * @param taken called when a proposal was chosen or Enter was pressed
   */
  IdField(PairViewModel model, Scope scope, ObservableValue<String> name, Runnable taken) {
    this.model = model;
    this.scope = scope;
    this.taken = taken;
    promptTextProperty().bind(name);
    accessibleTextProperty().bind(name);
    setPrefColumnCount(8);
    setMinWidth(60);
    textProperty().subscribe((before, now) -> typed(now));
    setOnAction(
        event -> {
          proposals.hide();
          taken.run();
        });
    focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                proposals.hide();
              }
            });
  }

  /** Shows an id without proposing any. */
  void show(String id) {
    setting = true;
    setText(id);
    setting = false;
    proposals.hide();
  }

  private void typed(String text) {
    if (setting || text.isBlank() || !isFocused()) {
      proposals.hide();
    } else {
      model.find(scope, text.strip(), this::propose);
    }
  }

  private void propose(List<Name> names) {
    proposals.getItems().setAll(names.stream().map(this::item).toList());
    boolean shown = isFocused() && getScene() != null && getScene().getWindow() != null;
    if (names.isEmpty() || !shown) {
      proposals.hide();
    } else if (!proposals.isShowing()) {
      proposals.show(this, Side.BOTTOM, 0, 2);
    }
  }

  private MenuItem item(Name name) {
    MenuItem item = new MenuItem(name.label());
    item.setMnemonicParsing(false);
    item.setOnAction(
        event -> {
          show(name.id());
          taken.run();
        });
    return item;
  }
}
