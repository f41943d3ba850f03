package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.tiersmith.ui.kit.Texts;

/** A button with a menu of the files that a file can be put together with. */
final class FilePicker {
  private final MappingViewModel model;
  private final Texts texts;
  private final Supplier<Optional<Path>> chooseFile;

  /**
   * @param chooseFile asks for a file on the disk
   */
  FilePicker(MappingViewModel model, Texts texts, Supplier<Optional<Path>> chooseFile) {
    this.model = model;
    this.texts = texts;
    this.chooseFile = chooseFile;
  }

  /**
   * The button.
   *
   * @param chosen told the file
   */
  MenuButton of(String id, ObservableValue<String> name, ChosenFile own, Consumer<Path> chosen) {
    MenuButton menu = new MenuButton();
    menu.setId(id);
    menu.textProperty().bind(name);
    for (Path path : model.draft().state().paths()) {
      if (!own.allFiles().contains(path)) {
        MenuItem item = new MenuItem(ChosenFile.name(path));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> chosen.accept(path));
        menu.getItems().add(item);
      }
    }
    if (!menu.getItems().isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    MenuItem other = new MenuItem();
    other.setId("another-file");
    other.textProperty().bind(texts.bind("another-file"));
    other.setOnAction(event -> chooseFile.get().ifPresent(chosen));
    menu.getItems().add(other);
    return menu;
  }
}
