package org.tiersmith.ui.customers;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.profile.template.Placeholder;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.ui.customers.TextsViewModel.Ground;
import org.tiersmith.ui.customers.TextsViewModel.Tried;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.ChoiceBar;
import org.tiersmith.ui.kit.ChoiceBar.Choice;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** What models read: the template of customers or products, tried out while it is edited. */
final class TextsPage extends StackPane {
  private final TextsViewModel model;
  private final Ui ui;
  private final Texts texts;
  private final TextArea editor = new TextArea();

  TextsPage(TextsViewModel model, Ui ui, Texts texts) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    getStyleClass().add("ts-content");
    getChildren().add(Lazily.of(model.ground(), texts, model::load, this::parts));
    model.look();
  }

  private Node parts() {
    Card template = new Card(texts.bind("template"), editor(), faults(), buttons()).growing(editor);
    template.withActions(sides());
    template.setPrefWidth(520);
    template.setMinWidth(380);
    HBox.setHgrow(template, Priority.ALWAYS);
    Card names = new Card(texts.bind("placeholders"), placeholders());
    names.setPrefWidth(280);
    names.setMinWidth(240);
    VBox preview = new TextPreviewCards(model, ui, texts);
    preview.setPrefWidth(380);
    preview.setMinWidth(320);
    HBox.setHgrow(preview, Priority.ALWAYS);
    return new HBox(12, template, names, preview);
  }

  private Node sides() {
    return new ChoiceBar<>(
        model.sideProperty(),
        List.of(
            new Choice<>(TextSide.CUSTOMER, "side-customer", texts.bind("side.customer")),
            new Choice<>(TextSide.PRODUCT, "side-product", texts.bind("side.product"))));
  }

  private TextArea editor() {
    editor.setId("template");
    editor.getStyleClass().add("ts-template");
    editor.setWrapText(true);
    editor.accessibleTextProperty().bind(texts.bind("template"));
    editor.textProperty().bindBidirectional(model.sourceProperty());
    editor.setMinHeight(160);
    return editor;
  }

  private Node faults() {
    Label label =
        Labels.paragraph(
            Bindings.createStringBinding(
                () -> {
                  Tried tried = model.triedProperty().get();
                  return tried == null || tried.faults().isEmpty()
                      ? texts.get("template.fine")
                      : tried.faults().stream()
                          .limit(3)
                          .map(fault -> ui.language().say(fault.text()))
                          .collect(Collectors.joining("\n"));
                },
                model.triedProperty(),
                ui.language().tongueProperty()));
    label.setId("faults");
    model
        .triedProperty()
        .subscribe(
            tried -> {
              label.getStyleClass().remove("ts-form-problem");
              if (tried != null && !tried.faults().isEmpty()) {
                label.getStyleClass().add("ts-form-problem");
              }
            });
    return label;
  }

  private Node buttons() {
    Button save = Buttons.accent(texts.bind("template.save"), model::save);
    save.setId("template-save");
    save.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> {
                  Tried tried = model.triedProperty().get();
                  return !model.isChanged() || tried == null || !tried.faults().isEmpty();
                },
                model.triedProperty(),
                model.sourceProperty(),
                model.ground().valueProperty()));
    Button revert = Buttons.plain(texts.bind("template.revert"), model::revert);
    revert
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.isChanged(), model.sourceProperty(), model.ground().valueProperty()));
    Button reset = Buttons.plain(texts.bind("template.reset"), model::reset);
    reset.setId("template-reset");
    reset.disableProperty().bind(when(now -> now.isDefault(model.sideProperty().get())));
    Button undo = Buttons.icon(Feather.ROTATE_CCW, texts.bind("undo"), model::undo);
    undo.disableProperty().bind(when(now -> now.undoable() == null));
    Button redo = Buttons.icon(Feather.ROTATE_CW, texts.bind("redo"), model::redo);
    redo.disableProperty().bind(when(now -> now.redoable() == null));
    HBox row = new HBox(8, save, revert, reset, undo, redo);
    row.getStyleClass().add("ts-row");
    return row;
  }

  private BooleanBinding when(Predicate<Ground> holds) {
    return Bindings.createBooleanBinding(
        () -> {
          @Nullable Ground now = model.ground().valueProperty().get();
          return now == null || holds.test(now);
        },
        model.ground().valueProperty(),
        model.sideProperty());
  }

  /** What can be inserted, each with what it stands for; Enter or a double click inserts it. */
  private Node placeholders() {
    ListView<Placeholder> list = new ListView<>();
    list.setId("placeholders");
    list.getStyleClass().add("ts-named-list");
    list.accessibleTextProperty().bind(texts.bind("placeholders"));
    list.setCellFactory(any -> new PlaceholderCell());
    model.sideProperty().subscribe(side -> list.getItems().setAll(Placeholder.of(side)));
    ui.language().tongueProperty().subscribe(tongue -> list.refresh());
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            insert(list.getSelectionModel().getSelectedItem());
          }
        });
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            insert(list.getSelectionModel().getSelectedItem());
          }
        });
    Button insert =
        Buttons.plain(
            texts.bind("template.insert"),
            () -> insert(list.getSelectionModel().getSelectedItem()));
    insert.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox all = new VBox(8, list, insert);
    VBox.setVgrow(all, Priority.ALWAYS);
    return all;
  }

  private void insert(@Nullable Placeholder placeholder) {
    if (placeholder != null) {
      editor.insertText(editor.getCaretPosition(), "{" + name(placeholder) + "}");
      editor.requestFocus();
    }
  }

  /** Its name in the template's language, its column where it needs one. */
  private String name(Placeholder placeholder) {
    boolean chinese = model.sourceProperty().get().codePoints().anyMatch(TextsPage::isHan);
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

  private final class PlaceholderCell extends ListCell<Placeholder> {
    PlaceholderCell() {
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
      setGraphic(both);
    }
  }
}
