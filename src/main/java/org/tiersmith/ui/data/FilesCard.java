package org.tiersmith.ui.data;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.FilePreview;
import org.tiersmith.data.Privacy;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Desktop.FileKind;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** The chosen files, those without a use, what holds for all of them, and what is still amiss. */
final class FilesCard extends VBox {
  private final MappingViewModel model;
  private final Ui ui;
  private final Texts texts;
  private final ObjectProperty<Aspect> aspect;
  private final VBox files = new VBox();
  private final Label obstacle = new Label();
  private final Label whole = Labels.muted(new javafx.beans.property.SimpleStringProperty(""));

  FilesCard(MappingViewModel model, Ui ui, Texts texts, Runnable addFiles) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    this.aspect = model.aspectProperty();
    files.getStyleClass().add("ts-file-list");
    obstacle.getStyleClass().add("ts-obstacle");
    obstacle.setWrapText(true);
    obstacle.setMinHeight(USE_PREF_SIZE);
    Scroller list = new Scroller(files);
    list.getStyleClass().add("ts-bare-scroll");
    list.setFitToWidth(true);
    list.setHbarPolicy(javafx.scene.control.ScrollPane.ScrollBarPolicy.NEVER);
    list.setFocusTraversable(false);
    Card card = new Card(texts.bind("files"), list, obstacle, all(), mappingFile());
    card.growing(list);
    card.withActions(Buttons.link(texts.bind("add-files"), addFiles));
    setVgrow(card, Priority.ALWAYS);
    getChildren().add(card);
    model.draft().stateProperty().subscribe(state -> fill());
    model.draft().revisionProperty().subscribe(revision -> mark());
    aspect.subscribe(now -> mark());
    ui.language().tongueProperty().subscribe(tongue -> fill());
  }

  /** Makes the list anew; who stands on a control by keyboard keeps standing there. */
  private void fill() {
    @Nullable String stood = focused();
    DraftState now = model.draft().state();
    files.getChildren().clear();
    for (ChosenFile file : now.files()) {
      files.getChildren().add(new FileCard(model, ui, texts, file, this::look));
    }
    for (FilePreview unused : now.unused()) {
      files.getChildren().add(new UnusedCard(model, texts, unused));
    }
    mark();
    Node same = stood == null ? null : files.lookup("#" + stood);
    if (same != null) {
      same.requestFocus();
    }
    obstacle.setText(now.obstacle().map(this::say).orElse(""));
    obstacle.setVisible(!obstacle.getText().isEmpty());
    obstacle.setManaged(obstacle.isVisible());
  }

  private @Nullable String focused() {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    for (Node at = owner; at != null; at = at.getParent()) {
      if (files.equals(at)) {
        return owner == null ? null : owner.getId();
      }
    }
    return null;
  }

  private void look(ChosenFile file) {
    model.draft().selectedProperty().set(file);
    if (aspect.get().whole()) {
      aspect.set(Aspect.COLUMNS);
    }
  }

  /** Shows which file is seen. */
  private void mark() {
    ChosenFile selected = model.draft().selectedProperty().get();
    for (Node node : files.getChildren()) {
      List<String> classes = node.getStyleClass();
      classes.remove("ts-chosen");
      if (node instanceof FileCard card && card.file().equals(selected) && !aspect.get().whole()) {
        classes.add("ts-chosen");
      }
    }
    whole.textProperty().unbind();
    whole.setText(summary());
  }

  private String say(DraftState.Obstacle found) {
    @Nullable ChosenFile file = found.file();
    String name = file == null ? "" : file.name();
    List<String> missing = file == null ? List.of() : file.missingRoles();
    String roles = String.join(", ", missing.stream().map(r -> texts.get("role." + r)).toList());
    return texts.get(
        "obstacle." + found.why().name().toLowerCase(Locale.ROOT).replace('_', '-'), name, roles);
  }

  private Button all() {
    Label name = Labels.section(texts.bind("whole-import"));
    VBox both = new VBox(2, name, whole);
    Button button = new Button(null, both);
    button.setId("whole-import");
    button.accessibleTextProperty().bind(texts.bind("whole-import"));
    button.getStyleClass().addAll("ts-file", "ts-whole");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> aspect.set(Aspect.RULES));
    aspect.subscribe(
        now -> {
          button.getStyleClass().remove("ts-chosen");
          if (now.whole()) {
            button.getStyleClass().add("ts-chosen");
          }
        });
    return button;
  }

  private String summary() {
    DraftState now = model.draft().state();
    boolean hidden = !now.privacy().equals(Privacy.NONE);
    return texts.get("whole-import-about", now.rules().actions().size(), hidden ? 1 : 0);
  }

  private HBox mappingFile() {
    FileKind json = new FileKind(texts.get("mapping-kind"), List.of("*.json"));
    Button load =
        Buttons.link(
            texts.bind("load-mapping"),
            () -> ui.desktop().chooseFile(texts.get("load-mapping"), json).ifPresent(model::load));
    Button save =
        Buttons.link(
            texts.bind("save-mapping"),
            () ->
                ui.desktop()
                    .chooseTarget(texts.get("save-mapping"), "mapping.json", json)
                    .ifPresent(model::save));
    load.setId("load-mapping");
    save.setId("save-mapping");
    return new HBox(8, load, save);
  }
}
