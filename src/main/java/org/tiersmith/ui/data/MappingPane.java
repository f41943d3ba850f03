package org.tiersmith.ui.data;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.data.TableKind;
import org.tiersmith.model.Text;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.ChoiceBar;
import org.tiersmith.ui.kit.ChoiceBar.Choice;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** What the chosen files hold, what their columns mean, and their first rows. */
final class MappingPane extends HBox {
  private final DataViewModel model;
  private final Texts texts;
  private final Formats formats;
  private final VBox files = new VBox();
  private final Label obstacle = new Label();
  private final Label fault = new Label();

  MappingPane(DataViewModel model, Ui ui, Texts texts, Runnable addFiles) {
    this.model = model;
    this.texts = texts;
    this.formats = ui.formats();
    getStyleClass().add("ts-content");
    files.getStyleClass().add("ts-file-list");
    fault.getStyleClass().add("ts-obstacle");
    fault.setWrapText(true);
    fault.setMinHeight(USE_PREF_SIZE);
    obstacle.getStyleClass().add("ts-obstacle");
    obstacle.setWrapText(true);
    obstacle.setMinHeight(USE_PREF_SIZE);
    Card chosen = new Card(texts.bind("files"), files, obstacle);
    chosen.withActions(Buttons.link(texts.bind("add-files"), addFiles));
    fixWidth(chosen, 250);
    RolePane roles = new RolePane(model.draft(), texts);
    RulesPane rules = new RulesPane(ui, texts, model.draft()::act);
    StackPane meanings = new StackPane(roles, rules);
    SimpleObjectProperty<Boolean> ofRules = new SimpleObjectProperty<>(false);
    either(ofRules, roles, rules);
    Card meaning = new Card(title(), Labels.paragraph(texts.bind("roles-hint")), meanings);
    meaning.growing(meanings);
    meaning.withActions(
        new ChoiceBar<>(
            ofRules,
            List.of(
                new Choice<>(false, "show-columns", texts.bind("columns")),
                new Choice<>(true, "show-rules", texts.bind("rules")))));
    fixWidth(meaning, 370);
    model.previewProperty().subscribe(preview -> showRules(rules, preview));
    Card first = firstRows();
    setHgrow(first, Priority.ALWAYS);
    getChildren().addAll(chosen, meaning, first);
    model.draft().files().subscribe(this::fill);
    model.draft().selectedProperty().subscribe(file -> mark());
    ui.language().tongueProperty().subscribe(tongue -> fill());
  }

  private void showRules(RulesPane rules, @Nullable ImportPreview preview) {
    rules.show(
        model.draft().rulesProperty().get(), preview == null ? List.of() : preview.outcomes());
    Text problem = preview == null ? null : preview.problem();
    fault.setText(problem == null ? "" : texts.language().say(problem));
    fault.setVisible(problem != null);
    fault.setManaged(problem != null);
  }

  private Card firstRows() {
    ImportedTable imported = new ImportedTable(model, texts);
    PreviewTable raw = new PreviewTable(model.draft(), texts);
    StackPane tables = new StackPane(imported, raw);
    SimpleObjectProperty<Boolean> asIs = new SimpleObjectProperty<>(false);
    either(asIs, imported, raw);
    Card card =
        new Card(texts.bind("first-rows"), fault, tables)
            .growing(tables)
            .subtitled(
                Bindings.createStringBinding(
                    this::taken, model.previewProperty(), texts.language().tongueProperty()));
    return card.withActions(
        new ChoiceBar<>(
            asIs,
            List.of(
                new Choice<>(false, "as-imported", texts.bind("as-imported")),
                new Choice<>(true, "as-written", texts.bind("as-written")))));
  }

  private String taken() {
    ImportPreview preview = model.previewProperty().get();
    return preview == null || preview.rows().isEmpty()
        ? ""
        : texts.get("rows-taken", preview.taken(), preview.rows().size());
  }

