package org.tiersmith.ui.data;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.data.FileMapping;
import org.tiersmith.ui.kit.Icons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;

/**
 * Where a role's values come from: a column, a formula over columns, or one value for all rows. A
 * column can be written too, and {@code =} with a formula.
 */
final class RoleField extends HBox {
  private static final String NONE = "";
  private static final String FORMULA = "=";

  private final ImportDraft draft;
  private final Texts texts;
  private final String role;
  private final List<String> columns;

  /**
   * @param columns the columns to choose from
   */
  RoleField(
      ImportDraft draft, Texts texts, String role, FileMapping mapping, List<String> columns) {
    this.draft = draft;
    this.texts = texts;
    this.role = role;
    this.columns = columns;
    getStyleClass().addAll("ts-row", "ts-role-field");
    String bound = mapping.columns().getOrDefault(role, NONE);
    String fixed = mapping.constants().get(role);
    if (fixed != null) {
      askValue(fixed);
    } else if (bound.startsWith(FORMULA)) {
      askFormula(bound.substring(1).strip());
    } else {
      askColumn(bound);
    }
  }

  private void askColumn(String bound) {
    ComboBox<String> box = new ComboBox<>();
    box.setEditable(true);
    box.getItems()
        .setAll(
            Stream.of(Stream.of(NONE, bound), columns.stream(), Stream.of(FileMapping.ROW_NUMBER))
                .flatMap(all -> all)
                .distinct()
                .toList());
    box.setValue(bound);
    box.setId("role-" + role);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setPrefWidth(10);
    box.promptTextProperty().bind(texts.bind("no-column"));
    box.accessibleTextProperty().bind(RoleNaming.name(texts, role));
    box.setOnAction(event -> take(bound, box.getValue()));
    box.focusedProperty()
        .subscribe(
            on -> {
              if (!on && box.getScene() != null) {
                take(bound, box.getEditor().getText());
              }
            });
    show(box);
  }

  private void askFormula(String formula) {
    TextField field = field(formula, "formula-of", "formula-example");
    field.getStyleClass().add("ts-formula");
    Fields.onDone(field, text -> draft.bind(role, text.isEmpty() ? null : FORMULA + " " + text));
    show(new Label(FORMULA), field);
  }

  private void askValue(String value) {
    TextField field = field(value, "value-of", "value-example");
    Fields.onDone(
        field,
        text -> {
          if (text.isEmpty()) {
            draft.bind(role, null);
          } else {
            draft.fix(role, text);
          }
        });
    show(Labels.muted(texts.bind("always")), field);
  }

  private TextField field(String text, String name, String example) {
    TextField field = new TextField(text);
    field.setId("role-" + role);
    field.setPrefWidth(10);
    field.promptTextProperty().bind(texts.bind(example));
    field.accessibleTextProperty().bind(texts.bind(name, RoleNaming.name(texts, role)));
    return field;
  }

  /** A text that is neither a column nor a formula is told by the preview. */
  private void take(String before, @Nullable String written) {
    String text = written == null ? NONE : written.strip();
    if (!text.equals(before)) {
      draft.bind(role, text.isEmpty() ? null : text);
    }
  }

  private void show(javafx.scene.Node... nodes) {
    getChildren().setAll(nodes);
    setHgrow(nodes[nodes.length - 1], Priority.ALWAYS);
    getChildren().add(menu());
  }

  private MenuButton menu() {
    MenuButton menu = new MenuButton(null, Icons.of(Feather.MORE_VERTICAL));
    menu.getStyleClass().addAll("button-icon", "flat", "no-arrow");
    menu.setId("how-" + role);
    menu.accessibleTextProperty().bind(texts.bind("how-of", RoleNaming.name(texts, role)));
    menu.getItems()
        .setAll(
            item("by-column", () -> askColumn(NONE)),
            item("by-formula", () -> askFormula("")),
            item("by-value", () -> askValue("")),
            item("by-nothing", () -> draft.bind(role, null)));
    return menu;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem();
    item.setId(key);
    item.textProperty().bind(texts.bind(key));
    item.setOnAction(
        event -> {
          action.run();
          getChildren().stream()
              .filter(node -> ("role-" + role).equals(node.getId()))
              .forEach(javafx.scene.Node::requestFocus);
        });
    return item;
  }
}
