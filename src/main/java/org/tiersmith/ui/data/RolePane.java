package org.tiersmith.ui.data;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.FilePreview;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;

/** For each role of the selected file a box with the column that plays it. */
final class RolePane extends Scroller {
  private static final String NONE = "";

  private final ImportDraft draft;
  private final Texts texts;
  private final GridPane grid = new GridPane();

  RolePane(ImportDraft draft, Texts texts) {
    this.draft = draft;
    this.texts = texts;
    getStyleClass().add("ts-bare-scroll");
    grid.getStyleClass().add("ts-role-grid");
    ColumnConstraints names = new ColumnConstraints(120);
    ColumnConstraints boxes = new ColumnConstraints();
    boxes.setHgrow(Priority.ALWAYS);
    boxes.setHalignment(HPos.LEFT);
    grid.getColumnConstraints().setAll(names, boxes);
    setContent(grid);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    draft.selectedProperty().subscribe(this::show);
  }

  private void show(@Nullable ChosenFile file) {
    grid.getChildren().clear();
    if (file == null) {
      return;
    }
    List<String> roles = file.kind().roles();
    for (int i = 0; i < roles.size(); i++) {
      addRow(file, roles.get(i), i);
    }
  }

  private void addRow(ChosenFile file, String role, int row) {
    boolean required = file.kind().required().contains(role);
    Label name =
        Labels.plain(
            texts.bind(required ? "role-required" : "role-optional", texts.bind("role." + role)));
    name.setMinWidth(USE_PREF_SIZE);
    ComboBox<String> box =
        Combos.of(
            texts.language(), column -> column.equals(NONE) ? texts.get("no-column") : column);
    String bound = file.mapping().columns().getOrDefault(role, NONE);
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
    name.setLabelFor(box);
    box.accessibleTextProperty().bind(texts.bind("role." + role));
    if (required && bound.equals(NONE)) {
      box.getStyleClass().add("ts-wanted");
    }
    box.setOnAction(event -> draft.bind(role, box.getValue().equals(NONE) ? null : box.getValue()));
    grid.addRow(row, name, box);
  }
}
