package org.tiersmith.ui.data;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.data.FileGuess;
import org.tiersmith.data.Join;
import org.tiersmith.data.TableKind;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** A chosen file: how it is written, what it holds, what it is put together with. */
final class FileCard extends VBox {
  private final MappingViewModel model;
  private final Texts texts;
  private final Formats formats;
  private final ChosenFile file;

  /**
   * @param looked told the file when a person turns to it
   */
  FileCard(
      MappingViewModel model, Ui ui, Texts texts, ChosenFile file, Consumer<ChosenFile> looked) {
    this.model = model;
    this.texts = texts;
    this.formats = ui.formats();
    this.file = file;
    getStyleClass().add("ts-file");
    setSpacing(4);
    ComboBox<TableKind> kind = kind();
    kind.focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                looked.accept(file);
              }
            });
    getChildren().add(head());
    add(facts(), "ts-muted");
    getChildren().add(kind);
    together();
    if (file.guess().isRemembered()) {
      remembered();
    }
    setOnMouseClicked(event -> looked.accept(file));
  }

  ChosenFile file() {
    return file;
  }

  private HBox head() {
    Label name = Labels.section(new ReadOnlyStringWrapper(file.name()));
    name.setMinWidth(0);
    name.getStyleClass().add("ts-may-be-cut");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button again =
        Buttons.icon(
            Feather.COPY,
            texts.bind("use-again", file.name()),
            () -> model.use(file.preview(), free()));
    again.setId(id("again"));
    again.setDisable(model.draft().state().taken().size() == TableKind.values().length);
    Button remove =
        Buttons.icon(
            Feather.X, texts.bind("remove-file", file.name()), () -> model.draft().remove(file));
    remove.setId(id("remove"));
    HBox head = new HBox(2, name, gap, again, remove);
    head.getStyleClass().add("ts-row");
    return head;
  }

  /** The kind of rows that no file holds yet. */
  private TableKind free() {
    return Stream.of(TableKind.values())
        .filter(kind -> !model.draft().state().taken().contains(kind))
        .findFirst()
        .orElse(TableKind.EVENTS);
  }

  private ComboBox<TableKind> kind() {
    ComboBox<TableKind> kind = Combos.of(texts.language(), value -> texts.choice("kind", value));
    kind.getItems().setAll(TableKind.values());
    kind.setValue(file.kind());
    kind.setId(id("kind"));
    kind.setMaxWidth(Double.MAX_VALUE);
    kind.accessibleTextProperty().bind(texts.bind("kind-of", file.name()));
    kind.setOnAction(event -> model.assign(file, kind.getValue()));
    return kind;
  }

  /** The files that follow it, and those beside it. */
  private void together() {
    if (!file.mapping().more().isEmpty()) {
      add(texts.bind("card-more", file.mapping().more().size()), "ts-muted");
    }
    for (Join join : file.mapping().joins()) {
      add(texts.bind("card-join", ChosenFile.name(join.file())), "ts-muted");
    }
    for (Join join : file.asked()) {
      add(texts.bind("card-asked", ChosenFile.name(join.file())), "ts-obstacle");
    }
  }

  private void remembered() {
    FileGuess guess = file.guess();
    add(new ReadOnlyStringWrapper(texts.language().say(guess.reason())), "ts-muted");
    Button forget = Buttons.link(texts.bind("forget"), () -> model.forget(file));
    forget.setId(id("forget"));
    getChildren().add(forget);
  }

  private void add(ObservableValue<String> text, String style) {
    Label label = Labels.paragraph(text);
    label.getStyleClass().setAll(List.of("label", style, "ts-why"));
    getChildren().add(label);
  }

  private String id(String what) {
    return what + "-" + file.kind().key() + "-" + OtherColumns.id(file.name());
  }

  private ObservableValue<String> facts() {
    String size = formats.number(file.preview().bytes() / 1e6, 1);
    return texts.bind(
        "file-facts",
        Bindings.createStringBinding(
            () -> FormatNames.format(texts, file.preview().format()),
            texts.language().tongueProperty()),
        file.preview().encoding(),
        size,
        file.preview().columns().size());
  }
}
