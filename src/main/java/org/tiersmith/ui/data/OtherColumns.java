package org.tiersmith.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.data.FileMapping;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;

/**
 * Columns without a role: each is kept as an attribute, under a name of its own or another, or left
 * out. Attributes can be computed, too.
 */
final class OtherColumns extends VBox {
  private final ImportDraft draft;
  private final Texts texts;
  private final ChosenFile file;
  private final FileMapping mapping;

  OtherColumns(
      ImportDraft draft,
      Texts texts,
      ChosenFile file,
      List<String> columns,
      Map<String, Label> faults) {
    this.draft = draft;
    this.texts = texts;
    this.file = file;
    this.mapping = file.mapping();
    setSpacing(6);
    attributes()
        .forEach(
            name -> {
              Label fault = MappingTab.small("ts-fault");
              faults.put(name, fault);
              getChildren().add(new VBox(2, attribute(name, columns), fault));
            });
    columns.stream().filter(this::isFree).forEach(column -> getChildren().add(free(column)));
    getChildren().add(newOne());
  }

  /** Names of attributes that the mapping says itself. */
  private List<String> attributes() {
    List<String> names = new ArrayList<>(mapping.columns().keySet());
    names.addAll(mapping.constants().keySet());
    names.removeIf(name -> RoleNaming.isRole(file.kind(), name));
    return names;
  }

  private boolean isFree(String column) {
    return mapping.columns().values().stream().noneMatch(bound -> bound.equalsIgnoreCase(column));
  }

  private HBox attribute(String name, List<String> columns) {
    Label label = Labels.plain(RoleNaming.name(texts, name));
    label.setMinWidth(114);
    label.setMaxWidth(114);
    RoleField field = new RoleField(draft, texts, name, mapping, columns);
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox row = new HBox(8, label, field);
    row.getStyleClass().add("ts-row");
    return row;
  }

  private HBox free(String column) {
    boolean dropped = mapping.drop().stream().anyMatch(drop -> drop.equalsIgnoreCase(column));
    CheckBox keep = new CheckBox(column);
    keep.setMnemonicParsing(false);
    keep.setId("keep-" + id(column));
    keep.setSelected(!dropped);
    keep.setMinWidth(0);
    keep.getStyleClass().add("ts-may-be-cut");
    keep.setPrefWidth(200);
    keep.setOnAction(event -> draft.edit(part -> part.withDropped(column, !keep.isSelected())));
    TextField name = new TextField();
    name.setId("name-" + id(column));
    name.setPrefWidth(10);
    name.setDisable(dropped);
    name.promptTextProperty().bind(texts.bind("own-name"));
    name.accessibleTextProperty().bind(texts.bind("name-of", column));
    Fields.onDone(name, text -> rename(column, text));
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox row = new HBox(8, keep, name);
    row.getStyleClass().add("ts-row");
    return row;
  }

  private void rename(String column, String name) {
    if (!name.isEmpty() && isNew(name)) {
      draft.bind(name, column);
    }
  }

  private boolean isNew(String name) {
    return !RoleNaming.isRole(file.kind(), file.kind().roleOf(name))
        && !mapping.columns().containsKey(name)
        && !mapping.constants().containsKey(name);
  }

  /** An attribute that is computed, or the same in all rows. */
  private HBox newOne() {
    TextField name = new TextField();
    name.setId("new-attribute");
    name.promptTextProperty().bind(texts.bind("new-attribute"));
    name.accessibleTextProperty().bind(texts.bind("new-attribute"));
    name.setPrefWidth(114);
    TextField formula = new TextField();
    formula.setId("new-formula");
    formula.getStyleClass().add("ts-formula");
    formula.promptTextProperty().bind(texts.bind("formula-example"));
    formula.accessibleTextProperty().bind(texts.bind("new-formula"));
    formula.setPrefWidth(10);
    HBox.setHgrow(formula, Priority.ALWAYS);
    Runnable add =
        () -> {
          String written = name.getText().strip();
          String text = formula.getText().strip().replaceFirst("^=\\s*", "");
          if (!written.isEmpty() && !text.isEmpty() && isNew(written)) {
            draft.bind(written, "= " + text);
          }
        };
    formula.setOnAction(event -> add.run());
    HBox row =
        new HBox(
            8, name, new Label("="), formula, Buttons.icon(Feather.PLUS, texts.bind("add"), add));
    row.getStyleClass().add("ts-row");
    return row;
  }

  /** A column's name as a part of an id. */
  static String id(String column) {
    return column.toLowerCase(Locale.ROOT).replaceAll("[^\\pL\\pN]+", "-");
  }
}
