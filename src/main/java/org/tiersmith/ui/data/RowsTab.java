package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;

/** Which rows are read: a condition, and files whose rows follow those of the selected one. */
final class RowsTab extends MappingTab {
  private final FilePicker picker;
  private Label fault = small("ts-fault");
  private Label usable = small("ts-muted");

  RowsTab(MappingViewModel model, Texts texts, Supplier<Optional<Path>> chooseFile) {
    super(model, texts);
    this.picker = new FilePicker(model, texts, chooseFile);
  }

  @Override
  protected Node content(ChosenFile file) {
    fault = small("ts-fault");
    usable = small("ts-muted");
    String where = file.mapping().where();
    TextField condition = new TextField(where == null ? "" : where);
    condition.setId("where");
    condition.getStyleClass().add("ts-formula");
    condition.promptTextProperty().bind(texts.bind("where-example"));
    condition.accessibleTextProperty().bind(texts.bind("where"));
    Fields.onDone(
        condition,
        text -> model.draft().edit(part -> part.withWhere(text.isEmpty() ? null : text)));
    VBox following = new VBox(4);
    file.mapping().more().forEach(more -> following.getChildren().add(following(more)));
    if (file.mapping().more().isEmpty()) {
      following.getChildren().add(hint(texts.bind("nothing-follows")));
    }
    return column(
        Labels.section(texts.bind("where")),
        hint(texts.bind("where-hint")),
        condition,
        fault,
        usable,
        Labels.section(texts.bind("following")),
        hint(texts.bind("following-hint")),
        following,
        picker.of("follow", texts.bind("add-following"), file, model::follow));
  }

  @Override
  protected void previewed(@Nullable ImportPreview preview) {
    ChosenFile file = model.draft().selectedProperty().get();
    if (preview == null || file == null) {
      return;
    }
    String where = file.mapping().where();
    boolean wrong = where != null && RoleNaming.isFault(preview, "=" + where);
    write(fault, wrong ? say(preview.problem()) : "");
    boolean any = preview.problem() == null;
    write(usable, any ? texts.get("rows-taken", preview.taken(), preview.rows().size()) : "");
  }

  private HBox following(Path more) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label name = Labels.plain(new ReadOnlyStringWrapper(ChosenFile.name(more)));
    name.setMinWidth(0);
    name.getStyleClass().add("ts-may-be-cut");
    HBox row =
        new HBox(
            8,
            name,
            gap,
            Buttons.icon(
                Feather.X,
                texts.bind("remove-file", ChosenFile.name(more)),
                () -> model.draft().edit(part -> part.withMore(without(part.more(), more)))));
    row.getStyleClass().add("ts-row");
    return row;
  }

  private static List<Path> without(List<Path> files, Path file) {
    List<Path> left = new ArrayList<>(files);
    left.remove(file);
    return left;
  }
}