  /** Shows the second of two in place of the first. */
  private static void either(ObservableValue<Boolean> second, Node one, Node other) {
    second.subscribe(
        on -> {
          one.setVisible(!on);
          other.setVisible(on);
        });
  }

  private ObservableValue<String> title() {
    return Bindings.createStringBinding(
        () -> {
          ChosenFile file = model.draft().selectedProperty().get();
          return file == null ? "" : file.name();
        },
        model.draft().selectedProperty(),
        texts.language().tongueProperty());
  }

  /** Makes the list anew; who stands on a file's choice by keyboard keeps standing there. */
  private void fill() {
    int focused = indexOfFocused();
    files.getChildren().setAll(model.draft().files().stream().map(this::entry).toList());
    mark();
    if (focused >= 0 && focused < files.getChildren().size()) {
      files.getChildren().get(focused).lookup(".combo-box").requestFocus();
    }
    obstacle.setText(model.draft().obstacle().map(this::say).orElse(""));
    obstacle.setVisible(!obstacle.getText().isEmpty());
    obstacle.setManaged(obstacle.isVisible());
  }

  private int indexOfFocused() {
    return IntStream.range(0, files.getChildren().size())
        .filter(i -> files.getChildren().get(i).isFocusWithin())
        .findFirst()
        .orElse(-1);
  }

  /** Shows which file's columns are seen, without touching what may have the focus. */
  private void mark() {
    List<ChosenFile> all = model.draft().files();
    for (int i = 0; i < files.getChildren().size(); i++) {
      List<String> classes = files.getChildren().get(i).getStyleClass();
      classes.remove("ts-chosen");
      if (i < all.size() && all.get(i).equals(model.draft().selectedProperty().get())) {
        classes.add("ts-chosen");
      }
    }
  }

  private String say(ImportDraft.Obstacle found) {
    @Nullable ChosenFile file = found.file();
    String name = file == null ? "" : file.name();
    List<String> missing = file == null ? List.of() : file.missingRoles();
    String roles = String.join(", ", missing.stream().map(r -> texts.get("role." + r)).toList());
    return texts.get(
        "obstacle." + found.why().name().toLowerCase(Locale.ROOT).replace('_', '-'), name, roles);
  }

  private Node entry(ChosenFile file) {
    Label name = Labels.section(new ReadOnlyStringWrapper(file.name()));
    name.setMinWidth(0);
    Region gap = new Region();
    setHgrow(gap, Priority.ALWAYS);
    HBox head =
        new HBox(
            6,
            name,
            gap,
            Buttons.icon(
                Feather.X, texts.bind("remove-file", file.name()), () -> model.remove(file)));
    head.getStyleClass().add("ts-row");
    ComboBox<TableKind> kind = Combos.of(texts.language(), value -> texts.choice("kind", value));
    kind.getItems().setAll(TableKind.values());
    kind.setValue(file.kind());
    kind.setMaxWidth(Double.MAX_VALUE);
    kind.accessibleTextProperty().bind(texts.bind("kind-of", file.name()));
    kind.setOnAction(event -> model.assign(file, kind.getValue()));
    VBox entry = new VBox(4, head, Labels.muted(facts(file)), kind);
    entry.getStyleClass().add("ts-file");
    entry.setOnMouseClicked(event -> model.draft().selectedProperty().set(file));
    kind.focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                model.draft().selectedProperty().set(file);
              }
            });
    return entry;
  }

  private ObservableValue<String> facts(ChosenFile file) {
    String size = formats.number(file.preview().bytes() / 1e6, 1);
    return texts.bind(
        "file-facts",
        file.preview().format(),
        file.preview().encoding(),
        size,
        file.preview().columns().size());
  }

  private static void fixWidth(Region region, double width) {
    region.setMinWidth(width);
    region.setPrefWidth(width);
    region.setMaxWidth(width);
  }
}
