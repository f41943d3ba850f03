package org.tiersmith.ui.customers;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;

/** A field that proposes values that begin with what was typed. */
final class SuggestField extends TextField {
  private final ContextMenu proposals = new ContextMenu();
  private final BiConsumer<String, Consumer<List<String>>> ask;
  private final boolean several;
  private boolean taking;

  /**
   * @param ask asked for values that begin with a text; answers later
   * @param several whether values stand one after the other, divided by commas
   */
  SuggestField(String text, boolean several, BiConsumer<String, Consumer<List<String>>> ask) {
    super(text);
    this.ask = ask;
    this.several = several;
    getStyleClass().add("ts-small");
    textProperty().subscribe((before, now) -> propose(now));
    focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                proposals.hide();
              } else if (getText().isEmpty()) {
                propose("");
              }
            });
  }

  private void propose(String text) {
    if (!taking && isFocused()) {
      String start = several ? text.substring(last(text)).strip() : text.strip();
      ask.accept(start, this::show);
    }
  }

  private static int last(String text) {
    return text.lastIndexOf(',') + 1;
  }

  private void show(List<String> values) {
    proposals.getItems().setAll(values.stream().map(this::item).toList());
    boolean exact = values.size() == 1 && values.getFirst().equals(getText());
    boolean here = isFocused() && getScene() != null && getScene().getWindow() != null;
    if (values.isEmpty() || exact || !here) {
      proposals.hide();
    } else if (!proposals.isShowing()) {
      proposals.show(this, Side.BOTTOM, 0, 2);
    }
  }

  private MenuItem item(String value) {
    MenuItem item = new MenuItem(value);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> take(value));
    return item;
  }

  private void take(String value) {
    taking = true;
    int last = last(getText());
    setText(several && last > 0 ? getText().substring(0, last) + " " + value : value);
    end();
    taking = false;
    proposals.hide();
  }
}
