package org.tiersmith.ui.strategy;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import org.tiersmith.model.Text;
import org.tiersmith.service.Name;
import org.tiersmith.strategy.Scope;
import org.tiersmith.ui.kit.LatestReading;

/** A field for a name that proposes those that hold what was typed; a list can be pasted. */
final class NameField extends TextField {
  private static final Text FIND = Text.of("ui.strategy.find", "Finding names");
  private static final int MOST = 8;

  private final Live live;
  private final StrategyDesk desk;
  private final Supplier<Scope> scope;
  private final Consumer<List<String>> chosen;
  private final ContextMenu proposals = new ContextMenu();
  private final LatestReading<List<Name>> finding;
  private List<Name> found = List.of();
  private boolean taking;

  /**
   * @param scope among whose names to look
   * @param chosen given the ids that were typed, chosen or pasted
   */
  NameField(Live live, StrategyDesk desk, Supplier<Scope> scope, Consumer<List<String>> chosen) {
    this.live = live;
    this.desk = desk;
    this.scope = scope;
    this.chosen = chosen;
    this.finding = new LatestReading<>(live.ui().tasks(), live.ui().notices(), FIND, this::propose);
    getStyleClass().add("ts-small");
    setMinWidth(40);
    setPrefWidth(60);
    promptTextProperty().bind(live.texts().bind("list.prompt"));
    accessibleTextProperty().bind(live.texts().bind("list.prompt"));
    textProperty().subscribe((before, now) -> typed(now));
    setOnAction(event -> take());
    focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                proposals.hide();
              }
            });
  }

  private void typed(String text) {
    if (taking || text.isBlank()) {
      finding.forget();
      proposals.hide();
      return;
    }
    Scope within = scope.get();
    finding.ask(context -> desk.names(within, text, MOST));
  }

  private void propose(List<Name> names) {
    found = names;
    proposals.getItems().setAll(names.stream().map(this::item).toList());
    boolean shown = isFocused() && getScene() != null && getScene().getWindow() != null;
    if (names.isEmpty() || !shown) {
      proposals.hide();
    } else if (!proposals.isShowing()) {
      proposals.show(this, Side.BOTTOM, 0, 2);
    }
  }

  private MenuItem item(Name name) {
    String shown = scope.get() == Scope.SEGMENT ? live.segment(name.id()) : name.label();
    MenuItem item = new MenuItem(shown);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> give(List.of(name.id())));
    return item;
  }

  /** Takes what was typed: the name that is meant, or else an id that no pair knows now. */
  void take() {
    String typed = getText().strip();
    if (!typed.isEmpty()) {
      give(List.of(meant(typed)));
    }
  }

  private String meant(String typed) {
    return found.stream()
        .filter(name -> name.id().equalsIgnoreCase(typed) || name.label().equalsIgnoreCase(typed))
        .findFirst()
        .or(() -> found.size() == 1 ? found.stream().findFirst() : java.util.Optional.empty())
        .map(Name::id)
        .orElse(typed);
  }

  private void give(List<String> ids) {
    taking = true;
    clear();
    taking = false;
    found = List.of();
    proposals.hide();
    chosen.accept(ids);
  }

  @Override
  public void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    List<String> names = text == null ? List.of() : NamedList.split(text);
    if (names.size() > 1) {
      give(names);
    } else {
      super.paste();
    }
  }
}
