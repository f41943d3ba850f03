package org.tiersmith.ui.kit;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/**
 * What can be saved of a part: a menu by the right mouse button, the menu key or Ctrl+Shift+E while
 * the part has the focus, and a small button with the same menu.
 */
public final class SaveMenu {
  private static final KeyCombination KEYS =
      new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  /** A thing that can be saved. */
  public record Entry(ObservableValue<String> name, Runnable action) {}

  private SaveMenu() {}

  /**
   * Gives a part the menu.
   *
   * @return the button, to be put beside the part's title
   */
  public static MenuButton offer(Ui ui, Node part, Entry... entries) {
    ContextMenu menu = new ContextMenu();
    menu.getItems().setAll(items(entries));
    part.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        event -> {
          if (event.isKeyboardTrigger()) {
            menu.show(part, Side.TOP, 0, 0);
          } else {
            menu.show(part, event.getScreenX(), event.getScreenY());
          }
          event.consume();
        });
    part.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (KEYS.match(event)) {
            menu.show(part, Side.TOP, 0, 0);
            event.consume();
          }
        });
    return button(ui.texts("kit").bind("save.menu"), entries);
  }

  private static MenuButton button(ObservableValue<String> name, Entry... entries) {
    MenuButton button = new MenuButton(null, Icons.of(Feather.DOWNLOAD));
    button.getStyleClass().addAll("button-icon", "flat", "no-arrow", "ts-save");
    button.getItems().setAll(items(entries));
    button.accessibleTextProperty().bind(name);
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(name);
    button.setTooltip(tooltip);
    return button;
  }

  private static List<MenuItem> items(Entry... entries) {
    return List.of(entries).stream().map(SaveMenu::item).toList();
  }

  private static MenuItem item(Entry entry) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(entry.name());
    item.setOnAction(event -> entry.action().run());
    return item;
  }
}
