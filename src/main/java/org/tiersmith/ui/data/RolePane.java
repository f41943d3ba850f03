package org.tiersmith.ui.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.FilePreview;
import org.tiersmith.data.RoleGuess;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;

/**
 * For each role of the selected file a box with the column that plays it, or an expression that
 * begins with {@code =}; below it why it was guessed.
 */
final class RolePane extends Scroller {
  private static final String NONE = "";

  private final ImportDraft draft;
  private final Texts texts;
  private final GridPane grid = new GridPane();
  private @Nullable String focused;

  RolePane(ImportDraft draft, Texts texts) {
    this.draft = draft;
    this.texts = texts;
    getStyleClass().add("ts-bare-scroll");
    grid.getStyleClass().add("ts-role-grid");
    ColumnConstraints names = new ColumnConstraints(120);
    ColumnConstraints boxes = new ColumnConstraints();
    boxes.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(names, boxes);
    setContent(grid);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    draft.selectedProperty().subscribe(this::show);
  }

  private void show(@Nullable ChosenFile file) {
    String stood = focused;
    grid.getChildren().clear();
    if (file == null) {
      return;
    }
    List<String> roles = file.kind().roles();
    for (int i = 0; i < roles.size(); i++) {
      addRow(file, roles.get(i), i);
    }
    if (stood != null && grid.lookup("#role-" + stood) instanceof ComboBox<?> box) {
      box.requestFocus();
    }
  }

  private void addRow(ChosenFile file, String role, int row) {
    boolean required = file.kind().required().contains(role);
    Label name =
        Labels.plain(
            texts.bind(required ? "role-required" : "role-optional", texts.bind("role." + role)));
    name.setMinWidth(USE_PREF_SIZE);
    ComboBox<String> box = box(file, role);
    name.setLabelFor(box);
    if (required && box.getValue().equals(NONE) && file.missingRoles().contains(role)) {
      box.getStyleClass().add("ts-wanted");
    }
    VBox both = new VBox(2, box);
    why(file, role).ifPresent(both.getChildren()::add);
    grid.addRow(row, name, both);
  }

  private ComboBox<String> box(ChosenFile file, String role) {
    String bound = file.mapping().columns().getOrDefault(role, NONE);
    ComboBox<String> box = new ComboBox<>();
    box.setEditable(true);
    box.getItems()
        .setAll(
            Stream.concat(
                    Stream.of(NONE, bound),
                    file.preview().columns().stream().map(FilePreview.Column::name))
                .distinct()
                .toList());
    box.setValue(bound);
    box.setId("role-" + role);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setPrefWidth(10);
    box.promptTextProperty().bind(prompt(file, role));
    box.accessibleTextProperty().bind(texts.bind("role." + role));
    box.setOnAction(event -> take(role, box.getValue()));
    box.focusedProperty()
        .subscribe(
            on -> {
              if (on) {
                focused = role;
              } else if (role.equals(focused) && box.getScene() != null) {
                focused = null;
                take(role, box.getEditor().getText());
              }
            });
    return box;
  }

  private ObservableValue<String> prompt(ChosenFile file, String role) {
    String constant = file.mapping().constants().get(role);
    return constant == null ? texts.bind("no-column") : texts.bind("always", constant);
  }

  /** A text that is neither a column nor an expression is told by the preview. */
  private void take(String role, @Nullable String written) {
    String text = written == null ? NONE : written.strip();
    draft.bind(role, text.isEmpty() ? null : text);
  }

  private Optional<Label> why(ChosenFile file, String role) {
    String bound = file.mapping().columns().getOrDefault(role, NONE);
    if (bound.startsWith("=")) {
      return Optional.of(line(texts.bind("why-expression")));
    }
    return file.why(role).map(guess -> line(reason(guess)));
  }

  private ObservableValue<String> reason(RoleGuess guess) {
    return Bindings.createStringBinding(
        () -> texts.get("why", texts.language().say(guess.reason()), guess.confidence()),
        texts.language().tongueProperty());
  }

  private static Label line(ObservableValue<String> text) {
    Label why = Labels.paragraph(text);
    why.getStyleClass().setAll("label", "ts-muted", "ts-why");
    return why;
  }
}
