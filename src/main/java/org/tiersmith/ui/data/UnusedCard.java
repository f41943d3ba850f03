package org.tiersmith.ui.data;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.data.FilePreview;
import org.tiersmith.data.TableKind;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;

/** A file that was chosen and has no use yet: a table, or something for a table. */
final class UnusedCard extends VBox {

  UnusedCard(MappingViewModel model, Texts texts, FilePreview look) {
    getStyleClass().addAll("ts-file", "ts-unused");
    setSpacing(4);
    String file = ChosenFile.name(look.file());
    Label name = Labels.section(new ReadOnlyStringWrapper(file));
    name.setMinWidth(0);
    name.getStyleClass().add("ts-may-be-cut");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var remove =
        Buttons.icon(
            Feather.X,
            texts.bind("remove-file", file),
            () -> model.draft().change(now -> now.without(look.file())));
    remove.setId("remove-unused-" + OtherColumns.id(file));
    HBox head = new HBox(2, name, gap, remove);
    head.getStyleClass().add("ts-row");
    MenuButton use = new MenuButton();
    use.textProperty().bind(texts.bind("use-as"));
    use.setId("use-" + OtherColumns.id(file));
    use.setMaxWidth(Double.MAX_VALUE);
    for (TableKind kind : TableKind.values()) {
      MenuItem item = new MenuItem();
      item.textProperty().bind(texts.bind("kind." + kind.key()));
      item.setOnAction(event -> model.use(look, kind));
      use.getItems().add(item);
    }
    add(use, texts, "use-join", () -> model.join(look.file()));
    add(use, texts, "use-follow", () -> model.follow(look.file()));
    Label why = Labels.paragraph(texts.bind("unused"));
    why.getStyleClass().setAll("label", "ts-muted", "ts-why");
    getChildren().addAll(head, why, use);
  }

  private static void add(MenuButton menu, Texts texts, String key, Runnable action) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(texts.bind(key));
    item.setOnAction(event -> action.run());
    menu.getItems().add(item);
  }
}
