package org.tiersmith.ui.strategy;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.strategy.Scope;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.strategy.NamedList.Item;

/** A named entry with its number and a button that removes it. */
final class NamedCell extends ListCell<Item> {
  private final Live live;
  private final Function<Item, String> value;
  private final Label name = new Label();
  private final Label number = new Label();
  private final HBox row;

  NamedCell(Live live, Function<Item, String> value, Consumer<Item> remove) {
    this.live = live;
    this.value = value;
    name.getStyleClass().add("ts-may-be-cut");
    name.setMinWidth(0);
    number.getStyleClass().add("ts-section");
    number.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button away =
        Buttons.icon(
            Feather.X,
            live.texts().bind("list.remove"),
            () -> {
              if (getItem() != null) {
                remove.accept(getItem());
              }
            });
    away.setFocusTraversable(false);
    away.getStyleClass().add("ts-small-icon");
    row = new HBox(6, name, gap, number, away);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(0);
    setMinWidth(0);
    setPrefWidth(0);
    setText(null);
  }

  @Override
  protected void updateItem(@Nullable Item item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    String shown = item.scope() == Scope.SEGMENT ? live.segment(item.name()) : item.name();
    name.setText(live.texts().choice("scope", item.scope()) + " · " + shown);
    number.setText(value.apply(item));
    setGraphic(row);
  }
}
