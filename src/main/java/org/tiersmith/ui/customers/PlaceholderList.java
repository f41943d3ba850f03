package org.tiersmith.ui.customers;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.template.Placeholder;
import org.tiersmith.ui.customers.TextsViewModel.Ground;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** What can be inserted, each with what it stands for; Enter or a double click inserts it. */
final class PlaceholderList extends VBox {
  /** A name and two lines: cells of their own heights overlap once another language is spoken. */
  private static final double CELL = 72;

  /** What a cell's text has not: its own padding and the scroll bar. */
  private static final double AROUND = 34;

  private final TextsViewModel model;
  private final Ui ui;
  private final Texts texts;
  private final Consumer<String> insert;
  private final ListView<Placeholder> list = new ListView<>();

  /**
   * @param insert puts a text into the template
   */
  PlaceholderList(TextsViewModel model, Ui ui, Texts texts, Consumer<String> insert) {
    super(8);
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    this.insert = insert;
    fill();
    Button button = Buttons.plain(texts.bind("template.insert"), this::insert);
    button.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox.setVgrow(this, Priority.ALWAYS);
    getChildren().addAll(list, button);
  }

  private void fill() {
    list.setId("placeholders");
    list.setFixedCellSize(CELL);
    list.getStyleClass().add("ts-named-list");
    list.accessibleTextProperty().bind(texts.bind("placeholders"));
    list.setCellFactory(any -> new Cell());
    model.sideProperty().subscribe(side -> list.getItems().setAll(Placeholder.of(side)));
    ui.language().tongueProperty().subscribe(tongue -> list.refresh());
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            insert();
          }
        });
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            insert();
          }
        });
  }

  private void insert() {
    Placeholder chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      insert.accept("{" + name(chosen) + "}");
    }
  }

  /** Its name in the template's language, its column where it needs one. */
  private String name(Placeholder placeholder) {
    boolean chinese = model.sourceProperty().get().codePoints().anyMatch(PlaceholderList::isHan);
    String name = chinese ? placeholder.chinese() : placeholder.english();
    Ground ground = model.ground().valueProperty().get();
    if (placeholder.shape() != Placeholder.Shape.COLUMN || ground == null) {
      return name;
    }
    List<String> columns = ground.columns(model.sideProperty().get());
    return columns.isEmpty() ? name : name + (chinese ? "：" : ": ") + columns.getFirst();
  }

  private static boolean isHan(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
  }

  private final class Cell extends ListCell<Placeholder> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Placeholder item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      ObservableValue<String> name = new ReadOnlyStringWrapper("{" + name(item) + "}");
      ObservableValue<String> meaning =
          new ReadOnlyStringWrapper(ui.language().say(item.meaning()));
      Label below = Labels.muted(meaning);
      below.setWrapText(true);
      VBox both = new VBox(1, Labels.section(name), below);
      both.getStyleClass().add("ts-placeholder");
      // A cell without a width of its own would tell its text to fit into one line.
      both.prefWidthProperty().bind(list.widthProperty().subtract(AROUND));
      both.maxWidthProperty().bind(both.prefWidthProperty());
      setGraphic(both);
    }
  }
}
