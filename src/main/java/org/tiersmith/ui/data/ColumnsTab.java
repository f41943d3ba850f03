package org.tiersmith.ui.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.data.RoleGuess;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;

/** For each role of the selected file where its values come from and why; then other columns. */
final class ColumnsTab extends MappingTab {
  private List<String> columns = List.of();
  private Map<String, Label> faults = Map.of();

  ColumnsTab(MappingViewModel model, Texts texts) {
    super(model, texts);
  }

  @Override
  protected Node content(ChosenFile file) {
    columns = model.columns();
    faults = new LinkedHashMap<>();
    RoleGrid grid = new RoleGrid();
    for (String role : RoleNaming.of(file.kind())) {
      row(grid, file, role);
    }
    return column(
        hint(texts.bind("roles-hint")),
        grid,
        Labels.section(texts.bind("other-columns")),
        hint(texts.bind("other-columns-hint")),
        new OtherColumns(model.draft(), texts, file, columns, faults));
  }

  @Override
  protected void previewed(@Nullable ImportPreview preview) {
    ChosenFile file = model.draft().selectedProperty().get();
    if (preview == null || file == null) {
      return;
    }
    faults.forEach(
        (role, label) -> {
          String bound = file.mapping().columns().getOrDefault(role, "");
          write(label, RoleNaming.isFault(preview, bound) ? say(preview.problem()) : "");
        });
    if (!model.columns().equals(columns)) {
      setContent(content(file));
      previewed(preview);
    }
  }

  private void row(RoleGrid grid, ChosenFile file, String role) {
    boolean required = file.kind().required().contains(role);
    Label name =
        Labels.plain(
            texts.bind(required ? "role-required" : "role-optional", RoleNaming.name(texts, role)));
    RoleField field = new RoleField(model.draft(), texts, role, file.mapping(), columns);
    if (file.missingRoles().contains(role)
        && field.getChildren().getFirst() instanceof ComboBox<?> box) {
      box.getStyleClass().add("ts-wanted");
    }
    Label fault = small("ts-fault");
    faults.put(role, fault);
    VBox both = new VBox(2, field);
    why(file, role).ifPresent(both.getChildren()::add);
    both.getChildren().add(fault);
    grid.add(name, both);
  }

  private Optional<Label> why(ChosenFile file, String role) {
    return file.why(role).map(this::reason);
  }

  private Label reason(RoleGuess guess) {
    Label why = small("ts-muted");
    write(why, texts.get("why", say(guess.reason()), guess.confidence()));
    return why;
  }
}
