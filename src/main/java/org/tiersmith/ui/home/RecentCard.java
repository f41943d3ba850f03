package org.tiersmith.ui.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.ui.home.HomeViewModel.State;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Icons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** The projects opened lately, a click away. */
final class RecentCard extends VBox {
  private final HomeViewModel<?> model;
  private final Ui ui;
  private final Texts texts;
  private final VBox rows = new VBox();

  RecentCard(HomeViewModel<?> model, Ui ui, Texts texts) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    getChildren().add(new Card(texts.bind("recent"), rows));
    model.recent().subscribe(this::fill);
    ui.language().tongueProperty().subscribe(tongue -> fill());
  }

  private void fill() {
    rows.getChildren().setAll(model.recent().stream().map(this::row).toList());
    if (model.recent().isEmpty()) {
      rows.getChildren().add(Labels.paragraph(texts.bind("no-recent")));
    }
  }

  private Node row(Path project) {
    String name = ProjectName.of(project);
    Label title = Labels.section(new ReadOnlyStringWrapper(name));
    Label path = Labels.muted(new ReadOnlyStringWrapper(project.toString()));
    path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    path.getStyleClass().add("ts-may-be-cut");
    path.setMinWidth(0);
    path.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(path, Priority.ALWAYS);
    Label changed = Labels.muted(new ReadOnlyStringWrapper(changed(project)));
    changed.setMinWidth(USE_PREF_SIZE);
    HBox content = new HBox(12, Icons.of(Feather.FILE), title, path, changed);
    content.getStyleClass().add("ts-row");
    Button open = new Button(null, content);
    open.getStyleClass().add("ts-recent");
    open.setMaxWidth(Double.MAX_VALUE);
    open.setAccessibleText(texts.get("open-recent", name));
    content.prefWidthProperty().bind(open.widthProperty().subtract(22));
    open.setOnAction(event -> model.open(project));
    open.disableProperty().bind(model.stateProperty().map(state -> state == State.OPENING));
    HBox.setHgrow(open, Priority.ALWAYS);
    HBox row =
        new HBox(
            4,
            open,
            Buttons.icon(Feather.X, texts.bind("forget", name), () -> model.forget(project)));
    row.getStyleClass().add("ts-row");
    return row;
  }

  private String changed(Path project) {
    return lastChanged(project).map(ui.formats()::moment).orElse("");
  }

  private static Optional<Instant> lastChanged(Path project) {
    try {
      return Optional.of(Files.getLastModifiedTime(project).toInstant());
    } catch (java.io.IOException gone) {
      return Optional.empty();
    }
  }
}
